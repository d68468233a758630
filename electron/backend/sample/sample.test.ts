import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newestVersion } from '../../../db/migrations/migrations.ts';
import { openFile } from '../../../db/open.ts';
import { lastCommandOf } from '../../../db/board-days.ts';
import { loadCards } from '../../../db/board.ts';
import { readAssets } from '../../../db/assets.ts';
import { readCandidates } from '../../../db/candidates.ts';
import { readItems } from '../../../db/handoff-items.ts';
import { healthHandlers } from '../health.ts';
import { sharedTables } from '../../../db/schema.ts';
import { readHandoff } from '../../../db/handoff.ts';
import { addDays, isWorkingDay } from '../../../shared/calendar.ts';
import { russiaCalendar, weekdaysCalendar } from '../../../shared/content/calendars.ts';
import { progressOf } from '../../../shared/handoff/items.ts';
import { averageSince, tenure } from '../../../shared/tenure.ts';
import { boardHandlers } from '../board.ts';
import { type DataFile, openDataFile } from '../data-file.ts';
import { type TestParts, testParts } from '../testing.ts';

let parts: TestParts;
let dataFile: DataFile | null = null;

beforeEach(() => {
  parts = testParts();
  mkdirSync(parts.userData, { recursive: true });
});
afterEach(async () => {
  await dataFile?.close();
  dataFile = null;
  parts.remove();
});

async function openExample(language?: 'en' | 'ru') {
  await dataFile?.close();
  dataFile = await openDataFile(parts, 'sample', language && { language, theme: 'system', textSize: 100 });
  if (!dataFile.context) throw new Error('refused');
  return dataFile.context.storage;
}

/** Who we are is no part of what the example tells. */
const tables = Object.keys(sharedTables).filter(
  (table) => !['agency', 'partner', 'erasure', 'erasure_count'].includes(table),
);

function textsOf(file: Database.Database): readonly string[] {
  const cells = tables.flatMap((table) => file.prepare(`select * from ${table}`).raw().all().flat());
  return cells.filter((cell) => typeof cell === 'string').flatMap(wordsIn);
}

/** Some cells hold a list of records. */
function wordsIn(cell: string): readonly string[] {
  if (!cell.startsWith('[{"')) return [cell];
  const words: string[] = [];
  JSON.parse(cell, (_name, value: unknown) => {
    if (typeof value === 'string') words.push(value);
    return value;
  });
  return words;
}

const bare = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(['ru', 'en'] as const)('the example in %s', (language) => {
  test('has doubts about five clients, and none about the others', async () => {
    await openExample(language);
    if (!dataFile?.context) throw new Error('refused');
    const { verdicts } = await healthHandlers(dataFile.context)['health.verdicts']({});
    const cards = await loadCards(dataFile.context.storage.read);
    const told = verdicts.map(({ clientId, verdict, worst }) => {
      const name = cards.find(({ id }) => id === clientId)?.name;
      return [name, verdict, worst?.code === 'flag' ? worst.signal : worst?.code];
    });
    const names = {
      ru: ['Керамика «Лён и Глина»', 'Велокухня «Спица»', 'Посуда «Черепок»'],
      en: ['Flax & Clay Ceramics', 'Spoke Bike Kitchen', 'Shard Tableware'],
    } as const;
    const [flax, spoke, shard] = names[language];
    expect(told).toHaveLength(5);
    expect(told).toEqual(
      expect.arrayContaining([
        [flax, 'watch', 'F-SMALL'],
        [spoke, 'watch', 'R-RUSH'],
        ['Fernbrook Garden', 'watch', 'U-ANNUAL'],
        ['Kitewell Toys', 'risk', 'S-NOPLAN'],
        [shard, 'watch', 'S-NOGROWTH'],
      ]),
    );
  });

  test('has clients in every stage', async () => {
    const { read } = await openExample(language);
    const cards = await loadCards(read);
    const today = parts.clock.today();
    const count = (stage: string) => cards.filter((card) => card.stage === stage).length;
    expect(['acquaintance', 'honeymoon', 'stable', 'stagnation', 'reanimation', 'ended'].map(count)).toEqual([
      3, 3, 5, 3, 2, 6,
    ]);
    const living = cards
      .filter((card) => card.stage !== 'ended')
      .toSorted((one, other) => (one.place < other.place ? -1 : 1));
    const since = averageSince(
      living.map((card) => card.sinceOn),
      today,
    );
    expect(bare(tenure(since ?? today, today, language))).toBe(language === 'ru' ? '2 г. 8 мес.' : '2 yr 8 mo');
    const days = (instant: string | null) =>
      instant && Math.round((Date.parse(`${today}T07:00:00Z`) - Date.parse(instant)) / 86_400_000);
    expect(
      living.map((card) => [
        bare(tenure(card.sinceOn, today, 'en')),
        days(card.lastTouchAt),
        card.openFlags,
        card.nextStep?.dueOn ?? null,
      ]),
    ).toEqual([
      ['21 days', 2, 0, '2026-11-26'],
      ['9 days', 1, 0, '2026-11-25'],
      ['5 weeks', 6, 1, null],
      ['4 mo', 3, 0, '2026-11-27'],
      ['7 mo', 5, 0, '2026-12-01'],
      ['8 weeks', 0, 1, '2026-11-24'],
      ['4 yr 2 mo', 4, 0, '2026-11-27'],
      ['3 yr 1 mo', 8, 0, '2026-11-30'],
      ['2 yr 8 mo', 16, 1, '2026-11-25'],
      ['1 yr 5 mo', 6, 0, '2026-12-03'],
      ['5 yr 9 mo', 11, 0, '2026-12-08'],
      ['5 yr 6 mo', 31, 3, '2026-11-24'],
      ['2 yr 11 mo', 9, 1, '2026-11-28'],
      ['6 yr 1 mo', 1, 0, '2026-11-25'],
      ['6 yr 4 mo', 2, 0, '2026-12-02'],
      ['3 yr 9 mo', 5, 0, '2026-11-26'],
    ]);
    expect(cards.every((card) => card.isSample)).toBe(true);
  });

  test('has one handoff on its fifteenth day', async () => {
    const { read } = await openExample(language);
    const card = (await loadCards(read)).find((each) => each.handoff !== null);
    expect(card?.handoff).toMatchObject({ done: 12, total: 27 });
    const id = card?.handoff?.id ?? '';
    const dates = { start_on: '2026-11-09', end_on: '2026-12-09', care_until_on: '2027-01-31', state: 'running' };
    expect(await readHandoff(read, id)).toMatchObject(dates);
    const items = await readItems(read, id, language);
    expect(progressOf(items, parts.clock.today())).toEqual({ done: 12, total: 27, overdue: 1 });
    const assets = await readAssets(read, card?.id ?? '');
    expect(assets.filter(({ state }) => ['transferred', 'revoked', 'verified'].includes(state))).toHaveLength(3);
    const candidates = await readCandidates(read, id);
    expect(candidates.map(({ answers }) => answers.length)).toEqual([6, 4, 4]);
  });

  test.each(['2026-11-28', '2027-01-03'])('hands over on working days, seen from %s', async (today) => {
    parts.setNow(`${today}T08:00:00.000Z`);
    const { read } = await openExample(language);
    const id = (await loadCards(read)).find((each) => each.handoff !== null)?.handoff?.id ?? '';
    const calendar = language === 'ru' ? russiaCalendar : weekdaysCalendar;
    const items = await readItems(read, id, language);
    expect(items.filter(({ dueOn }) => !isWorkingDay(calendar, dueOn))).toEqual([]);
    expect(items.filter(({ doneAt }) => (doneAt ?? '') > today)).toEqual([]);
  });

  test('tells of no day, month or year of its own', async () => {
    const { file } = await openExample(language);
    const fixed =
      /\b20\d\d\b|\d-го|январ|феврал|апрел|август|сентябр|октябр|ноябр|декабр|january|february|april|august|september|october|november|december/i;
    expect(textsOf(file).filter((text) => text.includes(' ') && fixed.test(text))).toEqual([]);
  });

  test('quotes with the signs of its language', async () => {
    const { file } = await openExample(language);
    const foreign = language === 'ru' ? /["“]/ : /["«]/;
    expect(textsOf(file).filter((text) => foreign.test(text))).toEqual([]);
  });

  test('has no word of the other language', async () => {
    const { file } = await openExample(language);
    const texts = textsOf(file);
    const other = texts.filter((text) =>
      language === 'en' ? /[а-яё]/i.test(text) : /^[A-Za-z][a-z]+ [a-z]+ [a-z]+/.test(text),
    );
    expect(other).toEqual([]);
  });
});

test('history begins with the example', async () => {
  const storage = await openExample();
  await expect(storage.undo(v4())).rejects.toMatchObject({ code: 'nothing_to_undo' });
});

test('has a past of years to look back at, each day as it was', async () => {
  const storage = await openExample();
  const today = parts.clock.today();
  const { firstDay, stageDays } = await boardHandlers({ storage, clock: parts.clock })['board.days']({});
  expect(firstDay < addDays(today, -5 * 365)).toBe(true);
  expect(stageDays.filter((day) => day > addDays(today, -365)).length).toBeGreaterThan(10);
  const boardOf = async (day: string) => storage.cardsAfter(await lastCommandOf(storage.read, day, today));
  expect(await boardOf(addDays(firstDay, -1))).toEqual([]);
  const yearAgo = await boardOf(addDays(today, -365));
  expect(yearAgo.filter(({ stage }) => stage !== 'ended').length).toBeGreaterThan(5);
  expect(yearAgo.filter(({ lastTouchAt }) => (lastTouchAt ?? '') > addDays(today, -364))).toEqual([]);
  const halfAYearAgo = addDays(today, -180);
  const known = (await boardOf(halfAYearAgo)).filter(
    ({ stage, sinceOn }) => stage !== 'ended' && sinceOn < addDays(halfAYearAgo, -35),
  );
  expect(known.length).toBeGreaterThan(8);
  expect(known.filter(({ lastTouchAt, nextStep }) => lastTouchAt === null || nextStep === null)).toEqual([]);
  const spindle = (day: number) => async () =>
    (await boardOf(addDays(today, day))).find(({ handoff }) => handoff !== null)?.handoff;
  expect(await spindle(-15)()).toBeUndefined();
  expect(await spindle(-14)()).toMatchObject({ total: 27 });
  expect((await spindle(-14)())?.done).toBeLessThan(6);
});

test('is kept for the day, made anew on the next one or in the other language', async () => {
  const first = (await loadCards((await openExample('ru')).read)).map(({ id }) => id);
  expect((await loadCards((await openExample('ru')).read)).map(({ id }) => id)).toEqual(first);
  const english = await loadCards((await openExample('en')).read);
  expect(english[0]?.name).toBe('Warm Loaf Bakeries');
  parts.setNow(`${addDays(parts.clock.today(), 40)}T08:00:00.000Z`);
  const later = await loadCards((await openExample()).read);
  expect(later[0]).toMatchObject({ name: 'Warm Loaf Bakeries', nextStep: { dueOn: '2027-01-05' } });
  expect(later[0]?.id).not.toBe(english[0]?.id);
});

test('lies beside one’s own data and has no backups', async () => {
  await openExample();
  expect(existsSync(join(parts.userData, 'sample.db'))).toBe(true);
  await expect(dataFile?.backUpNow()).rejects.toMatchObject({ code: 'backup_failed' });
  await dataFile?.close();
  dataFile = null;
  expect(existsSync(join(parts.userData, 'backups'))).toBe(false);
  expect(existsSync(join(parts.userData, 'rapport.db'))).toBe(false);
});

test.each([
  [
    'the database of another program',
    'file_foreign',
    (path: string) => {
      const file = new Database(path);
      file.exec('create table recipe (name text)');
      file.close();
    },
  ],
  ['a text file', 'file_not_database', (path: string) => writeFileSync(path, 'Dear diary,\n'.repeat(200))],
  [
    'a file of a newer version',
    'file_newer',
    (path: string) => {
      const file = openFile(path);
      file.pragma(`user_version = ${newestVersion + 1}`);
      file.close();
    },
  ],
])('never takes the place of %s', async (_what, code, make) => {
  const path = join(parts.userData, 'sample.db');
  make(path);
  const before = readFileSync(path);
  dataFile = await openDataFile(parts, 'sample');
  expect(dataFile.refusal).toMatchObject({ code });
  expect(readFileSync(path)).toEqual(before);
});

test('is made anew when it is damaged', async () => {
  await openExample();
  await dataFile?.close();
  dataFile = null;
  truncateSync(join(parts.userData, 'sample.db'), 5000);
  expect(await loadCards((await openExample()).read)).not.toEqual([]);
});
