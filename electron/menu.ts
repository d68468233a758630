import { Menu, type MenuItemConstructorOptions as Item } from 'electron';
import type { Language } from '../shared/language.ts';
import { type MenuWord, menuWord, type PageCommand } from '../shared/words/menu.ts';

export function applicationMenu(language: Language, send: (command: PageCommand) => void): Menu {
  const word = (name: MenuWord): string => menuWord(name, language);
  // The page handles keys itself, so that they work alike on every runtime: the menu only shows them.
  const command = (name: MenuWord, sent: PageCommand, accelerator?: string): Item => ({
    label: word(name),
    click: () => send(sent),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const role = (name: MenuWord, value: NonNullable<Item['role']>): Item => ({
    label: word(name),
    role: value,
  });
  const line: Item = { type: 'separator' };
  return Menu.buildFromTemplate([
    {
      label: word('file'),
      submenu: [
        command('newClient', 'new-client'),
        command('quickNote', 'quick-note'),
        line,
        command('settings', 'settings', 'CommandOrControl+,'),
        line,
        role('close', 'close'),
        role('quit', 'quit'),
      ],
    },
    {
      label: word('edit'),
      submenu: [
        command('undo', 'undo', 'CommandOrControl+Z'),
        command('redo', 'redo', 'CommandOrControl+Shift+Z'),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('pastePlain', 'pasteAndMatchStyle'),
        role('selectAll', 'selectAll'),
      ],
    },
    {
      label: word('view'),
      submenu: [
        command('palette', 'palette', 'CommandOrControl+K'),
        line,
        role('actualSize', 'resetZoom'),
        role('zoomIn', 'zoomIn'),
        role('zoomOut', 'zoomOut'),
        role('fullScreen', 'togglefullscreen'),
      ],
    },
    { label: word('window'), submenu: [role('minimize', 'minimize')] },
    { label: word('help'), submenu: [command('shortcuts', 'shortcuts')] },
  ]);
}
