import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStorage } from '../db/testing.ts';
import { sourceForAgency, sourceForClient } from '../electron/backend/documents/document-in-test.ts';
import { oddSource, oddTexts } from '../electron/backend/documents/odd-document-in-test.ts';
import { readDocumentSource } from '../electron/backend/documents/source.ts';
import { fillSample } from '../electron/backend/sample/fill-sample.ts';
import type { DocumentSource, SourceForAgency } from '../shared/handoff/document-source.ts';
import { type HandoffDocument, makeDocument } from '../shared/handoff/document.ts';
import { pdfFacts, pdfFonts, plain } from './document-text.ts';
import { bodyOf, type Box, footOf, layoutOf, outlineOf, paper, type PrintedPage } from './pdf/layout.ts';
import { Printer } from './pdf/printer.ts';
import { sectionsOf } from './word/record-text.ts';

let folder: string;
let printer: Printer;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-printed-'));
  printer = await Printer.open(folder);
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const options = { language: 'ru', includeAssets: true, includeDone: true, includeReasons: true } as const;

function documentOf(source: DocumentSource): HandoffDocument {
  return makeDocument(source, { ...options, audience: source.audience });
}

/** Tells a line of a heading, or of what only leads to what follows, from a line of content. */
function leadsOn({ plan, assets, knowledge, candidates, reasons, after, acceptance, people }: HandoffDocument) {
  const lists = [...(knowledge?.columns ?? []), ...(knowledge?.openQuestions ? [knowledge.openQuestions] : [])];
  const texts = [
    people.heading,
    plan.heading,
    ...plan.weeks.map(({ name, dates, sentence }) => name + dates + sentence),
    ...[assets, knowledge, candidates, reasons, after, acceptance].flatMap((section) => section?.heading ?? []),
    ...lists.map(({ heading }) => heading),
    ...[assets, candidates].flatMap((section) => (section ? [section.lead, ...section.columns] : [])),
    candidates?.questionsHeading ?? '',
  ].map(plain);
  return ({ text }: Box) => texts.some((each) => each !== '' && each.includes(plain(text)));
}

/** Faults of a page that no reader should see. */
function faultsOf(pages: readonly PrintedPage[], document: HandoffDocument): readonly string[] {
  const isLeading = leadsOn(document);
  return pages.flatMap((page, index) => {
    const number = `page ${index + 1}`;
    const body = page.lines.filter(({ top }) => top < paper.foot);
    const last = Math.max(...body.map(({ top }) => top));
    const orphans = body.filter((line) => last - line.top < 4).every(isLeading);
    const outside = bodyOf(page).filter(
      ({ left, right, bottom, top }) =>
        left < paper.left - 2 || right > paper.right + 2 || bottom > paper.foot + 2 || top < paper.top - 8,
    );
    const foot = footOf(page).includes(`${index + 1} / ${pages.length}`) ? [] : [`${number}: ${footOf(page)}`];
    return [
      ...(orphans ? [`${number} ends with a heading`] : []),
      ...outside.map(({ text }) => `${number}: ${text} is outside`),
      ...foot,
    ];
  });
}

/** Rows whose first word and last word are on two pages. */
function splitRows(pages: readonly PrintedPage[], count: number): readonly string[] {
  const pageOf = new Map(pages.flatMap((page, index) => page.words.map(({ text }) => [text, index] as const)));
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [first, last] = [`Н${index}ч`, `К${index}ц`].map((word) => pageOf.get(word));
    if (first === undefined || last === undefined) return [`row ${index} is not there`];
    return first === last ? [] : [`row ${index} is split`];
  });
}

/** The rows that begin on each page, by what tells them from others. */
function rowsOf(pages: readonly string[], mark = /Н\d+ч/g): readonly (readonly string[])[] {
  return pages.map((text) => [...plain(text).matchAll(mark)].map(([row]) => row).toSorted());
}

const wordsOf = ({ words }: PrintedPage) => words.map(({ text }) => text).join(' ');

/** Titles between two words that nothing else says. */
function withTitles(titles: readonly string[], notes: number): SourceForAgency {
  const source = sourceForAgency({ items: titles.length, assets: 8 });
  const items = source.items.map((item, index) => ({
    ...item,
    title: `Н${index}ч ${titles[index] ?? ''}`,
    person: '',
    evidence: `${'подтверждено письмом от заказчика '.repeat(notes)}К${index}ц`,
    confirmedBy: '',
  }));
  return { ...source, items };
}

const title = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 60 }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 20, max: 200 }).map((length) => 'Донаудампфшиффарт'.repeat(12).slice(0, length)),
  },
);

describe('the pages of a printed document', () => {
  const plans = fc.sample(fc.tuple(fc.array(title, { minLength: 1, maxLength: 90 }), fc.integer({ min: 0, max: 4 })), {
    numRuns: 12,
    seed: 20_261_123,
  });
  test.each(plans.map(([titles, notes], index) => ({ index, titles, notes })))(
    'split no row and leave no heading alone, whatever the plan: number $index',
    async ({ index, titles, notes }) => {
      const document = documentOf(withTitles(titles, notes));
      const pages = layoutOf(await printer.print(`plan-${index}`, document));
      expect(splitRows(pages, titles.length)).toEqual([]);
      expect(faultsOf(pages, document)).toEqual([]);
      expect(rowsOf(await printer.shownPages(`plan-${index}`)), 'in the preview').toEqual(rowsOf(pages.map(wordsOf)));
    },
  );

  test.each([
    { items: 1, notes: 0, fewest: 4, most: 4 },
    { items: 60, notes: 2, fewest: 5, most: 40 },
    { items: 200, notes: 1, fewest: 5, most: 40 },
    { items: 200, notes: 16, fewest: 41, most: 200 },
  ])('are numbered from one to more than forty: $items steps, $notes notes', async ({ items, notes, fewest, most }) => {
    const titles = Array.from({ length: items }, () => 'Шаг');
    const document = documentOf(withTitles(titles, notes));
    const pages = layoutOf(await printer.print(`long-${items}-${notes}`, document));
    expect(splitRows(pages, items)).toEqual([]);
    expect(faultsOf(pages, document)).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(fewest);
    expect(pages.length).toBeLessThanOrEqual(most);
  });

  test('control: a row that may break is seen, and so is a heading at the foot of a page', async () => {
    const document = documentOf(
      withTitles(
        Array.from({ length: 40 }, () => 'Шаг'),
        9,
      ),
    );
    const file = await printer.print('whole', document);
    const source = path.join(folder, 'whole.html');
    const page = readFileSync(source, 'utf8');
    writeFileSync(source, page.replaceAll(/break-(?:inside|after|before): avoid/g, 'break-inside: auto'));
    writeFileSync(file, await printer.printPage(source));
    const pages = layoutOf(file);
    expect(splitRows(pages, 40).length).toBeGreaterThan(0);
    const [, plan] = pages;
    const name = plan?.lines.find(({ text }) => text.startsWith('Собрать'));
    const cut = pages.map((each) =>
      each === plan
        ? { ...each, lines: each.lines.filter(({ top }) => top <= (name?.top ?? 0) || top > paper.foot) }
        : each,
    );
    expect(faultsOf(cut, document)).toContain('page 2 ends with a heading');
  });
});

test('a printed document has an outline, a title, a language and the fonts that are ours', async () => {
  const document = documentOf(sourceForClient({ items: 27, assets: 8 }));
  const file = await printer.print('facts', document);
  const { plan, assets, knowledge, candidates, after, acceptance, people } = document;
  const headings = [
    document.title,
    people.heading,
    plan.heading,
    ...plan.weeks.map(({ name }) => name),
    assets?.heading,
    knowledge?.heading,
    ...(knowledge?.columns ?? []).map(({ heading }) => heading),
    knowledge?.openQuestions?.heading,
    candidates?.heading,
    candidates?.questionsHeading,
    after.heading,
    acceptance?.heading,
  ];
  expect(outlineOf(file)).toEqual(headings);
  expect(pdfFacts(file)).toContain(document.line);
  const bytes = readFileSync(file).toString('latin1');
  expect(bytes).toMatch(/\/Lang ?\(ru\)/);
  // The printer draws the letters of a variable font one by one; what they were drawn from it names beside them.
  const families = [...bytes.matchAll(/\/FontFamily ?\(([^)]*)\)/g)].map(([, family]) => family);
  expect(new Set(families)).toEqual(new Set(['Golos Text', 'Source Serif 4']));
  expect(families).toHaveLength(pdfFonts(file).length);
});

/** How often each sign stands in a text, but for white space and what only tells the direction. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sign of plain(text)
    .normalize('NFC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')) {
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

/** The heads of the weeks' tables are for screen readers alone. */
function withoutQuietHeads(document: HandoffDocument): HandoffDocument {
  return { ...document, plan: { ...document.plan, columns: { item: '', who: '', due: '' } } };
}

describe('odd texts in print', () => {
  test.each(Object.entries(oddTexts))('%s: nothing is cut', async (name, text) => {
    const document = documentOf(oddSource(text));
    const pages = layoutOf(await printer.print(name, document));
    expect(faultsOf(pages, document)).toEqual([]);
    if (name === 'emoji') return;
    // Drawn, not written: boxes, circles and dashes.
    const said = counted(
      sectionsOf(withoutQuietHeads(document))
        .join('')
        .replaceAll(/[☑☐○◐●–]/g, ''),
    );
    const shown = counted(pages.flatMap((page) => bodyOf(page).map((word) => word.text)).join(''));
    expect([...said].filter(([sign, count]) => (shown.get(sign) ?? 0) < count)).toEqual([]);
  });

  test('200 items, 60 accesses and a name of the agency as long as it may be', async () => {
    const source = sourceForClient({ items: 200, assets: 60 });
    const name = 'Бюро Кварта и товарищи '.repeat(18).slice(0, 400).trim();
    const document = documentOf({ ...source, agency: { ...source.agency, name } });
    const pages = layoutOf(await printer.print('large', document));
    expect(faultsOf(pages, document)).toEqual([]);
    const words = plain(pages.flatMap((page) => bodyOf(page).map(({ text }) => text)).join(' '));
    for (const number of [1, 137, 200]) expect(words).toContain(plain(`Шаг № ${number}: передать ключи`));
    for (const number of [1, 60]) expect(words).toContain(plain(`Доступ № ${number}`));
    const marks = /Доступ(?=№)|Шаг№\d+/g;
    expect(rowsOf(await printer.shownPages('large'), marks)).toEqual(rowsOf(pages.map(wordsOf), marks));
    for (const page of pages) {
      const foot = counted(footOf(page));
      expect([...counted(name + document.line)].filter(([sign, count]) => (foot.get(sign) ?? 0) < count)).toEqual([]);
      expect(page.words.every(({ bottom }) => bottom < page.height)).toBe(true);
    }
  });
});

test('the web page prints the same on paper', async () => {
  const document = documentOf(sourceForClient({ items: 60, assets: 20 }));
  const own = layoutOf(await printer.print('own', document));
  const saved = layoutOf(await printer.print('saved', document, true));
  expect(saved).toEqual(own);
});

/**
 * Of the drawings `handoff-document-1.png` to `-4.png`: where a text begins, in pixels. Columns are as wide as their words,
 * which are not all the same there; a step of the 24th stands there in the week before.
 */
const drawn: readonly (readonly [page: number, text: string, left: number, middle: number])[] = [
  [1, 'Передача', 83, 279],
  [1, 'Текстиль', 83, 327],
  [1, 'Мы', 83, 390],
  [1, 'Начало', 83, 536],
  [1, 'Окончание', 258, 536],
  [1, 'Сделано', 417, 536],
  [1, 'Доступы', 576, 536],
  [1, 'Собрать', 83, 654],
  [1, 'Отпустить', 528, 654],
  [1, 'Кому', 83, 734],
  [2, 'План', 83, 92],
  [2, 'Собрать', 83, 131],
  [2, 'Описать', 83, 355],
  [2, 'Передать', 83, 554],
  [2, 'Отпустить', 83, 803],
  [3, 'Доступы', 83, 92],
  [3, 'Паролей', 83, 123],
  [3, 'Где', 203, 182],
  [3, 'Сейчас', 377, 182],
  [3, 'Кому', 485, 182],
  [3, 'Состояние', 556, 182],
  [3, 'Хостинг', 83, 211],
  [3, 'Рассылки', 83, 429],
  [3, 'Что', 83, 502],
  [3, 'Как', 83, 540],
  [3, 'На', 416, 540],
  [3, 'Незакрытые', 106, 778],
  [4, 'Новый', 83, 92],
  [4, 'Подходят,', 216, 182],
  [4, 'Учесть', 453, 182],
  [4, 'Ответы', 671, 182],
  [4, 'Шесть', 83, 359],
  [4, 'После', 83, 519],
  [4, 'Приёмка', 106, 667],
];

test('the example is the four pages that were drawn', async () => {
  const storage = openTestStorage();
  try {
    await fillSample(storage, { language: 'ru', today: '2026-11-23', now: '2026-11-23T08:42:00.000Z' });
    const handoff = await storage.read
      .selectFrom('handoff')
      .innerJoin('client', 'client.id', 'handoff.client_id')
      .select('handoff.id')
      .where('client.name', 'like', '%Веретено%')
      .executeTakeFirstOrThrow();
    const asked = { ...options, audience: 'client' } as const;
    const source = await readDocumentSource(storage.read, {
      handoffId: handoff.id,
      today: '2026-11-23',
      options: asked,
    });
    const pages = layoutOf(await printer.print('example', makeDocument(source, asked)));
    expect(pages).toHaveLength(4);
    const away = drawn.flatMap(([number, text, left, middle]) => {
      const words = pages[number - 1]?.words ?? [];
      const isThere = words.some(
        (word) =>
          word.text === text &&
          Math.abs(word.left - left) < (left === paper.left ? 3 : 14) &&
          Math.abs((word.top + word.bottom) / 2 - middle) < 9,
      );
      if (isThere) return [];
      const seen = words.filter((word) => word.text === text);
      const places = seen.map((word) => `${Math.round(word.left)}, ${Math.round((word.top + word.bottom) / 2)}`);
      return [`${number}: ${text} is at ${places.join(' or ')}, drawn at ${left}, ${middle}`];
    });
    expect(away).toEqual([]);
  } finally {
    await storage.remove();
  }
});
