import type { BoardView } from '../../shared/contract/board.ts';
import { isBoardStage, type Stage } from '../../shared/stage.ts';
import { today } from '../ui/clock.ts';
import { ownStages, useOwnStages } from '../ui/stage-words.ts';
import { useBoardDay } from './board-day.ts';
import { type PastDay, useBoard } from './board-store.ts';
import { type Cards, type Columns, columnsOf, countOf, noColumns, type Spot, spotOf } from './columns.ts';
import { useCarry } from './carry-store.ts';
import { columnsThrough, comesBefore, filtersOf, type Light } from './lens.ts';
import { useMarks } from './mark-store.ts';
import { passing } from './sentences.ts';
import { useVerdicts } from './verdict-store.ts';
import { currentView, useCurrentView, useView } from './view-store.ts';

let last: { readonly made: readonly unknown[]; readonly shown: Columns } = { made: [], shown: noColumns };

/** The columns as filters and sorting leave them. Asked with every move of the pointer, so made only when they changed. */
function shownOf(columns: Columns, cards: Cards, view: BoardView, light: Omit<Light, 'before'>): Columns {
  const made = [
    columns,
    cards,
    light.today,
    light.stages,
    view.onlyDoubtful ? light.verdicts : null,
    view.signal === null ? null : light.marks,
    ...filtersOf(view),
    view.sorting,
  ];
  if (made.length === last.made.length && made.every((part, index) => part === last.made[index])) return last.shown;
  last = { made, shown: columnsThrough(view, columns, cards, { ...light, before: last.shown }) };
  return last.shown;
}

export function shownColumns(): Columns {
  const { columns, cards, past } = useBoard.getState();
  const light = { today: past?.day ?? today(), stages: ownStages(), ...knownBeside() };
  return shownOf(columns, cards, viewOn(past, currentView()), light);
}

/** The same for the board of today, also while one of the past is shown. */
export function presentColumns(): Columns {
  const { saved, past } = useBoard.getState();
  if (past === null) return shownColumns();
  return columnsThrough(currentView(), columnsOf(saved), saved, {
    today: today(),
    stages: ownStages(),
    ...knownBeside(),
    before: noColumns,
  });
}

export function useShownColumns(): Columns {
  const columns = useBoard((board) => board.columns);
  const cards = useBoard((board) => board.cards);
  const past = useBoard((board) => board.past);
  const view = viewOn(past, useCurrentView());
  const day = useBoardDay();
  const stages = useOwnStages();
  const verdicts = useVerdicts((known) => (view.onlyDoubtful ? known.verdicts : null));
  const marks = useMarks((known) => (view.signal === null ? null : known.marks));
  return shownOf(columns, cards, view, { today: day, stages, verdicts, marks });
}

function knownBeside(): Pick<Light, 'verdicts' | 'marks'> {
  return { verdicts: useVerdicts.getState().verdicts, marks: useMarks.getState().marks };
}

/** How well somebody was on a day that is over, and what was true of them, is not known: nobody is left out for it. */
function viewOn(past: PastDay | null, view: BoardView): BoardView {
  const isOfToday = view.onlyDoubtful || view.signal !== null;
  return past === null || !isOfToday ? view : { ...view, onlyDoubtful: false, signal: null };
}

/** What the filter leaves, as a sentence. */
export function resultOf(columns: Columns, shown: Columns, { text }: Pick<BoardView, 'text'>): string {
  return passing(countOf(shown), countOf(columns), text.trim() === '' ? 0 : shown.ended.length);
}

/**
 * The columns that a command on this client counts in: those that are shown, or all of them when the filter hides the
 * client, as it can on the client's own page.
 */
export function columnsAround(clientId: string): Columns {
  const shown = shownColumns();
  return spotOf(shown, clientId) === null ? useBoard.getState().columns : shown;
}

export function useColumnsAround(clientId: string): Columns {
  const all = useBoard((board) => board.columns);
  const shown = useShownColumns();
  return spotOf(shown, clientId) === null ? all : shown;
}

/** On a sorted board the sorting says where in another column a card comes to stand, not the hand that puts it there. */
export function landing(clientId: string, spot: Spot): Spot {
  const { sorting } = useView.getState();
  if (sorting === 'own') return spot;
  const { cards } = useBoard.getState();
  const card = cards[clientId];
  const around = columnsAround(clientId);
  if (card === undefined || spotOf(around, clientId)?.stage === spot.stage) return spot;
  const above = around[spot.stage].filter((id) => {
    const other = cards[id];
    return other !== undefined && comesBefore(other, card, sorting);
  });
  return { ...spot, index: isBoardStage(spot.stage) ? above.length : 0 };
}

const order: readonly Stage[] = ['acquaintance', 'honeymoon', 'stable', 'stagnation', 'reanimation'];

/** The one card that Tab leads to: the last one used while it is on the board, else the first of all. */
export function tabStopOf(columns: Columns, current: string | null): string | null {
  const spot = current === null ? null : spotOf(columns, current);
  if (spot !== null && isBoardStage(spot.stage)) return current;
  return order.flatMap((stage) => columns[stage].slice(0, 1))[0] ?? null;
}

export function useTabStop(columns: Columns): string | null {
  return tabStopOf(
    columns,
    useCarry((carry) => carry.current),
  );
}
