import { v5, v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { putRow } from '../../db/row-changes.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import type { Context } from './context.ts';

let storage: TestStorage;
let calls: ReturnType<typeof boardHandlers>;
beforeEach(() => {
  storage = openTestStorage();
  calls = handlersOf(storage);
});
afterEach(() => storage.remove());

const clock = { now: () => '2026-11-23T08:00:00.000Z', today: () => '2026-11-23' };

function handlersOf(opened: TestStorage) {
  return boardHandlers({ storage: opened, clock } satisfies Pick<Context, 'storage' | 'clock'>);
}

async function create(name: string, more: Partial<CallRequest<'board.createClient'>> = {}) {
  const { card } = await calls['board.createClient']({ commandId: v7(), name, stage: 'stable', ...more });
  return card;
}

type MoveRequest = Pick<CallRequest<'board.moveClient'>, 'clientId' | 'stage'> &
  Partial<CallRequest<'board.moveClient'>>;

function move(request: MoveRequest) {
  return calls['board.moveClient']({ commandId: v7(), after: null, ...request });
}

describe('creating a client', () => {
  test('answers with the card; tenure counts from today or from the day given', async () => {
    expect(await create('Alder')).toMatchObject({
      name: 'Alder',
      stage: 'stable',
      sinceOn: '2026-11-23',
      partnerId: null,
    });
    expect(await create('Birch', { sinceOn: '2020-10-02' })).toMatchObject({ sinceOn: '2020-10-02' });
    await expect(create('Cedar', { sinceOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'bad_input',
      fields: { sinceOn: 'too_big' },
    });
  });

  test('twice with one command makes one client', async () => {
    const commandId = v7();
    const first = await create('Alder', { commandId });
    expect(await create('Alder', { commandId })).toEqual(first);
    expect((await calls['board.load']({})).cards).toEqual([first]);
  });
});

describe('moving a client', () => {
  test('answers what the contract promises, the same once more when the command is repeated', async () => {
    const { id } = await create('Alder');
    const request = { commandId: v7(), clientId: id, stage: 'stagnation', after: null } as const;
    const reply = await move(request);
    expect(contract['board.moveClient'].output.parse(reply)).toEqual(reply);
    expect(reply).toMatchObject({ card: { id, stage: 'stagnation' }, fromStage: 'stable', overLimit: [] });
    expect(reply.stageChangeId).not.toBeNull();
    expect(await move(request)).toEqual(reply);
    expect(await storage.read.selectFrom('stage_change').selectAll().execute()).toHaveLength(2);
  });

  test('onto its own place is no command', async () => {
    const { id } = await create('Alder');
    const before = await storage.revision();
    expect(await move({ clientId: id, stage: 'stable' })).toMatchObject({ stageChangeId: null, fromStage: 'stable' });
    expect(await storage.revision()).toBe(before);
  });

  test('over the limit of honeymoon happens and says so, once', async () => {
    const clients = [await create('One'), await create('Two'), await create('Three')];
    const replies = [];
    for (const { id } of clients) replies.push(await move({ clientId: id, stage: 'honeymoon' }));
    expect(replies.map((reply) => reply.overLimit)).toEqual([[], [], [{ limit: 'honeymoon', count: 3, allowed: 2 }]]);
    const again = await move({ clientId: clients[0]?.id ?? '', stage: 'honeymoon' });
    expect(again.overLimit).toEqual([]);
  });

  test('over the limit of honeymoon is said too when a client is created there', async () => {
    const replies = [];
    for (const name of ['One', 'Two', 'Three']) {
      const request = { commandId: v7(), name, stage: 'honeymoon' } as const;
      replies.push(await calls['board.createClient'](request));
    }
    expect(replies.map((reply) => reply.overLimit)).toEqual([[], [], [{ limit: 'honeymoon', count: 3, allowed: 2 }]]);
    const { overLimit } = await calls['board.createClient']({ commandId: v7(), name: 'Four', stage: 'stable' });
    expect(overLimit).toEqual([]);
  });

  test('forward or back names the exit lines of the stage left behind that are not marked', async () => {
    const { id } = await create('Alder', { stage: 'acquaintance' });
    const forward = { clientId: id, stage: 'honeymoon' } as const;
    const back = { clientId: id, stage: 'acquaintance' } as const;
    expect((await move(forward)).unmetExits).toEqual(['ACQ-8']);
    expect((await move(back)).unmetExits).toEqual(['HON-9']);
    const answer = { client_id: id, code: 'ACQ-8', answer: 'Both want to go on' };
    const mark = (is_done: number) =>
      storage.write({ id: v7(), name: 'clients.edit' }, (writer, stamp) =>
        putRow(writer, stamp, 'client_answer', v5('ACQ-8', id), { ...answer, is_done }),
      );
    await mark(0);
    expect((await move(forward)).unmetExits).toEqual(['ACQ-8']);
    await move(back);
    await mark(1);
    expect((await move(forward)).unmetExits).toEqual([]);
    expect((await move({ ...forward, stage: 'stable' })).unmetExits).toEqual(['HON-9']);
    expect((await move({ clientId: id, stage: 'stable' })).unmetExits).toEqual([]);
  });

  test('of one client at once are done one after the other, in the order they came', async () => {
    const { id } = await create('Alder');
    const way = ['stagnation', 'reanimation', 'honeymoon', 'acquaintance', 'stable'] as const;
    const replies = await Promise.all(way.map((stage) => move({ clientId: id, stage })));
    expect(replies.map(({ fromStage }) => fromStage)).toEqual(['stable', ...way.slice(0, -1)]);
    const path = await storage.read
      .selectFrom('stage_change')
      .select('to_stage')
      .where('from_stage', 'is not', null)
      .orderBy('id')
      .execute();
    expect(path.map(({ to_stage }) => to_stage)).toEqual(way);
  });

  test('is explained afterwards, and only while it stands', async () => {
    const { id } = await create('Alder');
    const commandId = v7();
    const { stageChangeId } = await move({ commandId, clientId: id, stage: 'stagnation', reason: 'quiet' });
    const explain = (reason: string) =>
      calls['board.explainMove']({ commandId: v7(), stageChangeId: stageChangeId ?? '', reason });
    await explain(' no plan for next year ');
    const reasons = await storage.read.selectFrom('stage_change').select('reason').orderBy('id').execute();
    expect(reasons.at(-1)).toEqual({ reason: 'no plan for next year' });
    await storage.undo(v7());
    await storage.undo(v7(), commandId);
    await expect(explain('too late')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the signals of the board', () => {
  test('are those that are true now of whom is on it, the worst first', async () => {
    const [alder, birch, gone] = [await create('Alder'), await create('Birch'), await create('Cedar')];
    let marks = 0;
    const mark = async (clientId: string, code: string, more: { readonly ended_on?: string } = {}) => {
      marks += 1;
      const id = `mark ${marks}`;
      await storage.write({ id: v7(), name: 'clients.markSignal' }, (writer, stamp) =>
        putRow(writer, stamp, 'signal_mark', id, { client_id: clientId, code, marked_on: '2026-11-20', ...more }),
      );
    };
    await mark(alder.id, 'G-TALK');
    await mark(alder.id, 'R-SLOW');
    await mark(birch.id, 'R-SLOW');
    await mark(birch.id, 'C-TRUST', { ended_on: '2026-11-21' });
    await mark(gone.id, 'C-TRUST');
    await storage.write({ id: v7(), name: 'handoff.end' }, (writer, stamp) =>
      putRow(writer, stamp, 'client', gone.id, { name: 'Cedar', stage: 'ended' }),
    );
    const reply = await calls['board.marks']({});
    expect(contract['board.marks'].output.parse(reply).marks).toEqual([
      { code: 'R-SLOW', clientIds: [alder.id, birch.id] },
      { code: 'G-TALK', clientIds: [alder.id] },
    ]);
  });
});

describe('the view of the board', () => {
  const view = {
    partnerId: null,
    text: 'оль',
    onlyFlagged: true,
    onlyOverdue: false,
    onlyDoubtful: true,
    signal: 'R-SLOW',
    sorting: 'tenure',
  } as const;

  test('is kept on this computer, as no command', async () => {
    expect(await calls['board.view']({})).toEqual({ view: null });
    const before = await storage.revision();
    await calls['board.keepView']({ view });
    expect(await calls['board.view']({})).toEqual({ view });
    expect(await storage.revision()).toBe(before);
    await storage.close();
    storage = openTestStorage(storage.path);
    expect(await handlersOf(storage)['board.view']({})).toEqual({ view });
  });

  test('kept before there were verdicts or a choice of signals loads as one that does not ask for them', async () => {
    const { onlyDoubtful: _onlyDoubtful, signal: _signal, ...older } = view;
    await storage.saveSetting('board_view', JSON.stringify(older));
    expect(await calls['board.view']({})).toEqual({ view: { ...view, onlyDoubtful: false, signal: null } });
  });

  test('that is not understood is none', async () => {
    for (const kept of ['', '{', '{"sorting":"weight"}']) {
      await storage.saveSetting('board_view', kept);
      expect(await calls['board.view']({})).toEqual({ view: null });
    }
  });
});
