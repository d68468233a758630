import type { Card } from '../../shared/contract/board.ts';
import { type BoardStage, boardStages, isBoardStage, type Stage, stages } from '../../shared/stage.ts';

/** The ids of each column, top to bottom. */
export type Columns = Readonly<Record<Stage, readonly string[]>>;
export type Cards = Readonly<Record<string, Card>>;

/** A spot in a column: `index` counts the other cards above it, the moved one left out. */
export interface Spot {
  readonly stage: Stage;
  readonly index: number;
}

export const noColumns: Columns = {
  acquaintance: [],
  honeymoon: [],
  stable: [],
  stagnation: [],
  reanimation: [],
  ended: [],
};

/** A stage that this version does not know is shown in the first column rather than not at all. */
export function stageOf(card: Card): Stage {
  return stages.find((stage) => stage === card.stage) ?? 'acquaintance';
}

/** Order is the place compared with `<`, then the id; columns that stayed the same keep their identity. */
export function columnsOf(cards: Cards, before: Columns = noColumns): Columns {
  const all = Object.groupBy(Object.values(cards), stageOf);
  return mapStages((stage) => {
    const ids = (all[stage] ?? []).toSorted(inOrder).map((card) => card.id);
    return sameIds(ids, before[stage]) ? before[stage] : ids;
  });
}

export function inOrder(one: Card, other: Card): number {
  if (one.place !== other.place) return one.place < other.place ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

export function mapStages(idsOf: (stage: Stage) => readonly string[]): Columns {
  return {
    acquaintance: idsOf('acquaintance'),
    honeymoon: idsOf('honeymoon'),
    stable: idsOf('stable'),
    stagnation: idsOf('stagnation'),
    reanimation: idsOf('reanimation'),
    ended: idsOf('ended'),
  };
}

/** How many stand on the board; who has ended does not. */
export function countOf(columns: Columns): number {
  return boardStages.reduce((sum, stage) => sum + columns[stage].length, 0);
}

export function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

export function spotOf(columns: Columns, id: string): Spot | null {
  const stage = stages.find((each) => columns[each].includes(id));
  return stage === undefined ? null : { stage, index: columns[stage].indexOf(id) };
}

export function sameSpot(one: Spot | null, other: Spot | null): boolean {
  return one?.stage === other?.stage && one?.index === other?.index;
}

/** How many cards the column has once the moved one stands there. */
export function countWith(columns: Columns, stage: Stage, id: string): number {
  return columns[stage].filter((each) => each !== id).length + 1;
}

/**
 * The card to stand below, in the whole column. With a filter on, `shown` has gaps: the top of what is shown is right
 * above its first card, not above cards that nobody sees.
 */
export function cardAbove(
  all: readonly string[],
  shown: readonly string[],
  index: number,
  moved: string,
): string | null {
  const others = all.filter((id) => id !== moved);
  const visible = shown.filter((id) => id !== moved);
  const above = visible[index - 1];
  if (above !== undefined) return above;
  const first = visible[0];
  return first === undefined ? null : (others[others.indexOf(first) - 1] ?? null);
}

export function neighbourStage(stage: Stage, step: -1 | 1): BoardStage | null {
  const index = isBoardStage(stage) ? boardStages.indexOf(stage) : boardStages.length;
  return boardStages[index + step] ?? null;
}

/** How many cards lie above a height: the gap nearest to it. `middles` are the heights of the cards' middles. */
export function gapAt(middles: readonly number[], height: number): number {
  return middles.filter((middle) => middle < height).length;
}

/** A gap counted with the moved card in its place becomes a spot counted without it. */
export function indexOfGap(gap: number, sourceIndex: number): number {
  return sourceIndex >= 0 && gap > sourceIndex ? gap - 1 : gap;
}
