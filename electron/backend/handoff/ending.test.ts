import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

describe('ending without a handoff', () => {
  test('needs a reason', async () => {
    const clientId = await scene.client();
    await expect(scene.end(clientId, { choice: 'without', reasons: [], reasonText: '  ' })).rejects.toMatchObject({
      code: 'reason_missing',
    });
    expect((await scene.calls['handoff.archive']({})).entries).toEqual([]);
  });

  test('ends the stage and the engagement, and the reason is kept', async () => {
    const clientId = await scene.client();
    const { card, handoffId } = await scene.end(clientId, { choice: 'without' });
    expect(handoffId).toBeNull();
    expect(card.stage).toBe('ended');
    expect((await scene.calls['handoff.archive']({})).entries).toMatchObject([
      { card: { id: clientId }, endedOn: '2026-11-23', reason: 'Budget. talked in person', handoffId: null },
    ]);
    const engagement = await scene.context.storage.read
      .selectFrom('engagement')
      .select(['end_on', 'end_reason'])
      .execute();
    expect(engagement).toEqual([{ end_on: '2026-11-23', end_reason: 'Budget. talked in person' }]);
    await scene.context.storage.undo(v7());
    expect((await boardHandlers(scene.context)['board.load']({})).cards[0]?.stage).toBe('stagnation');
  });

  test('brings forward an end that was agreed for later', async () => {
    const clientId = await scene.client();
    const calls = clientsHandlers(scene.context);
    const { page } = await calls['clients.open']({ clientId });
    const engagementId = page.engagements[0]?.id ?? '';
    await calls['clients.editEngagement']({ commandId: v7(), engagementId, endOn: '2027-12-31' });
    await scene.end(clientId, { choice: 'without' });
    const after = await calls['clients.open']({ clientId });
    expect(after.page.engagements).toMatchObject([{ endOn: '2026-11-23', endReason: 'Budget. talked in person' }]);
  });

  test('is not for ever: they come back to acquaintance with a new engagement', async () => {
    const clientId = await scene.client();
    await scene.end(clientId, { choice: 'without' });
    const { card } = await scene.calls['handoff.comeBack']({ commandId: v7(), clientId });
    expect(card).toMatchObject({ stage: 'acquaintance', sinceOn: '2020-10-20' });
    const { page } = await clientsHandlers(scene.context)['clients.open']({ clientId });
    expect(page.engagements).toMatchObject([{ endOn: '2026-11-23' }, { startOn: '2026-11-23', endOn: null }]);
    await expect(scene.calls['handoff.comeBack']({ commandId: v7(), clientId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a handoff without a new contractor', () => {
  test('says what the client’s people do, also after its words were edited and put back', async () => {
    const { page } = await scene.started({ successor: 'freeze' });
    const item = page.items.find(({ code }) => code === 'H3');
    const title = 'The client accepts the backlog in writing';
    expect(item).toMatchObject({ side: 'client', title });
    const rename = (words: string) =>
      scene.calls['handoff.editItem']({ commandId: v7(), itemId: item?.id ?? '', title: words });
    await rename('Accept');
    await rename(title);
    scene.language = 'ru';
    const { page: russian } = await scene.calls['handoff.open']({ handoffId: page.id });
    expect(russian.items.find(({ code }) => code === 'H3')?.title).toBe('Клиент письменно принимает список задач');
  });
});

test('the list of handoffs counts what is overdue', async () => {
  const { page } = await scene.started();
  const [summary] = (await scene.calls['handoff.list']({})).handoffs;
  const overdue = page.items.filter((item) => item.dueOn < '2026-11-23').length;
  expect(overdue).toBeGreaterThan(5);
  expect(summary).toMatchObject({ clientName: 'Spindle', done: 0, total: page.items.length, overdue });
});
