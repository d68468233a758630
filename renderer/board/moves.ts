import { msg } from '@lingui/core/macro';
import type { Card } from '../../shared/contract/board.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { exitLinesAsked } from '../../shared/exit-lines.ts';
import { placeBetween } from '../../shared/place.ts';
import { type BoardStage, isBoardStage } from '../../shared/stage.ts';
import { ApiError, call, newCommandId } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { navigate, openOverlay, useNavigation } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast, type ToastAction } from '../ui/toast.ts';
import { undo } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { loadBoard, paintMove, settleMove, useBoard } from './board-store.ts';
import { isFocusFreeFor } from './card-element.ts';
import { type Carry, focusCard, markLanded } from './carry-store.ts';
import { cardAbove, countWith, sameSpot, type Spot, spotOf } from './columns.ts';
import { isHeldFrom } from './held-card.ts';
import { refusePast } from './past-store.ts';
import { askForReason } from './reason-store.ts';
import { dropped, nowIn, overLimit } from './sentences.ts';
import { columnsAround, landing, shownColumns } from './shown.ts';
import { changeView, useView } from './view-store.ts';
import { sortedSentence } from './view-words.ts';

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
export function moveTo(clientId: string, wanted: Spot, by: Carry['by'] = 'keyboard'): boolean {
  const { cards, columns } = useBoard.getState();
  const card = cards[clientId];
  const around = columnsAround(clientId);
  const from = spotOf(around, clientId);
  if (card === undefined || from === null) return false;
  const spot = landing(clientId, wanted);
  if (sameSpot(from, spot) || refusePast() || isRefused(card, from, spot)) return false;
  const { stage } = spot;
  if (!isBoardStage(stage)) {
    openOverlay({ name: 'end-client', clientId });
    return false;
  }
  // Where sorting gives the place, the order of the partners gets the newcomer on top.
  const isSorted = useView.getState().sorting !== 'own';
  const after = isSorted ? null : cardAbove(columns[stage], around[stage], spot.index, clientId);
  const commandId = newCommandId();
  paintMove({ commandId, clientId, stage, place: placeBelow(stage, after, clientId) });
  focusCard(clientId, by === 'keyboard');
  markLanded(clientId);
  const said = dropped(card.name, { ...spot, total: countWith(around, stage, clientId) });
  announce(said);
  queue = afterMoves().then(() => send({ commandId, clientId, stage, after }, said));
  return true;
}

/** Says at once why the card cannot go there, when that is known before anybody is asked. */
function isRefused({ id, handoff }: Card, from: Spot, spot: Spot): boolean {
  const isSameStage = from.stage === spot.stage;
  const sorted = sortedSentence(useView.getState().sorting);
  if (isSameStage && sorted !== null) {
    const showAsIs = { label: i18n.t(msg`Show as is`), run: () => changeView({ sorting: 'own' }) };
    showToast({ text: sorted, tone: 'danger', actions: [showAsIs] });
    return true;
  }
  if (!isHeldFrom(id, spot.stage)) return false;
  refuseForHandoff(handoff?.id ?? null);
  return true;
}

function refuseForHandoff(handoffId: string | null): void {
  const open = (id: string): ToastAction => ({
    label: i18n.t(msg`Open the handoff`),
    run: () => navigate({ name: 'handoff', handoffId: id }),
  });
  showToast({
    text: i18n.t(msg`Not here: a handoff is running.`),
    tone: 'danger',
    actions: handoffId === null ? [] : [open(handoffId)],
  });
}

/** The main process gives the final place; this one is only painted until it answers. */
function placeBelow(stage: BoardStage, after: string | null, moved: string): string {
  const { cards, columns } = useBoard.getState();
  const others = columns[stage].filter((id) => id !== moved);
  const above = after === null ? null : (cards[after]?.place ?? null);
  const below = others.map((id) => cards[id]?.place ?? '').find((place) => above === null || place > above);
  return placeBetween(above, below ?? null);
}

interface Request {
  readonly commandId: string;
  readonly clientId: string;
  readonly stage: BoardStage;
  readonly after: string | null;
}

async function send(request: Request, said: string): Promise<void> {
  const { commandId, clientId, stage } = request;
  try {
    const reply = await call('board.moveClient', request);
    settleMove(commandId, reply);
    const news = [...overLimit(reply.overLimit), ...unmarkedSentences(reply), ...hiddenSentences(clientId)];
    const offer = reasonActions(reply, stage);
    const heard = [...news, ...(offer.length === 0 ? [] : [i18n.t(msg`A reason can be added`)])];
    showToast({
      text: nowIn(reply.card.name, stage),
      actions: [undoAction(commandId, clientId), ...offer],
      // The drop was announced when the card was put down. News comes so soon that it says that again, or it would be lost.
      spoken: heard.length === 0 ? '' : [said, ...heard].join('. '),
      detail: news.length === 0 ? undefined : news.join('\n'),
    });
  } catch (problem) {
    const isFocusFree = isFocusFreeFor(clientId);
    settleMove(commandId, null);
    if (isFocusFree) focusCard(clientId);
    const isForHandoff = problem instanceof ApiError && problem.code === 'handoff_running';
    if (isForHandoff) refuseForHandoff(useBoard.getState().cards[clientId]?.handoff?.id ?? null);
    else showProblem(problem);
  }
}

type Moved = CallOutput<'board.moveClient'>;

/** What the playbook of the stage left behind still wanted, a sentence for each line: said, never demanded. */
function unmarkedSentences({ fromStage, card, unmetExits }: Moved): readonly string[] {
  const { language } = useSession.getState();
  const unmarked = exitLinesAsked(fromStage, card.stage).filter(({ code }) => unmetExits.includes(code));
  return unmarked.map(({ label }) => {
    const line = label[language];
    return i18n.t(msg`Not marked yet: ${line}`);
  });
}

function hiddenSentences(clientId: string): readonly string[] {
  const isHidden = spotOf(shownColumns(), clientId) === null;
  return isHidden && isOnBoardPage() ? [i18n.t(msg`The filter hides it now`)] : [];
}

function isOnBoardPage(): boolean {
  return useNavigation.getState().route.name === 'board';
}

/** Asked for where something ends or begins anew, and where a line of the playbook was passed over. */
function reasonActions({ stageChangeId, card, unmetExits }: Moved, stage: BoardStage): readonly ToastAction[] {
  const isAsked = stage === 'stagnation' || stage === 'reanimation' || unmetExits.length > 0;
  if (stageChangeId === null || !isAsked) return [];
  return [{ label: i18n.t(msg`Add a reason`), run: () => askForReason({ stageChangeId, clientId: card.id, stage }) }];
}

function undoAction(commandId: string, clientId: string): ToastAction {
  return { label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undoMove(commandId, clientId) };
}

/** The card takes the focus where it stands again. */
async function undoMove(targetId: string, clientId: string): Promise<void> {
  await undo(targetId);
  await loadBoard();
  focusCard(clientId);
}

/** One step up or down, or to an end of the column: the way without dragging. */
export function moveWithin(clientId: string, where: 'higher' | 'lower' | 'top' | 'bottom'): void {
  const columns = columnsAround(clientId);
  const spot = spotOf(columns, clientId);
  if (spot === null) return;
  const last = columns[spot.stage].length - 1;
  const target = { higher: spot.index - 1, lower: spot.index + 1, top: 0, bottom: last }[where];
  moveTo(clientId, { stage: spot.stage, index: Math.max(0, Math.min(last, target)) });
}

/** On top of another column: what has just happened is looked for there. In its own column the card stays. */
export function moveToStage(clientId: string, stage: Spot['stage']): void {
  if (spotOf(columnsAround(clientId), clientId)?.stage !== stage) moveTo(clientId, { stage, index: 0 });
}
