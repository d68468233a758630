import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardView, Card } from '../../shared/contract/board.ts';
import type { OwnStage } from '../../shared/stage-words.ts';
import { cardWith, ownStageWith } from '../ui/test-data.ts';
import { columnsOf, noColumns } from './columns.ts';
import { columnsThrough, wholeBoard } from './lens.ts';

const today = '2026-11-23';
let count = 0;

function card(name: string, more: Partial<Card> = {}): Card {
  count += 1;
  return cardWith({ id: name, name, place: `a${String(count).padStart(4, '0')}V`, ...more });
}

function seen(cards: readonly Card[], view: Partial<BoardView>, stages: readonly OwnStage[] = []): readonly string[] {
  const byId = Object.fromEntries(cards.map((each) => [each.id, each]));
  return columnsThrough({ ...wholeBoard, ...view }, columnsOf(byId), byId, {
    today,
    stages,
    before: noColumns,
    verdicts: {},
    marks: null,
  }).stable;
}

describe('a filter', () => {
  const furniture = card('Мебельный дом «Ольха»');
  const bread = card('Пекарни «Тёплый хлеб»');
  const kitewell = card('Kitewell Toys', { openFlags: 2, partnerId: 'vera' });

  test('by name takes any part of it, in any case, with ё as е', () => {
    const cards = [furniture, bread, kitewell];
    expect(seen(cards, { text: 'ОЛЬ' })).toEqual([furniture.id]);
    expect(seen(cards, { text: 'теплый' })).toEqual([bread.id]);
    expect(seen([card('Весёлая ферма')], { text: ' весёлая ' })).toEqual(['Весёлая ферма']);
    expect(seen(cards, { text: 'toys kite' })).toEqual([kitewell.id]);
    expect(seen(cards, { text: '   ' })).toHaveLength(3);
    expect(seen(cards, { text: 'ольха toys' })).toEqual([]);
  });

  test('by text reads the next step too, alone or beside the name', () => {
    const step = { taskId: 't', title: 'Показать отчёт за ноябрь', dueOn: null };
    const cards = [furniture, card('Poplar', { nextStep: step }), kitewell];
    expect(seen(cards, { text: 'ОТЧЕТ' })).toEqual(['Poplar']);
    expect(seen(cards, { text: 'отчёт за' })).toEqual(['Poplar']);
    expect(seen(cards, { text: 'ноябрь poplar' })).toEqual(['Poplar']);
    expect(seen(cards, { text: 'отчёт toys' })).toEqual([]);
  });

  test('by text finds who has ended by name alone: nothing of theirs is to be done', () => {
    const step = { taskId: 't', title: 'Report', dueOn: null };
    const gone = { gone: card('gone', { stage: 'ended', nextStep: step }) };
    const ended = (text: string) =>
      columnsThrough({ ...wholeBoard, text }, columnsOf(gone), gone, {
        today,
        stages: [],
        before: noColumns,
        verdicts: {},
        marks: null,
      }).ended;
    expect([ended('report'), ended('gon')]).toEqual([[], ['gone']]);
  });

  test('by flags and by partner leaves those who have them; all filters hold at once', () => {
    const cards = [furniture, card('Poplar', { openFlags: 1 }), kitewell];
    expect(seen(cards, { onlyFlagged: true })).toEqual(['Kitewell Toys', 'Poplar']);
    expect(seen(cards, { onlyFlagged: true, partnerId: 'vera' })).toEqual(['Kitewell Toys']);
    expect(seen(cards, { onlyFlagged: true, partnerId: 'vera', text: 'poplar' })).toEqual([]);
  });

  test('by what is overdue counts the contact against its norm and the day of the next step', () => {
    const step = (dueOn: string | null) => ({ taskId: 't', title: 'Call', dueOn });
    const cards = [
      card('never met', { addedOn: '2026-11-09' }),
      card('never met for long', { addedOn: '2026-11-08' }),
      card('met within the norm', { lastTouchAt: '2026-11-09T12:00:00.000Z' }),
      card('met too long ago', { lastTouchAt: '2026-11-08T12:00:00.000Z' }),
      card('with a norm of its own', { lastTouchAt: '2026-11-08T12:00:00.000Z', contactNormDays: 30 }),
      card('step of yesterday', { nextStep: step('2026-11-22') }),
      card('step of today', { nextStep: step(today) }),
      card('step without a day', { nextStep: step(null) }),
    ];
    expect(seen(cards, { onlyOverdue: true })).toEqual(['never met for long', 'met too long ago', 'step of yesterday']);
    const patient = ownStageWith({ stage: 'stable', contactNormDays: 60 });
    expect(seen(cards, { onlyOverdue: true }, [patient])).toEqual(['step of yesterday']);
  });
});

test('a filter by health leaves those of whom there are doubts', () => {
  const byId = { calm: card('calm'), risky: card('risky'), gone: card('gone', { stage: 'ended' }) };
  const verdicts = { risky: { clientId: 'risky', verdict: 'risk', worst: null } } as const;
  const light = { today, stages: [], before: noColumns, verdicts, marks: null };
  const doubtful = { ...wholeBoard, onlyDoubtful: true };
  const shown = columnsThrough(doubtful, columnsOf(byId), byId, light);
  expect([shown.stable, shown.ended]).toEqual([['risky'], ['gone']]);
  const early = columnsThrough(doubtful, columnsOf(byId), byId, { ...light, verdicts: null });
  expect(early.stable).toHaveLength(2);
});

test('a filter by a signal leaves those of whom it is true, and everybody while that is not known', () => {
  const byId = { slow: card('slow'), other: card('other'), gone: card('gone', { stage: 'ended' }) };
  const marks = new Map([
    ['R-SLOW', new Set(['slow'])],
    ['R-DOCS', new Set(['other'])],
  ]);
  const light = { today, stages: [], before: noColumns, verdicts: {}, marks };
  const view = { ...wholeBoard, signal: 'R-SLOW' };
  const shown = columnsThrough(view, columnsOf(byId), byId, light);
  expect([shown.stable, shown.ended]).toEqual([['slow'], ['gone']]);
  expect(columnsThrough({ ...view, signal: 'C-TRUST' }, columnsOf(byId), byId, light).stable).toEqual([]);
  expect(columnsThrough(view, columnsOf(byId), byId, { ...light, marks: null }).stable).toHaveLength(2);
});

describe('a sorting', () => {
  test('puts on top who was not seen for longest; whom nobody met was not seen since they came', () => {
    const cards = [
      card('fresh', { lastTouchAt: '2026-11-22T12:00:00.000Z' }),
      card('new and never met', { sinceOn: '2026-11-01' }),
      card('long ago', { lastTouchAt: '2026-05-01T12:00:00.000Z' }),
    ];
    expect(seen(cards, { sorting: 'unseen' })).toEqual(['long ago', 'new and never met', 'fresh']);
  });

  test('by tenure puts on top who is with us longest', () => {
    const cards = [card('two years', { sinceOn: '2024-11-23' }), card('six years', { sinceOn: '2020-10-02' })];
    expect(seen(cards, { sorting: 'tenure' })).toEqual(['six years', 'two years']);
  });

  test('loses nobody and keeps the order of the partners among equals', () => {
    const years = fc.array(fc.integer({ min: 2018, max: 2022 }), { maxLength: 30 });
    fc.assert(
      fc.property(years, fc.constantFrom('unseen' as const, 'tenure' as const), (starts, sorting) => {
        const cards = starts.map((year, index) => card(`${index}`, { sinceOn: `${year}-01-01` }));
        const order = seen(cards, { sorting }).map(Number);
        const wanted = starts
          .map((year, index) => ({ year, index }))
          .toSorted((one, other) => one.year - other.year || one.index - other.index);
        expect(order).toEqual(wanted.map(({ index }) => index));
      }),
    );
  });
});

test('a board that is neither filtered nor sorted keeps its columns, and a column that stayed the same its identity', () => {
  const cards = { a: card('a', { openFlags: 1 }), b: card('b', { stage: 'stagnation' }) };
  const columns = columnsOf(cards);
  expect(
    columnsThrough(wholeBoard, columns, cards, { today, stages: [], before: noColumns, verdicts: {}, marks: null }),
  ).toBe(columns);
  const flagged = { ...wholeBoard, onlyFlagged: true };
  const first = columnsThrough(flagged, columns, cards, {
    today,
    stages: [],
    before: noColumns,
    verdicts: {},
    marks: null,
  });
  const next = columnsThrough({ ...flagged, text: 'a' }, columns, cards, {
    today,
    stages: [],
    before: first,
    verdicts: {},
    marks: null,
  });
  expect(next.stable).toEqual(['a']);
  expect(next.stable).toBe(first.stable);
});
