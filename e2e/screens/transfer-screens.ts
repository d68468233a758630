import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../shared/language.ts';
import { closeNotice } from '../calm-page.ts';
import type { Program } from '../program.ts';
import { goTo, type Screen } from './screen.ts';

/** Notes that come in; `prepareImport` has answered the dialogs. */
export const transferScreens: readonly Screen[] = [
  { name: 'import-source', file: 'bare', show: openImport, leave: closeDialog },
  {
    name: 'import-preview',
    file: 'bare',
    show: async (page, words) => {
      await openImport(page, words);
      await page.getByRole('button', { name: /^(A folder of|Папка с)/ }).click();
      await page.getByRole('dialog').getByRole('table').waitFor();
    },
    leave: closeDialog,
  },
  {
    name: 'import-table',
    file: 'bare',
    show: async (page, words) => {
      await openImport(page, words);
      await page.getByRole('button', { name: /^(A table in|Таблица)/ }).click();
      await page.getByRole('dialog').getByRole('table').waitFor();
    },
    leave: closeDialog,
  },
  {
    name: 'import-done',
    file: 'empty',
    show: async (page, words) => {
      await openImport(page, words);
      await page.getByRole('button', { name: /^(A folder of|Папка с)/ }).click();
      await page.getByRole('button', { name: /^(Import \d|Импортировать \d)/ }).click();
      await page.getByRole('button', { name: /^(Undo the import|Отменить импорт)$/ }).waitFor();
    },
    leave: async (page) => {
      await page.getByRole('button', { name: /^(Undo the import|Отменить импорт)$/ }).click();
      await closeNotice(page);
    },
  },
];

async function openImport(page: Page, { settings, sections }: Parameters<Screen['show']>[1]): Promise<void> {
  await goTo(page, settings);
  await page.getByRole('main').getByText(sections[1], { exact: true }).first().click();
  await page.getByRole('button', { name: /^(Import notes…|Импортировать заметки…)$/ }).click();
  await page.getByRole('dialog').waitFor();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const words = {
  en: ['Copper Kettle', 'Sunny Yard', 'Call', 'Results of the quarter', 'We spoke about the storefront and the dates.'],
  ru: ['Медный чайник', 'Солнечный двор', 'Созвон', 'Итоги квартала', 'Обсудили витрину и сроки.'],
} as const;

const columns = { en: 'Company,Date,Kind,Text', ru: 'Компания,Дата,Вид,Текст' } as const;

/**
 * A folder of another program: notes of a client that is here, of one that is not, one without a client, and no note at
 * all. A picture in the light and one in the dark each ask for it.
 */
export function prepareImport(app: Program, file: Screen['file'], language: Language): void {
  const [kettle, yard, talk, results, text] = words[language];
  const folder = path.join(app.folder, language === 'ru' ? 'Старые заметки' : 'Old notes');
  const put = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  put(`${kettle}/2024-05-01 ${talk}.md`, text);
  put(`${kettle}/2024-07-02 ${results}.md`, text);
  put(`${yard}/2025-02-11 ${talk}.md`, `# ${results}\n\n${text}`);
  put(`${yard}/empty.md`, '');
  put('2025-03-01.md', text);
  const table = path.join(app.folder, language === 'ru' ? 'Заметки.csv' : 'Notes.csv');
  writeFileSync(table, `${columns[language]}\n${kettle},2024-05-01,${talk},${text}\n${yard},?,${talk},${text}\n`);
  for (let count = 0; count < 2; count += 1) {
    app.answerFolderDialog(folder);
    if (file === 'bare') app.answerOpenDialog(table);
  }
}
