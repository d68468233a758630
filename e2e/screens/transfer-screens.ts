import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../shared/language.ts';
import { closeNotice } from '../calm-page.ts';
import type { Program } from '../program.ts';
import { names, type Names } from './names.ts';
import { goTo, type Screen } from './screen.ts';

/** Notes that come in and go out; `prepareImport` has made what comes in. */
export const transferScreens: readonly Screen[] = [
  { name: 'import-source', file: 'bare', show: openImport, leave: closeDialog },
  { name: 'import-preview', file: 'bare', show: openFolder, leave: closeDialog },
  {
    name: 'import-table',
    file: 'bare',
    show: (page, words, app) => openTable(page, words, { app, table: words.table }),
    leave: closeDialog,
  },
  {
    name: 'import-running',
    file: 'empty',
    show: async (page, words, app) => {
      await openTable(page, words, { app, table: words.longTable });
      await page.getByRole('button', { name: startImport }).click();
      await standStill(page, app);
    },
    leave: async (page, app) => {
      app.goOn();
      await page.getByRole('dialog').getByRole('button', { name: cancel }).click();
      await page
        .getByText(/^(Cancelled\. Nothing|Отменено\. Ничего)/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'import-done',
    file: 'empty',
    show: async (page, words, app) => {
      await openFolder(page, words, app);
      await page.getByRole('button', { name: startImport }).click();
      await page.getByRole('button', { name: undoImport }).waitFor();
    },
    leave: takeBackImport,
  },
  {
    name: 'export-running',
    file: 'empty',
    show: async (page, words, app) => {
      await openTable(page, words, { app, table: words.longTable });
      await page.getByRole('button', { name: startImport }).click();
      await page.getByRole('button', { name: /^(Done|Готово)$/ }).click();
      app.answerFolderDialog(app.exportFolder);
      await page.getByRole('button', { name: /^(Export all notes…|Экспортировать все заметки…)$/ }).click();
      await standStill(page, app);
    },
    leave: async (page, app) => {
      app.goOn();
      await page.getByRole('dialog').getByRole('button', { name: cancel }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+Z');
      await page.getByRole('group', { name: /^(Undone|Отменено): / }).waitFor();
      await closeNotice(page);
    },
  },
];

const startImport = /^(Import \d|Импортировать \d)/;
const undoImport = /^(Undo the import|Отменить импорт)$/;
const cancel = /^(Cancel|Отмена)$/;

/** The work that has begun stands still, so that every picture shows the same moment of it. */
async function standStill(page: Page, app: Program): Promise<void> {
  await page
    .getByRole('progressbar')
    .filter({ hasText: /[1-9]\d* \// })
    .waitFor();
  app.standStill();
}

async function takeBackImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: undoImport }).click();
  await closeNotice(page);
}

async function openFolder(page: Page, words: Names, app: Program): Promise<void> {
  await openImport(page, words);
  app.answerFolderDialog(path.join(app.folder, words.folder));
  await page.getByRole('button', { name: /^(A folder of|Папка с)/ }).click();
  await page.getByRole('dialog').getByRole('table').waitFor();
}

interface Table {
  readonly app: Program;
  readonly table: string;
}

async function openTable(page: Page, words: Names, { app, table }: Table): Promise<void> {
  await openImport(page, words);
  app.answerOpenDialog(path.join(app.folder, table));
  await page.getByRole('button', { name: /^(A table in|Таблица)/ }).click();
  await page.getByRole('dialog').getByRole('table').waitFor();
}

async function openImport(page: Page, { settings, sections }: Names): Promise<void> {
  await goTo(page, settings);
  await page.getByRole('main').getByText(sections[1], { exact: true }).first().click();
  await page.getByRole('button', { name: /^(Import notes…|Импортировать заметки…)$/ }).click();
  await page.getByRole('dialog').waitFor();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const spoken = {
  en: ['Copper Kettle', 'Sunny Yard', 'Call', 'Results of the quarter', 'We spoke about the storefront and the dates.'],
  ru: ['Медный чайник', 'Солнечный двор', 'Созвон', 'Итоги квартала', 'Обсудили витрину и сроки.'],
} as const;

const columns = { en: 'Company,Date,Kind,Text', ru: 'Компания,Дата,Вид,Текст' } as const;
/** Long enough to be seen while it is read. */
const manyRows = 8000;

/**
 * A folder of another program, year by year: notes of a client that is here, of one that is not, one without a client, and no note at
 * all; and tables, a short and a very long one.
 */
export function prepareImport(app: Program, language: Language): void {
  const [kettle, yard, talk, results, text] = spoken[language];
  const { folder, table, longTable } = names[language];
  const put = (name: string, content: string) => {
    const file = path.join(app.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  put(`${folder}/2024/${kettle}/2024-05-01 ${talk}.md`, text);
  put(`${folder}/2024/${kettle}/2024-07-02 ${results}.md`, text);
  put(`${folder}/2025/${yard}/2025-02-11 ${talk}.md`, `# ${results}\n\n${text}`);
  put(`${folder}/2025/${yard}/empty.md`, '');
  put(`${folder}/2025-03-01.md`, text);
  put(table, `${columns[language]}\n${kettle},2024-05-01,${talk},${text}\n${yard},?,${talk},${text}\n`);
  const rows = Array.from({ length: manyRows }, (_, number) => `${kettle},2024-05-01,${talk},${number} ${text}\n`);
  put(longTable, `${columns[language]}\n${rows.join('')}`);
}
