import type { MenuItemConstructorOptions } from 'electron';
import { Refusal } from './refusal.ts';

const roles: ReadonlySet<NonNullable<MenuItemConstructorOptions['role']>> = new Set([
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'pasteAndMatchStyle',
  'delete',
  'selectAll',
  'reload',
  'forceReload',
  'toggleDevTools',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
  'window',
  'minimize',
  'close',
  'help',
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'zoom',
  'front',
  'appMenu',
  'fileMenu',
  'editMenu',
  'viewMenu',
  'windowMenu',
]);

function check(items: readonly MenuItemConstructorOptions[]): void {
  for (const item of items) {
    if (item.role !== undefined && !roles.has(item.role)) throw new Refusal(`unknown menu role "${item.role}"`);
    if (item.role === undefined && item.label === undefined && item.type !== 'separator') {
      throw new Refusal('a menu item without label, role or type');
    }
    if (Array.isArray(item.submenu)) check(item.submenu);
  }
}

/** An app window of Chromium has no menu: it is checked and kept, and the page offers all it does by itself. */
export class Menu {
  static #application: Menu | null = null;
  readonly template: readonly MenuItemConstructorOptions[];

  private constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    check(template);
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
}
