import type { MenuWord, PageCommand } from '../../shared/words/menu.ts';

/** What the runtime does by itself. */
type Role =
  | 'close'
  | 'quit'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'selectAll'
  | 'togglefullscreen'
  | 'minimize';

export type MenuEntry =
  | 'line'
  | { readonly word: MenuWord; readonly role: Role }
  /** The page handles keys itself, so that they work alike on every runtime: the menu only shows them. */
  | { readonly word: MenuWord; readonly sends: PageCommand; readonly keys?: string };

export interface MenuPart {
  readonly word: MenuWord;
  readonly entries: readonly MenuEntry[];
}

/** The native menu, left to right. */
export const menuParts: readonly MenuPart[] = [
  {
    word: 'file',
    entries: [
      { word: 'newClient', sends: 'new-client' },
      { word: 'quickNote', sends: 'quick-note' },
      'line',
      { word: 'settings', sends: 'settings', keys: 'CommandOrControl+,' },
      'line',
      { word: 'close', role: 'close' },
      { word: 'quit', role: 'quit' },
    ],
  },
  {
    word: 'edit',
    entries: [
      { word: 'undo', sends: 'undo', keys: 'CommandOrControl+Z' },
      { word: 'redo', sends: 'redo', keys: 'CommandOrControl+Shift+Z' },
      'line',
      { word: 'cut', role: 'cut' },
      { word: 'copy', role: 'copy' },
      { word: 'paste', role: 'paste' },
      { word: 'pastePlain', role: 'pasteAndMatchStyle' },
      { word: 'selectAll', role: 'selectAll' },
    ],
  },
  {
    word: 'view',
    entries: [
      { word: 'palette', sends: 'palette', keys: 'CommandOrControl+K' },
      'line',
      { word: 'largerText', sends: 'larger-text', keys: 'CommandOrControl+Plus' },
      { word: 'smallerText', sends: 'smaller-text', keys: 'CommandOrControl+-' },
      { word: 'usualText', sends: 'usual-text', keys: 'CommandOrControl+0' },
      'line',
      { word: 'fullScreen', role: 'togglefullscreen' },
    ],
  },
  { word: 'window', entries: [{ word: 'minimize', role: 'minimize' }] },
  { word: 'help', entries: [{ word: 'shortcuts', sends: 'shortcuts' }] },
];
