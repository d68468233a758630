import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { clientsHandlers } from '../clients.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

type Edit = Omit<CallRequest<'handoff.edit'>, 'commandId' | 'handoffId'>;

const edit = async (handoffId: string, fields: Edit) =>
  (await scene.calls['handoff.edit']({ commandId: v7(), handoffId, ...fields })).page;
const opened = async (handoffId: string) => (await scene.calls['handoff.open']({ handoffId })).page;
const close = (handoffId: string) => scene.calls['handoff.close']({ commandId: v7(), handoffId });
const places = async (handoffId: string) =>
  (await scene.calls['handoff.findSecrets']({ handoffId })).findings.map(({ place }) => place);

const secret = 'password: Tr0ub4dor&3x';

test('why we part is said otherwise while the handoff runs, and in its words in the history', async () => {
  const { clientId, handoffId } = await scene.started();
  const said = await edit(handoffId, { reasons: ['client_decided', 'budget'], reasonText: 'they hire at home' });
  expect([said.reasons, said.reasonText]).toEqual([['budget', 'client_decided'], 'they hire at home']);
  expect((await edit(handoffId, { reasons: ['client_decided'] })).reasons).toEqual(['client_decided']);
  await scene.context.storage.undo(v7());
  expect((await opened(handoffId)).reasons).toEqual(['budget', 'client_decided']);
  await scene.context.storage.redo(v7());
  await close(handoffId);
  const { entries } = await clientsHandlers(scene.context)['clients.timeline']({
    clientId,
    filter: 'all',
    before: null,
    limit: 50,
  });
  expect(JSON.stringify(entries)).toContain('The client decided. they hire at home');
  await expect(edit(handoffId, { reasonText: 'too late' })).rejects.toMatchObject({ code: 'handoff_not_running' });
});

test('we answer questions up to the day that is chosen, never before the handoff is over', async () => {
  const { handoffId, page } = await scene.started();
  expect((await edit(handoffId, { careUntilOn: '2027-01-31' })).careUntilOn).toBe('2027-01-31');
  expect((await edit(handoffId, { careUntilOn: page.endOn })).careUntilOn).toBe(page.endOn);
  await expect(edit(handoffId, { careUntilOn: '2026-12-08' })).rejects.toMatchObject({ code: 'bad_input' });
});

test('a handoff that outlasts the day up to which we answer moves it, and the call is on that day', async () => {
  const { clientId, handoffId, page } = await scene.started();
  expect(page.careUntilOn).toBe('2027-01-08');
  expect((await edit(handoffId, { careUntilOn: '2026-12-20' })).careUntilOn).toBe('2026-12-20');
  scene.context.clock.setNow('2026-12-20T10:00:00.000Z');
  const { page: longer } = await scene.calls['handoff.extend']({ commandId: v7(), handoffId, reason: 'holidays' });
  expect([longer.endOn, longer.careUntilOn]).toEqual(['2026-12-27', '2027-01-26']);
  scene.context.clock.setNow('2027-02-01T10:00:00.000Z');
  expect((await close(handoffId)).page.careUntilOn).toBe('2027-03-03');
  const { page: of } = await clientsHandlers(scene.context)['clients.open']({ clientId });
  expect(of.tasks).toMatchObject([{ dueOn: '2027-03-03' }]);
});

test('a handoff that takes longer keeps the promised day, and the call is a month after its end', async () => {
  const { clientId, handoffId } = await scene.started();
  scene.context.clock.setNow('2026-12-20T10:00:00.000Z');
  const { page: longer } = await scene.calls['handoff.extend']({ commandId: v7(), handoffId, reason: 'holidays' });
  expect([longer.endOn, longer.careUntilOn]).toEqual(['2026-12-27', '2027-01-08']);
  scene.context.clock.setNow('2027-01-05T10:00:00.000Z');
  expect((await close(handoffId)).page.careUntilOn).toBe('2027-01-08');
  const { page: of } = await clientsHandlers(scene.context)['clients.open']({ clientId });
  expect(of.tasks).toMatchObject([{ dueOn: '2027-02-04' }]);
});

test('accesses that were revoked before a handoff was cancelled are revoked in the next one', async () => {
  const { clientId, handoffId } = await scene.started();
  const where = { whereKept: 'vault', heldBy: 'us', goesTo: 'client' } as const;
  const { page } = await scene.calls['handoff.addAsset']({ commandId: v7(), handoffId, name: 'Hosting', ...where });
  const assetId = page.assets[0]?.id ?? '';
  const given = { state: 'revoked', stateOn: '2026-11-20', rotatedOn: '2026-11-20' } as const;
  await scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, ...given });
  await scene.calls['handoff.cancel']({ commandId: v7(), handoffId, reason: 'they stay' });
  const again = (await scene.end(clientId)).handoffId ?? '';
  expect((await opened(again)).assets).toMatchObject([given]);
});

test('a secret is found where a document shows it, and nowhere that cannot be seen', async () => {
  const { handoffId, page } = await scene.started();
  const itemId = page.items[0]?.id ?? '';
  const tell = (state: 'blocked' | 'not_applicable' | 'todo') =>
    scene.calls['handoff.editItem']({ commandId: v7(), itemId, state, stateReason: secret });
  await tell('not_applicable');
  expect(await places(handoffId)).toEqual(['item']);
  await tell('blocked');
  expect(await places(handoffId)).toEqual([]);
  await tell('todo');
  expect(await places(handoffId)).toEqual([]);
  await edit(handoffId, { reasonText: secret });
  expect(await places(handoffId)).toEqual(['reason']);
  await edit(handoffId, { reasonText: '' });
  const candidate = { name: 'Depot', fits: secret, consider: '' };
  await scene.calls['handoff.addCandidate']({ commandId: v7(), handoffId, ...candidate });
  expect(await places(handoffId)).toEqual(['candidate']);
  await scene.calls['handoff.switchSuccessor']({ commandId: v7(), handoffId, successor: 'in_house' });
  expect(await places(handoffId)).toEqual([]);
});
