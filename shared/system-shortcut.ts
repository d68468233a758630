/** Keys that may open the quick note while another program is in front, as `renderer/ui/keys.ts` writes them. */
export const systemShortcuts = ['Mod+Shift+Space', 'Mod+Alt+KeyN', 'Alt+Shift+KeyN', 'Mod+Shift+F9'] as const;

export type SystemShortcut = (typeof systemShortcuts)[number];

/** Keys that type a letter in some layouts: Ctrl Alt is AltGr on Windows, and ⌥ ⇧ types on macOS. */
const typing: Readonly<Record<string, SystemShortcut>> = { win32: 'Mod+Alt+KeyN', darwin: 'Alt+Shift+KeyN' };

export function shortcutsOn(platform: string): readonly SystemShortcut[] {
  return systemShortcuts.filter((keys) => keys !== typing[platform]);
}
