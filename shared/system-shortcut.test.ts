import { expect, test } from 'vitest';
import { shortcutsOn, systemShortcuts } from './system-shortcut.ts';

test('keys by which a letter is typed are not offered', () => {
  expect(shortcutsOn('linux')).toEqual(systemShortcuts);
  expect(shortcutsOn('win32')).toEqual(['Mod+Shift+Space', 'Alt+Shift+KeyN', 'Mod+Shift+F9']);
  expect(shortcutsOn('darwin')).toEqual(['Mod+Shift+Space', 'Mod+Alt+KeyN', 'Mod+Shift+F9']);
});
