import type { BoardView, Card } from '../../shared/contract/board.ts';
import type { Marks } from './mark-store.ts';
import type { Verdicts } from './verdict-store.ts';
import { contactNormOf, type OwnStage } from '../../shared/stage-words.ts';
import { holdsAll, typedWords } from '../../shared/typed-words.ts';
import { type Cards, type Columns, mapStages, sameIds, stageOf } from './columns.ts';
import { contactOf } from '../ui/contact.ts';

// The board as a partner wants to see it: some cards left out, the rest in the order of the partners or sorted.

export type Sorting = BoardView['sorting'];

export const wholeBoard: BoardView = {
  partnerId: null,
  text: '',
  onlyFlagged: false,
  onlyOverdue: false,
  onlyDoubtful: false,
  signal: null,
  sorting: 'own',
};

/** All that leaves clients out: two views with the same show the same ones. */
export function filtersOf({ partnerId, text, onlyFlagged, onlyOverdue, onlyDoubtful, signal }: BoardView) {
  return [partnerId, text.trim(), onlyFlagged, onlyOverdue, onlyDoubtful, signal] as const;
}

export function isFiltered(view: BoardView): boolean {
  return filtersOf(view).some((filter) => filter !== null && filter !== '' && filter !== false);
}

/** Contact over its norm, or a next step whose day has passed. */
function isOverdue(card: Card, { today, stages }: Light): boolean {
  const dueOn = card.nextStep?.dueOn ?? null;
  return contactOf(card, contactNormOf(stageOf(card), stages), today).isOverdue || (dueOn !== null && dueOn < today);
}

/** What is looked through for the typed words: what the card is called and what is to be done next. */
function wordsOf({ name, nextStep, stage }: Card): string {
  return nextStep === null || stage === 'ended' ? name : `${name} ${nextStep.title}`;
}

function fits(card: Card, view: BoardView, words: readonly string[], light: Light): boolean {
  if (view.partnerId !== null && card.partnerId !== view.partnerId) return false;
  if (view.onlyFlagged && card.openFlags === 0) return false;
  if (view.onlyOverdue && !isOverdue(card, light)) return false;
  if (view.onlyDoubtful && light.verdicts !== null && light.verdicts[card.id] === undefined) return false;
  if (view.signal !== null && light.marks !== null && light.marks.get(view.signal)?.has(card.id) !== true) return false;
  return holdsAll(wordsOf(card), words);
}

/** What sorting compares: who has the least stands on top. */
function rank(card: Card, sorting: Exclude<Sorting, 'own'>): string {
  // Whom nobody has met yet was not seen since they came.
  return sorting === 'tenure' ? card.sinceOn : (card.lastTouchAt ?? card.sinceOn);
}

export function comesBefore(one: Card, other: Card, sorting: Exclude<Sorting, 'own'>): boolean {
  return rank(one, sorting) < rank(other, sorting);
}

export interface Light {
  readonly today: string;
  /** What the partners changed of the stages. */
  readonly stages: readonly OwnStage[];
  /** On whom there is a doubtful verdict; null while that is not known. */
  readonly verdicts: Verdicts | null;
  /** Of whom which signals are true; null while that is not known. */
  readonly marks: Marks | null;
  /** As it was shown last: columns that stayed the same keep their identity. */
  readonly before: Columns;
}

/**
 * The columns as they are shown. Who has ended is found by name and by partner, in the order in which they left: nothing
 * of theirs is overdue any more, no flag warns of it, and nobody sorts them.
 */
export function columnsThrough(view: BoardView, columns: Columns, cards: Cards, light: Light): Columns {
  const { before } = light;
  const words = typedWords(view.text);
  const { sorting } = view;
  const isWhole = !isFiltered(view);
  if (isWhole && sorting === 'own') return columns;
  const viewOfEnded: BoardView = { ...view, onlyFlagged: false, onlyOverdue: false, onlyDoubtful: false, signal: null };
  return mapStages((stage) => {
    const hasEnded = stage === 'ended';
    const all = columns[stage].flatMap((id) => cards[id] ?? []);
    const left = isWhole ? all : all.filter((card) => fits(card, hasEnded ? viewOfEnded : view, words, light));
    const ids = (sorting === 'own' || hasEnded ? left : sorted(left, sorting)).map(({ id }) => id);
    return sameIds(ids, before[stage]) ? before[stage] : ids;
  });
}

/** Equals keep the order the partners gave them. */
function sorted(cards: readonly Card[], sorting: Exclude<Sorting, 'own'>): readonly Card[] {
  return cards.toSorted((one, other) =>
    comesBefore(one, other, sorting) ? -1 : comesBefore(other, one, sorting) ? 1 : 0,
  );
}
