import { msg } from '@lingui/core/macro';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { placeBetween } from '../../shared/place.ts';
import { type BoardStage, isBoardStage } from '../../shared/stage.ts';
import { ApiError, call, newCommandId } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { navigate, openOverlay } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast, type ToastAction } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { paintMove, settleMove, useBoard } from './board-store.ts';
import { focusCard, markLanded } from './carry-store.ts';
import { cardAbove, countWith, sameSpot, type Spot, spotOf } from './columns.ts';
import { askForReason } from './reason-store.ts';
import { backIn, dropped, nowIn } from './sentences.ts';
import { shownColumns } from './shown.ts';

/** Moves go out one after another, so that each finds the board as the one before it left it. */
let queue: Promise<unknown> = Promise.resolve();

export function afterMoves(): Promise<void> {
  return queue.then(
    () => undefined,
    () => undefined,
  );
}

/**
 * Moves a client to a spot among the cards that are shown: painted at once, put back with the reason when refused.
 * The shelf asks first how to part. Tells whether the card was put down on the spot.
 */
export function moveTo(clientId: string, spot: Spot): boolean {
  const { cards, columns } = useBoard.getState();
  const card = cards[clientId];
  const from = spotOf(shownColumns(), clientId);
  if (card === undefined || from === null) return false;
  if (sameSpot(from, spot)) return false;
  if (card.handoff !== null && spot.stage !== from.stage) {
    refuseForHandoff(card.handoff.id);
    return false;
  }
  if (!isBoardStage(spot.stage)) {
    openOverlay({ name: 'end-client', clientId });
    return false;
  }
  const after = cardAbove(columns[spot.stage], shownColumns()[spot.stage], spot.index, clientId);
  const commandId = newCommandId();
  paintMove({ commandId, clientId, stage: spot.stage, place: placeBelow(spot.stage, after, clientId) });
  focusCard(clientId);
  markLanded(clientId);
  announce(dropped(card.name, { ...spot, total: countWith(shownColumns(), spot.stage, clientId) }));
  queue = afterMoves().then(() => send({ commandId, clientId, stage: spot.stage as BoardStage, after }));
  return true;
}

function refuseForHandoff(handoffId: string): void {
  showProblem(new ApiError('handoff_running', 'the stage is fixed while a handoff runs'), [
    { label: i18n.t(msg`Open the handoff`), run: () => navigate({ name: 'handoff', handoffId }) },
  ]);
}

/** The main process gives the final place; this one is only painted until it answers. */
function placeBelow(stage: BoardStage, after: string | null, moved: string): string {
  const { cards, columns } = useBoard.getState();
  const others = columns[stage].filter((id) => id !== moved);
  const above = after === null ? null : (cards[after]?.place ?? null);
  const below = others
    .map((id) => cards[id]?.place ?? '')
    .find((place) => above === null || place > above);
  return placeBetween(above, below ?? null);
}

interface Request {
  readonly commandId: string;
  readonly clientId: string;
  readonly stage: BoardStage;
  readonly after: string | null;
}

async function send(request: Request): Promise<void> {
  const { commandId, clientId, stage } = request;
  try {
    const reply = await call('board.moveClient', request);
    settleMove(commandId, reply);
    showToast({
      text: [nowIn(reply.card.name, stage), ...overLimitSentences(reply)].join('. '),
      actions: [undoAction(commandId, clientId), ...reasonActions(reply, stage)],
      // The drop was announced when the card was put down; a limit is news.
      spoken: overLimitSentences(reply).join('. '),
    });
  } catch (problem) {
    settleMove(commandId, null);
    focusCard(clientId);
    showProblem(problem);
  }
}

type Moved = CallOutput<'board.moveClient'>;

function overLimitSentences({ overLimit }: Moved): readonly string[] {
  return overLimit.map(({ count, allowed }) => i18n.t(msg`That makes ${count} there, and the limit is ${allowed}`));
}

function reasonActions({ stageChangeId, card }: Moved, stage: BoardStage): readonly ToastAction[] {
  if (stageChangeId === null || (stage !== 'stagnation' && stage !== 'reanimation')) return [];
  return [{ label: i18n.t(msg`Add a reason`), run: () => askForReason({ stageChangeId, clientId: card.id, stage }) }];
}

function undoAction(commandId: string, clientId: string): ToastAction {
  return { label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undoMove(commandId, clientId) };
}

async function undoMove(targetId: string, clientId: string): Promise<void> {
  try {
    await call('safety.undo', { commandId: newCommandId(), targetId });
    await untilCardIsBack(clientId);
  } catch (problem) {
    showProblem(problem);
  }
}

/** The change comes back as an event; the card takes the focus where it then stands. */
async function untilCardIsBack(clientId: string): Promise<void> {
  const { loadBoard } = await import('./board-store.ts');
  await loadBoard();
  const card = useBoard.getState().cards[clientId];
  const spot = spotOf(shownColumns(), clientId);
  if (card === undefined || spot === null) return;
  focusCard(clientId);
  announce(backIn(card.name, spot.stage));
}

/** The same client list for everybody who moves by words: one step up or down, to an end, to a stage. */
export function moveWithin(clientId: string, where: 'higher' | 'lower' | 'top' | 'bottom'): void {
  const columns = shownColumns();
  const spot = spotOf(columns, clientId);
  if (spot === null) return;
  const last = columns[spot.stage].length - 1;
  const target = { higher: spot.index - 1, lower: spot.index + 1, top: 0, bottom: last }[where];
  moveTo(clientId, { stage: spot.stage, index: Math.max(0, Math.min(last, target)) });
}

/** On top of another column: what has just happened is looked for there. */
export function moveToStage(clientId: string, stage: Spot['stage']): void {
  moveTo(clientId, { stage, index: 0 });
}

export function isOverPartnerLimit(partnerId: string | null): { readonly count: number; readonly allowed: number } | null {
  const allowed = useSession.getState().settings?.clientsPerPartner;
  if (partnerId === null || allowed === undefined) return null;
  const { cards } = useBoard.getState();
  const count = Object.values(cards).filter((card) => card.partnerId === partnerId && isBoardStage(card.stage)).length;
  return count > allowed ? { count, allowed } : null;
}
