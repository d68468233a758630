import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallRequest } from '../../shared/contract/contract.ts';
import type { BoardStage } from '../../shared/stage.ts';
import { boardHandlers } from './board.ts';
import { notesHandlers } from './notes.ts';
import { type TestContext, testContext } from './testing.ts';

let context: TestContext;
beforeEach(() => {
  context = testContext();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await context.storage.remove();
});

const setNow = (now: string) => context.storage.setNow(now);
const calls = () => boardHandlers(context);

async function create(now: string, name: string, stage: BoardStage) {
  setNow(now);
  const { card } = await calls()['board.createClient']({ commandId: v7(), name, stage });
  return card.id;
}

async function move(now: string, clientId: string, stage: BoardStage) {
  setNow(now);
  const commandId = v7();
  await calls()['board.moveClient']({ commandId, clientId, stage, after: null });
  return commandId;
}

async function stagesOn(day: string) {
  const past = await calls()['board.past']({ day, seen: null });
  expect(past.day).toBe(day);
  return Object.fromEntries(past.cards.map(({ name, stage }) => [name, stage]));
}

describe('the board of a past day', () => {
  test('is the one of the evening; before the first day nobody was there', async () => {
    const alder = await create('2026-03-02T09:00:00.000Z', 'Alder', 'acquaintance');
    await move('2026-03-05T09:00:00.000Z', alder, 'honeymoon');
    await move('2026-03-05T15:00:00.000Z', alder, 'stable');
    await create('2026-03-09T09:00:00.000Z', 'Birch', 'acquaintance');
    expect(await stagesOn('2026-03-01')).toEqual({});
    expect(await stagesOn('2026-03-02')).toEqual({ Alder: 'acquaintance' });
    expect(await stagesOn('2026-03-04')).toEqual({ Alder: 'acquaintance' });
    expect(await stagesOn('2026-03-05')).toEqual({ Alder: 'stable' });
    expect(await stagesOn('2026-03-09')).toEqual({ Alder: 'stable', Birch: 'acquaintance' });
    expect((await calls()['board.past']({ day: '2026-03-09', seen: null })).cards).toEqual(
      (await calls()['board.load']({})).cards,
    );
  });

  test('is the one of its evening, also after days on which the clock ran ahead', async () => {
    const alder = await create('2026-11-20T09:00:00.000Z', 'Alder', 'acquaintance');
    for (const day of ['24', '25', '26'])
      await move(`2027-12-${day}T09:00:00.000Z`, alder, day === '25' ? 'honeymoon' : 'stable');
    setNow('2026-11-22T09:00:00.000Z');
    expect((await calls()['board.days']({})).stageDays).toEqual(['2026-11-20']);
    await move('2026-11-22T09:00:00.000Z', alder, 'stagnation');
    setNow('2026-11-23T09:00:00.000Z');
    expect(await stagesOn('2026-11-20')).toEqual({ Alder: 'stable' });
    expect(await stagesOn('2026-11-22')).toEqual({ Alder: 'stagnation' });
    expect(await calls()['board.days']({})).toEqual({
      firstDay: '2026-11-20',
      stageDays: ['2026-11-20', '2026-11-22'],
    });
  });

  test('shows nothing that was written after its midnight, also in a note begun before', async () => {
    vi.stubEnv('TZ', 'Europe/Moscow');
    const clientId = await create('2026-03-02T09:00:00.000Z', 'Alder', 'stable');
    const commandId = v7();
    const write = (now: string, finished: boolean) => {
      setNow(now);
      const note = { noteId: null, clientId, kind: 'call' as const, initiatedBy: null, body: 'Call', attendees: [] };
      return notesHandlers(context)['notes.write']({
        commandId,
        ...note,
        happenedAt: '2026-03-02T20:00:00.000Z',
        finished,
      });
    };
    await write('2026-03-02T20:50:00.000Z', false);
    await write('2026-03-02T21:10:00.000Z', true);
    const touchOn = async (day: string) => (await calls()['board.past']({ day, seen: null })).cards[0]?.lastTouchAt;
    expect(await touchOn('2026-03-02')).toBeNull();
    expect(await touchOn('2026-03-03')).toBe('2026-03-02T20:00:00.000Z');
  });

  test('is sent as what differs to whoever has the one answered last', async () => {
    const alder = await create('2026-03-02T09:00:00.000Z', 'Alder', 'acquaintance');
    const birch = await create('2026-03-04T09:00:00.000Z', 'Birch', 'acquaintance');
    await move('2026-03-05T09:00:00.000Z', alder, 'honeymoon');
    await create('2026-03-09T09:00:00.000Z', 'Cedar', 'acquaintance');
    const past = (request: CallRequest<'board.past'>) => calls()['board.past'](request);
    const first = await past({ day: '2026-03-05', seen: null });
    expect(first).toMatchObject({ isWhole: true, gone: [] });
    const second = await past({ day: '2026-03-02', seen: first.moment });
    expect(second).toMatchObject({ isWhole: false, gone: [birch], cards: [{ id: alder, stage: 'acquaintance' }] });
    const third = await past({ day: '2026-03-03', seen: second.moment });
    expect(third).toMatchObject({ isWhole: false, gone: [], cards: [] });
    expect(await past({ day: '2026-03-04', seen: first.moment })).toMatchObject({ isWhole: true });
  });

  test('is sent whole again when nobody asked for a minute', async () => {
    await create('2026-03-02T09:00:00.000Z', 'Alder', 'acquaintance');
    await create('2026-03-05T09:00:00.000Z', 'Birch', 'acquaintance');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const past = (seen: number | null) => calls()['board.past']({ day: '2026-03-03', seen });
    const { moment } = await past(null);
    vi.advanceTimersByTime(59_000);
    expect(await past(moment)).toMatchObject({ isWhole: false });
    vi.advanceTimersByTime(60_000);
    expect(await past(moment)).toMatchObject({ isWhole: true, cards: [{ name: 'Alder' }] });
  });

  test.each([
    ['Asia/Vladivostok', '2026-03-02', '2026-03-03'],
    ['America/Los_Angeles', '2026-03-01', '2026-03-02'],
  ])('ends at midnight where the partner sits: %s', async (zone, before, on) => {
    vi.stubEnv('TZ', zone);
    // Half past midnight there.
    const at = zone.startsWith('Asia') ? '2026-03-02T14:30:00.000Z' : '2026-03-02T08:30:00.000Z';
    await create(at, 'Alder', 'stable');
    expect(await stagesOn(before)).toEqual({});
    expect(await stagesOn(on)).toEqual({ Alder: 'stable' });
    expect(await calls()['board.days']({})).toEqual({ firstDay: on, stageDays: [on] });
  });
});

describe('the days of the board', () => {
  test('are those on which a client came, moved or went; a move taken back leaves none', async () => {
    const alder = await create('2026-03-02T09:00:00.000Z', 'Alder', 'acquaintance');
    const commandId = await move('2026-03-05T09:00:00.000Z', alder, 'honeymoon');
    await context.storage.undo(v7(), commandId);
    await move('2026-03-07T09:00:00.000Z', alder, 'stable');
    expect(await calls()['board.days']({})).toEqual({
      firstDay: '2026-03-02',
      stageDays: ['2026-03-02', '2026-03-07'],
    });
  });

  test('begin today in a new file', async () => {
    expect(await calls()['board.days']({})).toEqual({ firstDay: '2026-11-23', stageDays: [] });
  });
});
