import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { healthHandlers } from '../health.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

type Page = CallOutput<'handoff.open'>['page'];

const close = (handoffId: string) => scene.calls['handoff.close']({ commandId: v7(), handoffId });

async function addAccess(handoffId: string): Promise<string> {
  const where = { whereKept: 'vault', heldBy: 'us', goesTo: 'client' } as const;
  const { page } = await scene.calls['handoff.addAsset']({ commandId: v7(), handoffId, name: 'Hosting', ...where });
  return page.assets[0]?.id ?? '';
}

async function doAll(page: Page): Promise<void> {
  for (const { id: itemId } of page.items) {
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId, state: 'done', evidence: 'letter of today' });
  }
}

const archived = async () => (await scene.calls['handoff.archive']({})).entries;
const history = async (clientId: string) =>
  (
    await clientsHandlers(scene.context)['clients.timeline']({ clientId, filter: 'all', before: null, limit: 50 })
  ).entries.flatMap((entry) => (entry.type === 'handoff' ? [[entry.event, entry.detail]] : []));

test('closing moves the client to ended, ends the engagement and plans the call of day 60', async () => {
  const { clientId, handoffId } = await scene.started();
  const { page } = await scene.calls['handoff.close']({ commandId: v7(), handoffId });
  expect(page).toMatchObject({ state: 'closed', client: { stage: 'ended', handoff: null } });
  const { page: of } = await clientsHandlers(scene.context)['clients.open']({ clientId });
  expect(of.engagements).toMatchObject([{ endOn: '2026-11-23' }]);
  expect(of.tasks).toMatchObject([{ side: 'agency', dueOn: addDays('2026-11-09', 60), doneAt: null }]);
  expect((await scene.calls['handoff.archive']({})).entries).toMatchObject([
    { handoffId, reason: 'Budget. talked in person' },
  ]);
  await expect(scene.calls['handoff.close']({ commandId: v7(), handoffId })).rejects.toMatchObject({
    code: 'handoff_not_running',
  });
  await expect(
    scene.calls['handoff.editItem']({ commandId: v7(), itemId: page.items[0]?.id ?? '', title: 'late' }),
  ).rejects.toMatchObject({ code: 'handoff_not_running' });
  await scene.context.storage.undo(v7());
  const undone = (await scene.calls['handoff.open']({ handoffId })).page;
  expect(undone).toMatchObject({ state: 'running', client: { stage: 'stagnation' } });
});

test('cancelling leaves the client where it stands, free to move', async () => {
  const { clientId, handoffId } = await scene.started();
  const { page } = await scene.calls['handoff.cancel']({ commandId: v7(), handoffId, reason: ' They stay ' });
  expect(page).toMatchObject({
    state: 'cancelled',
    cancelReason: 'They stay',
    overOn: '2026-11-23',
    client: { stage: 'stagnation', handoff: null },
  });
  const moved = await boardHandlers(scene.context)['board.moveClient']({
    commandId: v7(),
    clientId,
    stage: 'reanimation',
    after: null,
  });
  expect(moved.card.stage).toBe('reanimation');
});

test('a handoff is not closed while an access may still let us in', async () => {
  const { handoffId } = await scene.started();
  const assetId = await addAccess(handoffId);
  const set = (state: 'transferred' | 'revoked') =>
    scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, state });
  await set('transferred');
  await expect(close(handoffId)).rejects.toMatchObject({ code: 'access_not_revoked' });
  expect((await scene.calls['handoff.open']({ handoffId })).page.state).toBe('running');
  await set('revoked');
  expect((await close(handoffId)).page.state).toBe('closed');
});

test('the day on which keys were changed is kept with the access', async () => {
  const { handoffId } = await scene.started();
  const assetId = await addAccess(handoffId);
  const edit = { commandId: v7(), handoffId, assetId, rotatedOn: '2026-11-20' };
  expect((await scene.calls['handoff.editAsset'](edit)).page.assets).toMatchObject([{ rotatedOn: '2026-11-20' }]);
});

test('the promise is kept within 30 days with everything shown', async () => {
  const { handoffId, page } = await scene.started();
  await doAll(page);
  scene.context.clock.setNow('2026-12-09T10:00:00.000Z');
  await close(handoffId);
  expect(await archived()).toMatchObject([{ handoffId, isPromiseKept: true, wouldReturn: '' }]);
});

test('the promise is not kept on day 31, nor with a mandatory step that nothing shows', async () => {
  const { handoffId, page } = await scene.started();
  await doAll(page);
  scene.context.clock.setNow('2026-12-10T10:00:00.000Z');
  await close(handoffId);
  expect(await archived()).toMatchObject([{ isPromiseKept: false }]);
  await scene.context.storage.undo(v7());
  scene.context.clock.setNow('2026-12-01T10:00:00.000Z');
  const first = page.items.find(({ isMandatory }) => isMandatory)?.id ?? '';
  await scene.calls['handoff.editItem']({ commandId: v7(), itemId: first, state: 'todo' });
  await close(handoffId);
  expect(await archived()).toMatchObject([{ isPromiseKept: false }]);
});

test('a week more is given from the last day on, each time with a reason that stays in the history', async () => {
  const { clientId, handoffId } = await scene.started();
  const extend = (reason: string) => scene.calls['handoff.extend']({ commandId: v7(), handoffId, reason });
  await expect(extend('holidays')).rejects.toMatchObject({ code: 'too_early' });
  scene.context.clock.setNow('2026-12-09T10:00:00.000Z');
  await expect(extend('  ')).rejects.toMatchObject({ code: 'reason_missing' });
  const { page } = await extend('holidays');
  expect(page).toMatchObject({
    endOn: '2026-12-16',
    extensions: [{ fromOn: '2026-12-09', untilOn: '2026-12-16', reason: 'holidays' }],
  });
  await expect(extend('again')).rejects.toMatchObject({ code: 'too_early' });
  scene.context.clock.setNow('2026-12-17T10:00:00.000Z');
  expect((await extend('the new team fell ill')).page).toMatchObject({ endOn: '2026-12-24' });
  expect(await history(clientId)).toEqual([
    ['extended', 'the new team fell ill'],
    ['extended', 'holidays'],
    ['started', ''],
  ]);
  await scene.context.storage.undo(v7());
  const undone = (await scene.calls['handoff.open']({ handoffId })).page;
  expect(undone).toMatchObject({ endOn: '2026-12-16', extensions: [{ reason: 'holidays' }] });
});

test('a handoff is not cancelled without a reason, which stays in the history', async () => {
  const { clientId, handoffId } = await scene.started();
  const cancel = (reason: string) => scene.calls['handoff.cancel']({ commandId: v7(), handoffId, reason });
  await expect(cancel(' ')).rejects.toMatchObject({ code: 'reason_missing' });
  await cancel('They found a budget');
  expect(await history(clientId)).toEqual([
    ['cancelled', 'They found a budget'],
    ['started', ''],
  ]);
});

test('what the partners make of it is written down when it is closed, and not before', async () => {
  const { handoffId } = await scene.started();
  const retrospective = () =>
    scene.calls['handoff.editRetrospective']({
      commandId: v7(),
      handoffId,
      wouldReturn: 'yes',
      lesson: 'Ask for the plan',
    });
  await expect(retrospective()).rejects.toMatchObject({ code: 'too_early' });
  await close(handoffId);
  expect((await retrospective()).page.retrospective).toMatchObject({
    wouldReturn: 'yes',
    wouldReturnWords: '',
    lesson: 'Ask for the plan',
  });
  expect(await archived()).toMatchObject([{ wouldReturn: 'yes' }]);
  await scene.context.storage.undo(v7());
  expect((await scene.calls['handoff.open']({ handoffId })).page.retrospective.wouldReturn).toBe('');
});

test('the call of day 60 waits in Attention though the client has ended', async () => {
  const { clientId, handoffId } = await scene.started();
  await close(handoffId);
  scene.context.clock.setNow(`${addDays('2026-11-09', 60)}T10:00:00.000Z`);
  const { rows } = await healthHandlers(scene.context)['health.attention']({});
  expect(rows).toMatchObject([{ clientId, group: 'today', reason: { kind: 'task' } }]);
});

test('closing keeps how the client looked 90, 60 and 30 days before, whatever is written down later', async () => {
  const { clientId, handoffId } = await scene.started();
  const { retrospective } = (await close(handoffId)).page;
  expect(retrospective.moments.map(({ daysBefore }) => daysBefore)).toEqual([90, 60, 30]);
  await clientsHandlers(scene.context)['clients.markSignal']({
    commandId: v7(),
    clientId,
    code: 'R-SLOW',
    side: 'client',
    markedOn: '2026-08-01',
    evidence: 'The invoice of July',
  });
  expect((await scene.calls['handoff.open']({ handoffId })).page.retrospective).toEqual(retrospective);
  await scene.context.storage.undo(v7());
  await scene.context.storage.undo(v7());
  expect((await scene.calls['handoff.open']({ handoffId })).page.retrospective.moments).toEqual([]);
});

test('each of these days is told with the stage of that day', async () => {
  const move = (clientId: string, stage: 'reanimation' | 'stagnation', now: string) => {
    scene.context.clock.setNow(now);
    return boardHandlers(scene.context)['board.moveClient']({ commandId: v7(), clientId, stage, after: null });
  };
  scene.context.clock.setNow('2026-08-01T10:00:00.000Z');
  const { card } = await boardHandlers(scene.context)['board.createClient']({
    commandId: v7(),
    name: 'Alder',
    stage: 'honeymoon',
    sinceOn: '2026-02-01',
  });
  await move(card.id, 'stagnation', '2026-10-01T10:00:00.000Z');
  scene.context.clock.setNow('2026-11-23T10:00:00.000Z');
  const { handoffId } = await scene.end(card.id);
  const { retrospective } = (await close(handoffId ?? '')).page;
  const work = ['report', 'results', 'ideas'];
  expect(
    retrospective.moments.map(({ daysBefore, reasons }) => [
      daysBefore,
      reasons.some(({ code }) => work.includes(code)),
      reasons.flatMap((reason) => (reason.code === 'rhythm' ? [reason.norm] : [])),
    ]),
  ).toEqual([
    [90, false, [7]],
    [60, false, [7]],
    [30, true, [14]],
  ]);
});

test('a mandatory step is not deleted: the promise would seem kept', async () => {
  const { handoffId, page } = await scene.started();
  const mandatory = page.items.find(({ isMandatory }) => isMandatory)?.id ?? '';
  await expect(scene.calls['handoff.deleteItem']({ commandId: v7(), itemId: mandatory })).rejects.toMatchObject({
    code: 'step_mandatory',
  });
  const added = await scene.calls['handoff.addItem']({
    commandId: v7(),
    handoffId,
    title: 'Our own',
    side: 'agency',
    person: '',
    dueOn: '2026-11-30',
  });
  const own = added.page.items.find(({ title }) => title === 'Our own')?.id ?? '';
  await scene.calls['handoff.deleteItem']({ commandId: v7(), itemId: own });
});

test('accesses that were revoked in an earlier month are handed over anew in the next one', async () => {
  const { clientId, handoffId } = await scene.started();
  const assetId = await addAccess(handoffId);
  const edit = { handoffId, assetId, state: 'revoked', stateOn: '2026-11-20', rotatedOn: '2026-11-20' } as const;
  await scene.calls['handoff.editAsset']({ commandId: v7(), ...edit });
  await close(handoffId);
  await scene.calls['handoff.comeBack']({ commandId: v7(), clientId });
  const again = (await scene.end(clientId)).handoffId ?? '';
  expect((await scene.calls['handoff.open']({ handoffId: again })).page.assets).toMatchObject([
    { state: 'not_started', stateOn: null, rotatedOn: null },
  ]);
  await expect(close(again)).rejects.toMatchObject({ code: 'access_not_revoked' });
});

test('a handoff that is over keeps how far its accesses had come, whatever the next one makes of them', async () => {
  const { clientId, handoffId } = await scene.started();
  const assetId = await addAccess(handoffId);
  const edit = { handoffId, assetId, state: 'revoked', stateOn: '2026-11-20', rotatedOn: '2026-11-21' } as const;
  await scene.calls['handoff.editAsset']({ commandId: v7(), ...edit });
  await close(handoffId);
  const then = [{ id: assetId, state: 'revoked', stateOn: '2026-11-20', rotatedOn: '2026-11-21' }];
  const shown = async (id: string) => (await scene.calls['handoff.open']({ handoffId: id })).page.assets;
  await scene.calls['handoff.comeBack']({ commandId: v7(), clientId });
  expect(await shown(handoffId)).toMatchObject(then);
  const again = (await scene.end(clientId)).handoffId ?? '';
  await addAccess(again);
  await scene.calls['handoff.editAsset']({
    commandId: v7(),
    handoffId: again,
    assetId,
    state: 'transferred',
    stateOn: '2026-11-30',
  });
  expect(await shown(handoffId)).toMatchObject(then);
  expect(await shown(handoffId)).toHaveLength(1);
  expect((await shown(again)).map(({ state }) => state)).toEqual(['transferred', 'not_started']);
  const { storage } = scene.context;
  for (let step = 0; step < 3; step += 1) await storage.undo(v7());
  expect(await shown(handoffId)).toMatchObject(then);
  for (let step = 0; step < 3; step += 1) await storage.redo(v7());
  expect(await shown(handoffId)).toMatchObject(then);
  expect(await shown(handoffId)).toHaveLength(1);
});

test('where the closing is past the promised day, the call is a month after it, and a week more counts from today', async () => {
  const { clientId, handoffId } = await scene.started();
  scene.context.clock.setNow('2026-12-20T10:00:00.000Z');
  const { page } = await scene.calls['handoff.extend']({ commandId: v7(), handoffId, reason: 'holidays' });
  expect(page.endOn).toBe('2026-12-27');
  scene.context.clock.setNow('2027-01-20T10:00:00.000Z');
  await close(handoffId);
  const { page: of } = await clientsHandlers(scene.context)['clients.open']({ clientId });
  expect(of.tasks).toMatchObject([{ dueOn: '2027-02-19' }]);
});
