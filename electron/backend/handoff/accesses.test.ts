import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientsHandlers } from '../clients.ts';
import { fill } from '../rows-in-test.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

test('the register keeps accesses of the client, in the order they were written', async () => {
  const { handoffId } = await scene.started();
  const add = (name: string) =>
    scene.calls['handoff.addAsset']({
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
  const changed = await scene.calls['handoff.editAsset']({
    commandId: v7(),
    handoffId,
    assetId,
    state: 'transferred',
    stateOn: '2026-11-18',
  });
  expect(changed.page.assets[0]).toMatchObject({ name: 'Hosting', state: 'transferred', stateOn: '2026-11-18' });
  const { page: left } = await scene.calls['handoff.deleteAsset']({ commandId: v7(), handoffId, assetId });
  expect(left.assets.map((asset) => asset.name)).toEqual(['Domain']);
});

test('the register refuses the access of another client', async () => {
  const { handoffId } = await scene.started();
  const other = await scene.end(await scene.client('Alder'));
  const add = { commandId: v7(), name: 'Mail', whereKept: '', heldBy: '', goesTo: 'client' } as const;
  const { page } = await scene.calls['handoff.addAsset']({ ...add, handoffId: other.handoffId ?? '' });
  const assetId = page.assets[0]?.id ?? '';
  await expect(
    scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, name: 'stolen' }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

describe('an account that comes to light while the month runs', () => {
  const account = { name: 'Hosting', whereKept: 'vault', goesTo: 'client' } as const;

  test.each([
    ['2026-11-10', '2026-11-13'],
    ['2026-11-21', '2026-11-23'],
    ['2027-01-20', '2026-12-09'],
  ])('on %s and stands in our name gets its step by %s, with it and undone with it', async (today, dueOn) => {
    const { handoffId, page: before } = await scene.started();
    scene.context.clock.setNow(`${today}T09:00:00.000Z`);
    const { page } = await scene.calls['handoff.addAsset']({
      ...account,
      commandId: v7(),
      handoffId,
      heldBy: 'the agency',
    });
    const known = new Set(before.items.map(({ id }) => id));
    expect(page.items.filter(({ id }) => !known.has(id))).toMatchObject([
      { title: 'Move the account out of our name: Hosting', assetId: page.assets[0]?.id, dueOn, isMandatory: true },
    ]);
    await scene.context.storage.undo(v7());
    const { page: after } = await scene.calls['handoff.open']({ handoffId });
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
    expect(after.assets).toEqual([]);
  });

  test('and turns out to be ours gets it once; what is theirs, or stays, gets none', async () => {
    const { clientId, handoffId, page: before } = await scene.started();
    const { 'clients.addAsset': add, 'clients.editAsset': edit } = clientsHandlers(scene.context);
    await add({ commandId: v7(), clientId, name: 'Domain', owner: 'Spindle' });
    const opened = async () => (await scene.calls['handoff.open']({ handoffId })).page;
    const steps = async () => (await opened()).items.length - before.items.length;
    expect(await steps()).toBe(0);
    const assetId = (await opened()).assets[0]?.id ?? '';
    await scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, goesTo: 'stays' });
    await edit({ commandId: v7(), assetId, owner: 'the agency' });
    expect(await steps()).toBe(0);
    await scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, goesTo: 'successor' });
    expect(await steps()).toBe(1);
    await edit({ commandId: v7(), assetId, owner: 'us' });
    expect(await steps()).toBe(1);
    await scene.context.storage.undo(v7());
    await scene.context.storage.undo(v7());
    expect(await steps()).toBe(0);
    await scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, goesTo: 'client' });
    expect(await steps()).toBe(1);
  });

  test('and was ours before gets none for a change of its state, nor does one that has gone over', async () => {
    const { clientId, handoffId } = await scene.started();
    const { 'clients.addAsset': add, 'clients.editAsset': edit } = clientsHandlers(scene.context);
    await fill(
      scene.context,
      `insert into asset (id, client_id, name, owner, goes_to, state) values
        ('from-before', '${clientId}', 'Mail', 'the agency', 'client', 'not_started')`,
    );
    await add({ commandId: v7(), clientId, name: 'Domain', owner: 'Spindle' });
    const opened = async () => (await scene.calls['handoff.open']({ handoffId })).page;
    const { items, assets } = await opened();
    const assetId = assets.find(({ name }) => name === 'Domain')?.id ?? '';
    await scene.calls['handoff.editAsset']({ commandId: v7(), handoffId, assetId, state: 'transferred' });
    await edit({ commandId: v7(), assetId, owner: 'the agency' });
    await scene.calls['handoff.editAsset']({
      commandId: v7(),
      handoffId,
      assetId: 'from-before',
      state: 'waiting_for_client',
    });
    expect((await opened()).items.length).toBe(items.length);
  });

  test('gets its step also where the template was removed, and at once where no working day is left', async () => {
    const { calls } = scene;
    const { handoffId, page } = await scene.started();
    await fill(scene.context, `update handoff set template = 'gone', end_on = '2026-12-13' where id = '${handoffId}'`);
    scene.context.clock.setNow('2026-12-12T09:00:00.000Z');
    const added = await calls['handoff.addAsset']({ ...account, commandId: v7(), handoffId, heldBy: 'us' });
    const known = new Set(page.items.map(({ id }) => id));
    const [step] = added.page.items.filter(({ id }) => !known.has(id));
    expect(step).toMatchObject({ title: 'Move the account out of our name: Hosting', dueOn: '2026-12-12' });
  });
});
