import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import type { Context } from './context.ts';

let storage: TestStorage;
beforeEach(() => {
  storage = openTestStorage();
});
afterEach(() => storage.remove());

const clock = { now: () => '2026-11-23T08:00:00.000Z', today: () => '2026-11-23' };

function handlers() {
  return boardHandlers({ storage, clock } satisfies Pick<Context, 'storage' | 'clock'>);
}

async function create(name: string, more: Partial<CallRequest<'board.createClient'>> = {}) {
  const { card } = await handlers()['board.createClient']({ commandId: v7(), name, stage: 'stable', ...more });
  return card;
}

type MoveRequest = Pick<CallRequest<'board.moveClient'>, 'clientId' | 'stage'> &
  Partial<CallRequest<'board.moveClient'>>;

function move(request: MoveRequest) {
  return handlers()['board.moveClient']({ commandId: v7(), after: null, ...request });
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
    expect((await handlers()['board.load']({})).cards).toEqual([first]);
  });

  test('keeps the first contact', async () => {
    const { id } = await create('Alder', { firstContact: 'Vera Lind' });
    const contacts = await storage.read.selectFrom('contact').select(['client_id', 'name', 'role']).execute();
    expect(contacts).toEqual([{ client_id: id, name: 'Vera Lind', role: 'other' }]);
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

  test('is explained afterwards, and only while it stands', async () => {
    const { id } = await create('Alder');
    const commandId = v7();
    const { stageChangeId } = await move({ commandId, clientId: id, stage: 'stagnation', reason: 'quiet' });
    const explain = (reason: string) =>
      handlers()['board.explainMove']({ commandId: v7(), stageChangeId: stageChangeId ?? '', reason });
    await explain(' no plan for next year ');
    const reasons = await storage.read.selectFrom('stage_change').select('reason').orderBy('id').execute();
    expect(reasons.at(-1)).toEqual({ reason: 'no plan for next year' });
    await storage.undo(v7());
    await storage.undo(v7(), commandId);
    await expect(explain('too late')).rejects.toMatchObject({ code: 'not_found' });
  });
});
