import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import { type Language, languages } from '../../shared/language.ts';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';
import { Exports } from './exports.ts';
import { type TextField, wordColumns } from './fields.ts';
import { Harm } from './harm.ts';
import { Imports } from './imports.ts';
import { dialogsOfUnescaped, harmOfUnescaped, lookAtBatch, openBrowser, setUpAgency } from './naughty.ts';
import { naughtyStrings } from './naughty-strings.ts';
import type { Cell } from './tagged.ts';
import { typeAll } from './typing.ts';
import { poisonSample, screensOfSample, walkScreens } from './walk.ts';

/** As many as the first page of a history holds together with their signals. */
const batchSize = 20;
/** Of each batch so many notes are opened in the editor and in their versions. */
const notesOfBatch = 4;

interface Found {
  readonly screens: number;
  readonly exports: number;
  readonly imports: number;
  readonly compared: number;
  readonly columnsSeen: readonly string[];
  readonly differences: readonly string[];
  readonly harm: readonly string[];
}

const nothing: Found = { screens: 0, exports: 0, imports: 0, compared: 0, columnsSeen: [], differences: [], harm: [] };

function sumOf(found: readonly Found[]): Found {
  return found.reduce(
    (sum, each) => ({
      screens: sum.screens + each.screens,
      exports: sum.exports + each.exports,
      imports: sum.imports + each.imports,
      compared: sum.compared + each.compared,
      columnsSeen: [...new Set([...sum.columnsSeen, ...each.columnsSeen])],
      differences: [...sum.differences, ...each.differences],
      harm: [...sum.harm, ...each.harm],
    }),
    nothing,
  );
}

async function inProgram<Value>(
  options: Partial<typeof defaultOptions>,
  work: (app: Program) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-xss-'));
  const app = new Program(folder, { ...defaultOptions, ...options });
  try {
    await app.start();
    app.page.setDefaultTimeout(60_000);
    return await work(app);
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const columnsOf = (seen: Iterable<number>, cells: ReadonlyMap<number, Cell>): readonly string[] => [
  ...new Set([...seen].flatMap((number) => cells.get(number)?.column ?? [])),
];

interface Given {
  readonly browser: Browser;
  readonly strings: readonly string[];
  readonly columns: ReadonlyMap<string, TextField>;
}

/** Every screen of the example in one language, every export of it, and all of it as another computer reads it in. */
async function example({ browser, strings, columns }: Given, language: Language): Promise<Found> {
  return inProgram({ language, args: ['--sample'] }, async (app) => {
    const cells = await poisonSample(app, { columns, strings, language });
    app.page.setDefaultTimeout(60_000);
    const walked = await walkScreens(app, { cells, language, wanted: screensOfSample() });
    console.error(`${language}: ${walked.screens} screens, ${walked.seen.size} of ${cells.size} texts seen`);
    const files = new Exports(app, { browser, harm: new Harm(app), cells });
    await files.handoffs([language]);
    await files.clients(3, [language]);
    await files.whole();
    console.error(`${language}: ${files.found.exports} exports`);
    const moved = await movedData(path.join(app.exportFolder, 'all data'), cells);
    return sumOf([
      {
        ...nothing,
        ...walked,
        screens: walked.screens,
        compared: walked.seen.size,
        columnsSeen: columnsOf(walked.seen, cells),
      },
      { ...nothing, ...files.found, compared: files.found.seen.size, columnsSeen: columnsOf(files.found.seen, cells) },
      moved,
    ]);
  });
}

/** A whole export with all these texts, read into an empty file and looked at there. */
async function movedData(folder: string, cells: ReadonlyMap<number, Cell>): Promise<Found> {
  return inProgram({}, async (app) => {
    await setUpAgency(app);
    app.answerFolderDialog(path.join(folder, readdirSync(folder)[0] ?? ''));
    const { source } = await app.call('transfer.chooseWhole', { form: 'folder' });
    const sourceId = source?.sourceId ?? '';
    await app.call('transfer.readWhole', { sourceId });
    const isLoadedAnew = app.page.waitForEvent('load');
    await app.call('transfer.importWhole', { sourceId }).catch(() => undefined);
    await isLoadedAnew;
    const walked = await walkScreens(app, { cells, language: 'en', wanted: screensOfSample(16) });
    return {
      ...nothing,
      ...walked,
      imports: 1,
      compared: walked.seen.size,
      columnsSeen: columnsOf(walked.seen, cells),
    };
  });
}

/** Every string through the fields of notes, tasks and handoffs, typed and looked at, and through every import. */
async function own({ browser, strings }: Given): Promise<Found> {
  return inProgram({}, async (app) => {
    await setUpAgency(app);
    const all: Found[] = [];
    for (let from = 0; from < strings.length; from += batchSize) {
      const batch = { number: from / batchSize, texts: strings.slice(from, from + batchSize), notes: notesOfBatch };
      const { compared, wrong, harm } = await lookAtBatch(app, browser, batch);
      console.error(`Batch ${batch.number}: ${compared} texts compared`);
      all.push({ ...nothing, compared, differences: wrong, harm });
    }
    return sumOf([...all, await broughtIn(app, strings)]);
  });
}

/** Every import but the whole data, which `movedData` reads. */
export async function broughtIn(app: Program, strings: readonly string[]): Promise<Found> {
  await app.call('board.createClient', { commandId: randomUUID(), name: 'Copper Kettle', stage: 'stable' });
  const brought = new Imports(app, { harm: new Harm(app), strings });
  await brought.webPage();
  await brought.readings();
  await brought.folder();
  await brought.table();
  await brought.calendar();
  return { ...nothing, ...brought.found };
}

/** Prints one line of JSON; the exit code. */
export async function secXss(): Promise<number> {
  await buildIfNeeded();
  const strings = naughtyStrings();
  const { columns } = await typeAll(strings, { isOver: () => true });
  const browser = await openBrowser();
  try {
    const given = { browser, strings, columns };
    const work = [
      async () => [await own(given)],
      async () => {
        const found: Found[] = [];
        for (const language of languages) found.push(await example(given, language));
        return found;
      },
    ];
    const [typed, ...found] = await Promise.all([
      typeAll(strings, { isOver: (share) => share >= 1 }),
      ...work.map((each) => each()),
    ]);
    const { columnsSeen, differences, harm, ...figures } = sumOf(found.flat());
    const unseen = wordColumns.filter((column) => !columnsSeen.includes(column) && !neverShown.includes(column));
    const wrong = [...differences, ...typed.differences];
    for (const each of new Set([...wrong, ...harm, ...typed.leftOut, ...unseen])) console.error(each);
    const control = {
      unescaped: await inProgram({}, async (app) => (await harmOfUnescaped(app)).length),
      dialogs: await dialogsOfUnescaped(browser),
    };
    const countOf = (word: string) => harm.filter((each) => each.includes(`: ${word} `)).length;
    const report = {
      strings: strings.length,
      fields: typed.fields,
      typed: typed.compared,
      columns: wordColumns.length,
      ...figures,
      dialogs: countOf('dialog'),
      requests: countOf('request'),
      reports: harm.filter((each) => /content security policy/i.test(each)).length,
      harm: harm.length,
      differences: wrong.length,
      leftOut: typed.leftOut.length + unseen.length,
      control,
    };
    console.log(JSON.stringify(report));
    const isCaught = control.unescaped > 0 && control.dialogs > 0;
    return isCaught && report.harm + report.differences + report.leftOut === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** Words that the program keeps and shows nowhere but in the export of all data. */
const neverShown: readonly string[] = [];
