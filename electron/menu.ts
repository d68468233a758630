import { Menu, type MenuItemConstructorOptions as Item } from 'electron';
import { type MenuEntry, menuParts } from './backend/menu-parts.ts';
import type { Language } from '../shared/language.ts';
import { menuWord, type PageCommand } from '../shared/words/menu.ts';

export function applicationMenu(language: Language, send: (command: PageCommand) => void): Menu {
  const itemOf = (entry: MenuEntry): Item => {
    if (entry === 'line') return { type: 'separator' };
    const label = menuWord(entry.word, language);
    if ('role' in entry) return { label, role: entry.role };
    const { sends, keys: accelerator } = entry;
    const keys = accelerator === undefined ? {} : { accelerator, registerAccelerator: false };
    return { label, click: () => send(sends), ...keys };
  };
  return Menu.buildFromTemplate(
    menuParts.map(({ word, entries }) => ({ label: menuWord(word, language), submenu: entries.map(itemOf) })),
  );
}
