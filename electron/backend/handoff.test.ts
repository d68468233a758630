import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import { addDays, isWorkingDay } from '../../shared/calendar.ts';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import { contract, type CallRequest } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import type { Context } from './context.ts';
import { handoffHandlers } from './handoff.ts';
import { testDesktop } from './testing.ts';

let storage: TestStorage;
let context: Context;
let language: 'en' | 'ru';

beforeEach(() => {
  storage = openTestStorage();
  language = 'en';
  context = {
    storage,
    desktop: testDesktop(),
    clock: { now: () => '2026-11-23T08:00:00.000Z', today: () => '2026-11-23' },
    language: () => language,
    dataFolder: '',
  };
});
afterEach(() => storage.remove());

const calls = () => handoffHandlers(context);

async function client(name = 'Spindle'): Promise<string> {
  const handlers = boardHandlers(context);
  const created = await handlers['board.createClient']({
    commandId: v7(),
    name,
    stage: 'stagnation',
    sinceOn: '2020-10-20',
  });
  return created.card.id;
}

async function end(clientId: string, change: Partial<CallRequest<'handoff.end'>> = {}) {
  return calls()['handoff.end']({
    commandId: v7(),
    clientId,
    choice: 'handoff',
    startOn: '2026-11-09',
    successor: 'contractor',
    extended: [],
    reasons: ['budget'],
    reasonText: 'talked in person',
    ...change,
  });
}

async function started(change: Partial<CallRequest<'handoff.end'>> = {}) {
  const clientId = await client();
  const { handoffId } = await end(clientId, change);
  if (handoffId === null) throw new Error('no handoff');
  return { clientId, handoffId, page: (await calls()['handoff.open']({ handoffId })).page };
}

describe('starting a handoff', () => {
  test('makes the plan of the template and leaves the client in its column', async () => {
    const { page, handoffId } = await started({ extended: ['B4', 'D2'] });
    expect(contract['handoff.open'].output.parse({ revision: 1, page }).page).toEqual(page);
    expect(page.client).toMatchObject({
      stage: 'stagnation',
      handoff: { id: handoffId, done: 0, total: page.items.length },
    });
    expect(page).toMatchObject({ state: 'running', startOn: '2026-11-09', endOn: '2026-12-09', reasons: ['budget'] });
    expect(page.items.map((item) => item.code)).toEqual(expect.arrayContaining(['A1', 'B4', 'D2', 'K1']));
    expect(page.items.map((item) => item.code)).not.toContain('D4');
    for (const item of page.items) {
      expect(item.dueOn >= page.startOn && item.dueOn <= page.endOn).toBe(true);
      expect(isWorkingDay(weekdaysCalendar, item.dueOn)).toBe(true);
    }
    const byCode = new Map(page.items.map((item) => [item.code, item.id]));
    expect(page.items.find((item) => item.code === 'A2')?.after).toEqual([byCode.get('A1')]);
  });

  test('is one command: repeated it does nothing, undone it is gone, redone it is back', async () => {
    const clientId = await client();
    const commandId = v7();
    const first = await end(clientId, { commandId });
    expect(await end(clientId, { commandId })).toEqual(first);
    expect((await calls()['handoff.list']({})).handoffs).toHaveLength(1);
    await storage.undo(v7());
    expect((await calls()['handoff.list']({})).handoffs).toEqual([]);
    expect((await boardHandlers(context)['board.load']({})).cards[0]?.handoff).toBeNull();
    await storage.redo(v7());
    expect((await calls()['handoff.list']({})).handoffs).toMatchObject([
      { id: first.handoffId, done: 0, state: 'running' },
    ]);
  });

  test('is refused while another runs, and for a client that has ended', async () => {
    const { clientId } = await started();
    await expect(end(clientId)).rejects.toMatchObject({ code: 'handoff_running' });
    await expect(end(clientId, { choice: 'without' })).rejects.toMatchObject({ code: 'handoff_running' });
    const other = await client('Alder');
    await end(other, { choice: 'without' });
    await expect(end(other)).rejects.toMatchObject({ code: 'client_ended' });
  });

  test('without a successor gives the successor’s part to the client', async () => {
    const { page } = await started({ successor: 'freeze' });
    expect(new Set(page.items.map((item) => item.side))).toEqual(new Set(['agency', 'client']));
    expect(page.items.filter((item) => item.section === 'C').map((item) => item.code)).toEqual(['C1']);
  });

  test('says the template in the interface language, and a title of one’s own in every language', async () => {
    const { handoffId, page } = await started();
    const [first, second] = page.items;
    await calls()['handoff.editItem']({ commandId: v7(), itemId: first?.id ?? '', title: 'Tell everybody' });
    await calls()['handoff.editItem']({ commandId: v7(), itemId: second?.id ?? '', title: second?.title ?? '' });
    language = 'ru';
    const russian = (await calls()['handoff.open']({ handoffId })).page.items;
    expect(russian[0]?.title).toBe('Tell everybody');
    expect(russian[1]?.title).toMatch(/[а-яё]/);
  });
});

describe('ending without a handoff', () => {
  test('needs a reason', async () => {
    const clientId = await client();
    await expect(end(clientId, { choice: 'without', reasons: [], reasonText: '  ' })).rejects.toMatchObject({
      code: 'reason_missing',
    });
    expect((await calls()['handoff.archive']({})).entries).toEqual([]);
  });

  test('ends the stage and the engagement, and the reason is kept', async () => {
    const clientId = await client();
    const { card, handoffId } = await end(clientId, { choice: 'without' });
    expect(handoffId).toBeNull();
    expect(card.stage).toBe('ended');
    expect((await calls()['handoff.archive']({})).entries).toMatchObject([
      { card: { id: clientId }, endedOn: '2026-11-23', reason: 'Budget. talked in person', handoffId: null },
    ]);
    const engagement = await storage.read.selectFrom('engagement').select(['end_on', 'end_reason']).execute();
    expect(engagement).toEqual([{ end_on: '2026-11-23', end_reason: 'Budget. talked in person' }]);
    await storage.undo(v7());
    expect((await boardHandlers(context)['board.load']({})).cards[0]?.stage).toBe('stagnation');
  });

  test('is not for ever: they come back to acquaintance with a new engagement', async () => {
    const clientId = await client();
    await end(clientId, { choice: 'without' });
    const { card } = await calls()['handoff.comeBack']({ commandId: v7(), clientId });
    expect(card).toMatchObject({ stage: 'acquaintance', sinceOn: '2020-10-20' });
    const { page } = await clientsHandlers(context)['clients.open']({ clientId });
    expect(page.engagements).toMatchObject([{ endOn: '2026-11-23' }, { startOn: '2026-11-23', endOn: null }]);
    await expect(calls()['handoff.comeBack']({ commandId: v7(), clientId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('an item', () => {
  test('that is mandatory is done only with evidence, and keeps it', async () => {
    const { page } = await started();
    const item = page.items.find((each) => each.isMandatory);
    const edit = (change: object) =>
      calls()['handoff.editItem']({ commandId: v7(), itemId: item?.id ?? '', ...change });
    await expect(edit({ state: 'done' })).rejects.toMatchObject({ code: 'evidence_missing' });
    const done = (await edit({ state: 'done', evidence: 'letter of 9 November' })).page;
    expect(done.items.find((each) => each.id === item?.id)).toMatchObject({
      state: 'done',
      doneAt: '2026-11-23T08:00:00.000Z',
    });
    expect(done.client.handoff?.done).toBe(1);
    await expect(edit({ evidence: ' ' })).rejects.toMatchObject({ code: 'evidence_missing' });
    expect((await edit({ state: 'todo' })).page.items.find((each) => each.id === item?.id)?.doneAt).toBeNull();
  });

  test('does not apply only with a reason, and then does not count', async () => {
    const { page } = await started();
    const itemId = page.items[3]?.id ?? '';
    const edit = (stateReason: string) =>
      calls()['handoff.editItem']({ commandId: v7(), itemId, state: 'not_applicable', stateReason });
    await expect(edit('')).rejects.toMatchObject({ code: 'reason_missing' });
    expect((await edit('there is no shop in 1C')).page.client.handoff?.total).toBe(page.items.length - 1);
  });

  test('typed by hand needs no evidence; moved and deleted it stays undoable', async () => {
    const { handoffId } = await started();
    const typed = { handoffId, title: 'Say thank you', side: 'agency', person: 'Nika', dueOn: '2026-12-07' } as const;
    const { page } = await calls()['handoff.addItem']({ commandId: v7(), ...typed });
    const item = page.items.find((each) => each.title === 'Say thank you');
    expect(item).toMatchObject({ code: '', isMandatory: false, person: 'Nika', state: 'todo' });
    const itemId = item?.id ?? '';
    await calls()['handoff.editItem']({ commandId: v7(), itemId, state: 'done', dueOn: '2026-12-08' });
    const gone = await calls()['handoff.deleteItem']({ commandId: v7(), itemId });
    expect(gone.page.items.some((each) => each.id === itemId)).toBe(false);
    await storage.undo(v7());
    const back = (await calls()['handoff.open']({ handoffId })).page.items.find((each) => each.id === itemId);
    expect(back).toMatchObject({ state: 'done', dueOn: '2026-12-08' });
  });

  test('that does not exist is not found', async () => {
    await expect(calls()['handoff.editItem']({ commandId: v7(), itemId: v7() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the registers', () => {
  test('keep accesses of the client, in the order they were written', async () => {
    const { handoffId } = await started();
    const add = (name: string) =>
      calls()['handoff.addAsset']({
        commandId: v7(),
        handoffId,
        name,
        whereKept: 'vault',
        heldBy: 'Nika',
        goesTo: 'client',
      });
    await add('Hosting');
    const { page } = await add('Domain');
    expect(page.assets.map((asset) => asset.name)).toEqual(['Hosting', 'Domain']);
    const assetId = page.assets[0]?.id ?? '';
    const changed = await calls()['handoff.editAsset']({
      commandId: v7(),
      handoffId,
      assetId,
      state: 'transferred',
      stateOn: '2026-11-18',
    });
    expect(changed.page.assets[0]).toMatchObject({ name: 'Hosting', state: 'transferred', stateOn: '2026-11-18' });
    const { page: left } = await calls()['handoff.deleteAsset']({ commandId: v7(), handoffId, assetId });
    expect(left.assets.map((asset) => asset.name)).toEqual(['Domain']);
  });

  test('refuse the access of another client', async () => {
    const { handoffId } = await started();
    const other = await end(await client('Alder'));
    const add = { commandId: v7(), name: 'Mail', whereKept: '', heldBy: '', goesTo: 'client' } as const;
    const { page } = await calls()['handoff.addAsset']({ ...add, handoffId: other.handoffId ?? '' });
    const assetId = page.assets[0]?.id ?? '';
    await expect(
      calls()['handoff.editAsset']({ commandId: v7(), handoffId, assetId, name: 'stolen' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('keep candidates with their answers; an empty answer takes it back', async () => {
    const { handoffId } = await started();
    const { page } = await calls()['handoff.addCandidate']({
      commandId: v7(),
      handoffId,
      name: 'Depot',
      fits: 'know 1C',
      consider: '',
    });
    const candidateId = page.candidates[0]?.id ?? '';
    const answer = (question: 'shows_reports' | 'asks_questions', text: string) =>
      calls()['handoff.answerQuestion']({ commandId: v7(), candidateId, question, answer: text });
    await answer('shows_reports', 'every month');
    expect((await answer('asks_questions', 'many')).page.candidates[0]?.answers).toEqual([
      { question: 'asks_questions', answer: 'many' },
      { question: 'shows_reports', answer: 'every month' },
    ]);
    expect((await answer('shows_reports', '')).page.candidates[0]?.answers).toHaveLength(1);
    const chosen = await calls()['handoff.editCandidate']({ commandId: v7(), candidateId, state: 'chosen' });
    expect(chosen.page.candidates[0]?.state).toBe('chosen');
    expect((await calls()['handoff.deleteCandidate']({ commandId: v7(), candidateId })).page.candidates).toEqual([]);
  });
});

describe('the end of a handoff', () => {
  test('closing moves the client to ended, ends the engagement and plans the call of day 60', async () => {
    const { clientId, handoffId } = await started();
    const { page } = await calls()['handoff.close']({ commandId: v7(), handoffId });
    expect(page).toMatchObject({ state: 'closed', client: { stage: 'ended', handoff: null } });
    const { page: of } = await clientsHandlers(context)['clients.open']({ clientId });
    expect(of.engagements).toMatchObject([{ endOn: '2026-11-23' }]);
    expect(of.tasks).toMatchObject([{ side: 'agency', dueOn: addDays('2026-11-09', 60), doneAt: null }]);
    expect((await calls()['handoff.archive']({})).entries).toMatchObject([
      { handoffId, reason: 'Budget. talked in person' },
    ]);
    await expect(calls()['handoff.close']({ commandId: v7(), handoffId })).rejects.toMatchObject({
      code: 'handoff_not_running',
    });
    await expect(
      calls()['handoff.editItem']({ commandId: v7(), itemId: page.items[0]?.id ?? '', title: 'late' }),
    ).rejects.toMatchObject({ code: 'handoff_not_running' });
    await storage.undo(v7());
    const undone = (await calls()['handoff.open']({ handoffId })).page;
    expect(undone).toMatchObject({ state: 'running', client: { stage: 'stagnation' } });
  });

  test('cancelling leaves the client where it stands, free to move', async () => {
    const { clientId, handoffId } = await started();
    const { page } = await calls()['handoff.cancel']({ commandId: v7(), handoffId });
    expect(page).toMatchObject({ state: 'cancelled', client: { stage: 'stagnation', handoff: null } });
    const moved = await boardHandlers(context)['board.moveClient']({
      commandId: v7(),
      clientId,
      stage: 'reanimation',
      after: null,
    });
    expect(moved.card.stage).toBe('reanimation');
  });

  test('the list counts what is overdue', async () => {
    const { page } = await started();
    const [summary] = (await calls()['handoff.list']({})).handoffs;
    const overdue = page.items.filter((item) => item.dueOn < '2026-11-23').length;
    expect(overdue).toBeGreaterThan(5);
    expect(summary).toMatchObject({ clientName: 'Spindle', done: 0, total: page.items.length, overdue });
  });
});
