import * as board from '../../db/board.ts';
import { firstDay, stageDays } from '../../db/board-days.ts';
import { readCard } from '../../db/card.ts';
import { unmarkedLines } from '../../db/exit-lines.ts';
import { readMarkedClients } from '../../db/signals.ts';
import type { ChangedRow } from '../../db/storage.ts';
import { type BoardView, boardView } from '../../shared/contract/board.ts';
import type { CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import { exitLinesAsked } from '../../shared/exit-lines.ts';
import { refuseAhead } from '../../shared/refuse-ahead.ts';
import { badnessOf } from '../../shared/signal-order.ts';
import type { Context, HandlersOf } from './context.ts';
import { pastBoard } from './past-board.ts';

type Parts = Pick<Context, 'storage' | 'clock'>;

export function boardHandlers(context: Parts): HandlersOf<'board'> {
  const { storage } = context;
  const oneByOne = inTurn();
  return {
    'board.load': async () => {
      // The revision first: cards that are newer than it says are only loaded once more.
      const revision = await storage.revision();
      return { revision, cards: await board.loadCards(storage.read) };
    },
    'board.past': (request) => pastBoard(context, request),
    'board.moveClient': (request) => oneByOne(() => moveClient(context, request)),
    'board.days': async () => ({
      firstDay: (await firstDay(storage.read, context.clock.today())) ?? context.clock.today(),
      stageDays: await stageDays(storage.read, context.clock.today()),
    }),
    'board.explainMove': async ({ commandId, stageChangeId, reason }) => {
      await storage.write({ id: commandId, name: 'board.explainMove' }, (writer, stamp) =>
        board.explainMove(writer, stamp, stageChangeId, reason.trim()),
      );
      return { revision: await storage.revision() };
    },
    'board.marks': async () => {
      const revision = await storage.revision();
      const marks = [...(await readMarkedClients(storage.read))].map(([code, clientIds]) => ({ code, clientIds }));
      return { revision, marks: marks.toSorted((one, other) => badnessOf(other.code) - badnessOf(one.code)) };
    },
    'board.createClient': (request) => createClient(context, request),
    'board.view': async () => ({ view: viewFrom(await storage.setting(viewSetting)) }),
    'board.keepView': async ({ view }) => {
      await storage.saveSetting(viewSetting, JSON.stringify(view));
      return {};
    },
  };
}

const viewSetting = 'board_view';

/** What another version of the program kept may not be understood; the board is then shown whole. */
function viewFrom(kept: string | null): BoardView | null {
  try {
    return boardView.safeParse(JSON.parse(kept ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** Whether a move changes anything is known only when the moves before it are done. */
function inTurn(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function createClient(
  { storage, clock }: Parts,
  request: CallRequest<'board.createClient'>,
): Promise<CallOutput<'board.createClient'>> {
  const { commandId, name, stage, partnerId, sinceOn } = request;
  const today = clock.today();
  // Tenure counts from a day that has come.
  refuseAhead({ sinceOn }, today);
  const { rows } = await storage.write({ id: commandId, name: 'board.createClient' }, async (writer, stamp) => {
    await board.createClient(writer, stamp, {
      name,
      stage,
      partnerId: partnerId ?? null,
      sinceOn: sinceOn ?? today,
    });
  });
  return {
    revision: await storage.revision(),
    card: await readCard(storage.read, insertedInto('client', rows) ?? ''),
    overLimit: stage === 'honeymoon' ? await honeymoonOverLimit(storage.read) : [],
  };
}

async function moveClient(
  { storage }: Parts,
  { commandId, clientId, stage, after, reason = '' }: CallRequest<'board.moveClient'>,
): Promise<CallOutput<'board.moveClient'>> {
  const move = { clientId, stage, after, reason };
  const { rows } = (await board.moveChangesNothing(storage.read, commandId, move))
    ? { rows: [] }
    : await storage.write({ id: commandId, name: 'board.moveClient' }, (writer, stamp) =>
        board.moveClient(writer, stamp, move),
      );
  const stageChangeId = insertedInto('stage_change', rows);
  const from = stageChangeId === null ? null : await board.stageBefore(storage.read, stageChangeId);
  const card = await readCard(storage.read, clientId);
  const asked = from === null ? [] : exitLinesAsked(from, stage).map(({ code }) => code);
  return {
    revision: await storage.revision(),
    card,
    fromStage: from ?? card.stage,
    stageChangeId,
    unmetExits: await unmarkedLines(storage.read, clientId, asked),
    overLimit: from !== null && card.stage === 'honeymoon' ? await honeymoonOverLimit(storage.read) : [],
  };
}

async function honeymoonOverLimit(
  reader: Context['storage']['read'],
): Promise<CallOutput<'board.moveClient'>['overLimit']> {
  const { count, allowed } = await board.honeymoonLoad(reader);
  return count > allowed ? [{ limit: 'honeymoon', count, allowed }] : [];
}

function insertedInto(table: ChangedRow['table'], rows: readonly ChangedRow[]): string | null {
  return rows.find((row) => row.table === table && row.inserted)?.id ?? null;
}
