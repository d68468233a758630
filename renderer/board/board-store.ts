import { msg } from '@lingui/core/macro';
import { create } from 'zustand';
import type { Card } from '../../shared/contract/board.ts';
import type { Changed } from '../../shared/contract/contract.ts';
import type { BoardStage } from '../../shared/stage.ts';
import { call, onChanged } from '../api.ts';
import { showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { type Cards, type Columns, columnsOf, noColumns } from './columns.ts';
import { restoreView } from './view-store.ts';

/** A move that was painted and not answered yet. */
export interface PaintedMove {
  readonly commandId: string;
  readonly clientId: string;
  readonly stage: BoardStage;
  readonly place: string;
}

/** The board as it stood at the end of a day that is over. */
export interface PastDay {
  readonly day: string;
  readonly cards: Cards;
}

export interface Board {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why the last load failed. */
  readonly problem: unknown;
  readonly revision: number;
  /** As the database has it. */
  readonly saved: Cards;
  readonly painted: readonly PaintedMove[];
  /** Shown in the place of the present; nothing can be changed there. */
  readonly past: PastDay | null;
  /** As the board shows it: saved, with the painted moves on top; or the past. */
  readonly cards: Cards;
  readonly columns: Columns;
}

const empty: Board = {
  status: 'loading',
  problem: null,
  revision: -1,
  saved: {},
  painted: [],
  past: null,
  cards: {},
  columns: noColumns,
};

export const useBoard = create<Board>(() => empty);

function withMoves(saved: Cards, painted: readonly PaintedMove[]): Cards {
  const moved = painted.flatMap(({ clientId, stage, place }) => {
    const card = saved[clientId];
    return card === undefined ? [] : [[clientId, { ...card, stage, place }] as const];
  });
  return moved.length === 0 ? saved : { ...saved, ...Object.fromEntries(moved) };
}

function show(change: Partial<Pick<Board, 'saved' | 'painted' | 'past' | 'revision' | 'status' | 'problem'>>): void {
  useBoard.setState((now) => {
    const saved = change.saved ?? now.saved;
    const painted = change.painted ?? now.painted;
    const past = change.past === undefined ? now.past : change.past;
    const cards = past?.cards ?? withMoves(saved, painted);
    return { ...change, cards, columns: columnsOf(cards, now.columns) };
  });
}

/** Null: the present again. */
export function showPast(past: PastDay | null): void {
  if (past !== useBoard.getState().past) show({ past });
}

export function paintMove(move: PaintedMove): void {
  show({ painted: [...useBoard.getState().painted, move] });
}

/** The answer to a painted move: the new truth, or null when it was refused and the card goes back. */
export function settleMove(commandId: string, answer: { readonly revision: number; readonly card: Card } | null): void {
  const painted = useBoard.getState().painted.filter((move) => move.commandId !== commandId);
  if (answer === null) return show({ painted });
  takeCard(answer, painted);
}

/** One card as a command answered it. Cards that are older than what is shown are left to the next load. */
export function takeCard(
  answer: { readonly revision: number; readonly card: Card },
  painted = useBoard.getState().painted,
): void {
  const { revision, saved } = useBoard.getState();
  if (answer.revision < revision) return show({ painted });
  // Only a step of one is surely this command alone; after a longer one a load brings the board up to date.
  const isNext = answer.revision === revision + 1 && unlessSame(answer.card, saved[answer.card.id]) === answer.card;
  show({
    painted,
    saved: { ...saved, [answer.card.id]: answer.card },
    ...(isNext ? { revision: answer.revision } : {}),
  });
}

let loading: Promise<void> | null = null;
let isLoadWanted = false;

/** One load at a time; a change that comes meanwhile starts one more when it is done. */
export async function loadBoard(): Promise<void> {
  isLoadWanted = true;
  loading ??= loadWhileWanted().finally(() => {
    loading = null;
  });
  return loading;
}

async function loadWhileWanted(): Promise<void> {
  while (isLoadWanted) {
    isLoadWanted = false;
    if (useBoard.getState().status === 'failed') useBoard.setState({ status: 'loading', problem: null });
    try {
      const [{ revision, cards }] = await Promise.all([call('board.load', {}), restoreView()]);
      if (revision < useBoard.getState().revision) continue;
      const before = useBoard.getState().saved;
      const saved = Object.fromEntries(cards.map((card) => [card.id, unlessSame(card, before[card.id])]));
      show({ status: 'ready', problem: null, revision, saved });
    } catch (problem) {
      takeProblem(problem);
    }
  }
}

/** A board that cannot be brought up to date is still shown; it is said once until a load succeeds. */
function takeProblem(problem: unknown): void {
  const before = useBoard.getState();
  useBoard.setState({ problem, status: before.status === 'ready' ? 'ready' : 'failed' });
  if (before.status !== 'ready' || before.problem !== null) return;
  showToast({
    text: i18n.t(msg`The board could not be brought up to date. What it shows may be old.`),
    tone: 'danger',
    actions: [{ label: i18n.t(msg`Try again`), run: () => void loadBoard() }],
  });
}

/** A card that did not change keeps its identity, so that only what changed is drawn again. */
function unlessSame(card: Card, before: Card | undefined): Card {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(card) ? before : card;
}

/** Keeps the board up to date while the page lives; returns the way to stop. */
export function followBoard(afterOwnMoves: () => Promise<void>): () => void {
  void loadBoard();
  return onChanged(({ revision, areas }: Changed) => {
    if (!areas.includes('board')) return;
    void afterOwnMoves().then(async () => {
      if (revision > useBoard.getState().revision) await loadBoard();
    });
  });
}

/** For tests. */
export function forgetBoard(): void {
  useBoard.setState(empty, true);
}
