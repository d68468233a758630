import type { Language, Words } from '../language.ts';

/** What the window may ask of the page: from the native menu, the notification or the system-wide shortcut, or closing. */
export const pageCommands = [
  'new-client',
  'quick-note',
  'quick-note-anywhere',
  'palette',
  'settings',
  'undo',
  'redo',
  'shortcuts',
  'larger-text',
  'smaller-text',
  'usual-text',
  'attention',
  'before-close',
] as const;

export type PageCommand = (typeof pageCommands)[number];

const words = {
  file: { en: 'File', ru: 'Файл' },
  newClient: { en: 'New client', ru: 'Новый клиент' },
  quickNote: { en: 'Quick note', ru: 'Быстрая заметка' },
  settings: { en: 'Settings', ru: 'Настройки' },
  close: { en: 'Close window', ru: 'Закрыть окно' },
  quit: { en: 'Quit Rapport', ru: 'Выйти из Rapport' },
  edit: { en: 'Edit', ru: 'Правка' },
  undo: { en: 'Undo', ru: 'Отменить' },
  redo: { en: 'Redo', ru: 'Повторить' },
  cut: { en: 'Cut', ru: 'Вырезать' },
  copy: { en: 'Copy', ru: 'Копировать' },
  paste: { en: 'Paste', ru: 'Вставить' },
  pastePlain: { en: 'Paste without formatting', ru: 'Вставить без форматирования' },
  selectAll: { en: 'Select all', ru: 'Выделить всё' },
  view: { en: 'View', ru: 'Вид' },
  palette: { en: 'Search', ru: 'Поиск' },
  largerText: { en: 'Larger text', ru: 'Крупнее текст' },
  smallerText: { en: 'Smaller text', ru: 'Мельче текст' },
  usualText: { en: 'Usual text size', ru: 'Обычный размер текста' },
  fullScreen: { en: 'Full screen', ru: 'Во весь экран' },
  window: { en: 'Window', ru: 'Окно' },
  minimize: { en: 'Minimize', ru: 'Свернуть' },
  help: { en: 'Help', ru: 'Справка' },
  shortcuts: { en: 'Keyboard shortcuts', ru: 'Сочетания клавиш' },
} as const satisfies Record<string, Words>;

export type MenuWord = keyof typeof words;

export function menuWord(word: MenuWord, language: Language): string {
  return words[word][language];
}
