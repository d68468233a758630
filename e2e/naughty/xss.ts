import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from '@playwright/test';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import { type Language, languages } from '../../shared/language.ts';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';
import { minutesOf, partsOf, type Proven } from '../report.ts';
import { Exports } from './exports.ts';
import { type TextField, wordColumns } from './fields.ts';
import { detectors, Harm, type Harmed } from './harm.ts';
import { controlsOf } from './harm-controls.ts';
import { Imports } from './imports.ts';
import { moveWhole } from './move-whole.ts';
import { openBrowser } from '../quiet-browser.ts';
import { lookAtBatch, setUpAgency } from './naughty.ts';
import { naughtyStrings } from './naughty-strings.ts';
import type { Cell } from './tagged.ts';
import { typeAll, type TypedAll } from './typing.ts';
import { rareScreens } from './rare.ts';
import { poisonSample, screensOfSample, walkScreens } from './walk.ts';

/** As many as the first page of a history holds together with their signals. */
const batchSize = 20;
/** Of each batch so many notes are opened in the editor and in their versions. */
const notesOfBatch = 4;
/** Of the texts in the example so many, at least, stand on some screen: the others lie where nobody walked. */
const leastSeen = 0.2;

const partMinutes = minutesOf('MINUTES', 120);
/** Of the whole proof. */
export const limit = partMinutes + 10;

export interface Found {
  readonly screens: number;
  readonly exports: number;
  readonly imports: number;
  readonly compared: number;
  /** `table.column` that a screen has shown. */
  readonly onScreens: readonly string[];
  /** `table.column` that stand in a file that was written. */
  readonly inFiles: readonly string[];
  /** Of the texts in each example, how many were seen on a screen. */
  readonly seenShares: readonly number[];
  readonly differences: readonly string[];
  readonly harm: readonly Harmed[];
}

export const nothing: Found = {
  screens: 0,
  exports: 0,
  imports: 0,
  compared: 0,
  onScreens: [],
  inFiles: [],
  seenShares: [],
  differences: [],
  harm: [],
};

function sumOf(found: readonly Found[]): Found {
  return found.reduce(
    (sum, each) => ({
      screens: sum.screens + each.screens,
      exports: sum.exports + each.exports,
      imports: sum.imports + each.imports,
      compared: sum.compared + each.compared,
      onScreens: [...new Set([...sum.onScreens, ...each.onScreens])],
      inFiles: [...new Set([...sum.inFiles, ...each.inFiles])],
      seenShares: [...sum.seenShares, ...each.seenShares],
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
    const walked = await walkScreens(app, { cells, language, wanted: [...screensOfSample(), ...rareScreens] });
    console.error(`${language}: ${walked.screens} screens, ${walked.seen.size} of ${cells.size} texts seen`);
    const files = new Exports(app, { browser, harm: new Harm(app), cells });
    await files.handoffs([language]);
    await files.clients(3, [language]);
    const { folder } = await files.whole();
    console.error(`${language}: ${files.found.exports} exports`);
    const moved = await inProgram({ language }, (other) => moveWhole(other, { folder, cells, language }));
    console.error(`${language}: moved to another computer`);
    return sumOf([
      {
        ...nothing,
        ...walked,
        compared: walked.seen.size,
        onScreens: columnsOf(walked.seen, cells),
        seenShares: [walked.seen.size / cells.size],
      },
      { ...nothing, ...files.found, compared: files.found.seen.size, inFiles: columnsOf(files.found.seen, cells) },
      { ...nothing, ...moved },
    ]);
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

/** Every import but the whole data, which `moveWhole` reads. */
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

type Typed = Omit<TypedAll, 'columns'>;

async function typedApart(): Promise<Typed> {
  const script = path.join(import.meta.dirname, 'typing-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 2 ** 28 });
  const typed: Typed = JSON.parse(stdout);
  console.error(`${typed.compared} texts typed into ${typed.fields} fields`);
  return typed;
}

export async function secXss(): Promise<Proven> {
  await buildIfNeeded();
  const strings = naughtyStrings();
  const { columns } = await typeAll(strings, { isOver: () => true });
  const browser = await openBrowser();
  try {
    const given = { browser, strings, columns };
    const { found, short } = await partsOf(
      {
        typed: typedApart,
        own: () => own(given),
        // One after the other: each is a program, and a second one on another computer.
        examples: async () => {
          const both: Found[] = [];
          for (const language of languages) both.push(await example(given, language));
          return sumOf(both);
        },
        control: () =>
          inProgram({}, async (app) => {
            await setUpAgency(app);
            return controlsOf(app, browser);
          }),
      },
      { minutes: partMinutes },
    );
    return judge(strings.length, found, short);
  } finally {
    await browser.close();
  }
}

interface Parts {
  readonly typed?: Typed;
  readonly own?: Found;
  readonly examples?: Found;
  readonly control?: Readonly<Record<string, boolean>>;
}

function judge(strings: number, { typed, own: written, examples, control }: Parts, broken: readonly string[]): Proven {
  const { onScreens, inFiles, seenShares, differences, harm, ...counted } = sumOf([
    ...(written ? [written] : []),
    ...(examples ? [examples] : []),
  ]);
  const unseen = wordColumns.filter((column) => !onScreens.includes(column) && !neverShown.has(column));
  const unwritten = wordColumns.filter((column) => !inFiles.includes(column));
  const wrong = [...differences, ...(typed?.differences ?? [])];
  const seenShare = seenShares.length === 0 ? 0 : Math.min(...seenShares);
  return {
    figures: {
      strings,
      fields: typed?.fields ?? 0,
      typed: typed?.compared ?? 0,
      columns: wordColumns.length,
      ...counted,
      seenShare: Number(seenShare.toFixed(3)),
      harm: Object.fromEntries(
        detectors.map((name) => [name, harm.filter(({ detector }) => detector === name).length]),
      ),
      differences: wrong.length,
      leftOut: typed?.leftOut.length ?? 0,
      unseen: unseen.length,
      unwritten: unwritten.length,
      control: control ?? {},
    },
    short: [
      ...broken,
      ...Object.entries(control ?? {}).flatMap(([name, isCaught]) => (isCaught ? [] : [`control not caught: ${name}`])),
      ...(seenShare < leastSeen ? [`only ${seenShare.toFixed(3)} of the texts were seen on a screen`] : []),
      ...unseen.map((column) => `on no screen: ${column}`),
      ...unwritten.map((column) => `in no file: ${column}`),
      ...(typed?.leftOut ?? []).map((field) => `left out: ${field}`),
      ...harm.map(({ where, detector, what }) => `${where}: ${detector} ${what}`),
      ...new Set(wrong),
    ],
  };
}

/** Words that the walk over the screens does not meet, and why. */
const neverShown: ReadonlyMap<string, string> = new Map([
  ['handoff.told_by', 'in the example the code of a line of the receipt'],
  ['cleared_secret.reason', 'is kept in the file alone'],
]);
