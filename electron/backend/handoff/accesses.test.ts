import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
