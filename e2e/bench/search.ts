import { searchAll } from '../../db/search-query.ts';
import { mergeIndex } from '../../db/search-index.ts';
import { englishWords } from '../../db/search-truth/english-words.ts';
import { fillWithCorpus, measureQuality } from '../../db/search-truth/measure.ts';
import { russianWords } from '../../db/search-truth/russian-words.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import { rounded } from './page-cost.ts';
import { percentiles, type Percentiles } from './percentiles.ts';

const today = '2026-11-23';
/** What the palette asks for. */
const limit = 5;
const rounds = 3;

/** Words as they are typed letter by letter, every third time two of them. */
function typedTexts(): readonly string[] {
  const all = [russianWords, englishWords].flatMap((words) =>
    words.map(({ forms }, index) => {
      const form = forms[index % forms.length] ?? '';
      const second = words[(index * 7 + 3) % words.length]?.word ?? '';
      return index % 3 === 0 ? `${form} ${second}` : form;
    }),
  );
  return all.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
}

interface Figures {
  readonly notes: number;
  readonly recall: { readonly ru: number; readonly en: number };
  readonly precision: { readonly ru: number; readonly en: number };
  readonly msPerKey: Percentiles;
  readonly keys: number;
  /** The index with its lists, in parts of the notes' table. */
  readonly indexShare: number;
  /** Processor time for indexing one note, in milliseconds. */
  readonly indexMsPerNote: number;
}

async function measure(count: number): Promise<Figures> {
  const storage = openTestStorage();
  try {
    const before = process.cpuUsage();
    const truth = await fillWithCorpus(storage, count);
    const { user, system } = process.cpuUsage(before);
    tell(count, 'filled');
    await mergeAll(storage);
    tell(count, 'pieces of the index joined');
    const formsOfEach = count > 10_000 ? 3 : 12;
    const ru = measureQuality(storage.file, truth, russianWords, { formsOfEach });
    const en = measureQuality(storage.file, truth, englishWords, { formsOfEach });
    tell(count, 'recall and precision measured');
    const times = await timesOfKeys(storage);
    return {
      notes: count,
      recall: { ru: rounded(ru.recall, 3), en: rounded(en.recall, 3) },
      precision: { ru: rounded(ru.precision, 3), en: rounded(en.precision, 3) },
      msPerKey: percentiles(times),
      keys: times.length,
      indexShare: rounded(bytesOf(storage, 'local_search%') / bytesOf(storage, 'note')),
      indexMsPerNote: rounded((user + system) / 1000 / count),
    };
  } finally {
    await storage.remove();
  }
}

/** A million notes take a while: what is done is told beside the figures. */
function tell(notes: number, done: string): void {
  process.stderr.write(`${notes} notes: ${done}, ${Math.round(process.uptime())} s\n`);
}

async function timesOfKeys(storage: TestStorage): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1)
    for (const text of typedTexts()) {
      const from = performance.now();
      await searchAll(storage, { text, limit, today });
      // The first round warms the page cache up, as the first search of a day does.
      if (round > 0) times.push(performance.now() - from);
    }
  return times;
}

/** As the program does while nobody writes. */
async function mergeAll(storage: TestStorage): Promise<void> {
  for (let isMore = true; isMore;)
    await storage.maintain(() => {
      isMore = mergeIndex(storage.file);
      return Promise.resolve();
    });
}

function bytesOf({ file }: TestStorage, tables: string): number {
  const pages = file.prepare<[string], number>('select sum(pgsize) from dbstat where name like ?').pluck();
  return pages.get(tables) ?? 0;
}

/** Prints one line of JSON; a million notes take a quarter of an hour. */
export async function benchSearch(isLarge: boolean): Promise<void> {
  const done: Figures[] = [];
  for (const count of [10_000, 100_000, ...(isLarge ? [1_000_000] : [])]) done.push(await measure(count));
  const [, middle, large] = done;
  const growth = middle && large ? { growth: rounded(large.msPerKey.p99 / middle.msPerKey.p99) } : {};
  process.stdout.write(`${JSON.stringify({ sizes: done, ...growth })}\n`);
}
