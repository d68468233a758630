import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../shared/calendar.ts';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import { contract } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import { HandoffScene } from './handoff/testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

describe('starting a handoff', () => {
  test('makes the plan of the template and leaves the client in its column', async () => {
    const { page, handoffId } = await scene.started({ extended: ['B4', 'D2'] });
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
    const clientId = await scene.client();
    const commandId = v7();
    const first = await scene.end(clientId, { commandId });
    expect(await scene.end(clientId, { commandId })).toEqual(first);
    expect((await scene.calls['handoff.list']({})).handoffs).toHaveLength(1);
    await scene.context.storage.undo(v7());
    expect((await scene.calls['handoff.list']({})).handoffs).toEqual([]);
    expect((await boardHandlers(scene.context)['board.load']({})).cards[0]?.handoff).toBeNull();
    await scene.context.storage.redo(v7());
    expect((await scene.calls['handoff.list']({})).handoffs).toMatchObject([
      { id: first.handoffId, done: 0, state: 'running' },
    ]);
  });

  test('is refused while another runs, and for a client that has ended', async () => {
    const { clientId } = await scene.started();
    await expect(scene.end(clientId)).rejects.toMatchObject({ code: 'handoff_running' });
    await expect(scene.end(clientId, { choice: 'without' })).rejects.toMatchObject({ code: 'handoff_running' });
    const other = await scene.client('Alder');
    await scene.end(other, { choice: 'without' });
    await expect(scene.end(other)).rejects.toMatchObject({ code: 'client_ended' });
  });

  test('without a successor gives the successor’s part to the client', async () => {
    const { page } = await scene.started({ successor: 'freeze' });
    expect(new Set(page.items.map((item) => item.side))).toEqual(new Set(['agency', 'client']));
    expect(page.items.filter((item) => item.section === 'C').map((item) => item.code)).toEqual(['C1']);
  });

  test('says the template in the interface language, and a title of one’s own in every language', async () => {
    const { handoffId, page } = await scene.started();
    const [first, second] = page.items;
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId: first?.id ?? '', title: 'Tell everybody' });
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId: second?.id ?? '', title: second?.title ?? '' });
    scene.language = 'ru';
    const russian = (await scene.calls['handoff.open']({ handoffId })).page.items;
    expect(russian[0]?.title).toBe('Tell everybody');
    expect(russian[1]?.title).toMatch(/[а-яё]/);
  });
});

describe('an item', () => {
  test('that is mandatory is done only with evidence, and keeps it', async () => {
    const { page } = await scene.started();
    const item = page.items.find((each) => each.isMandatory);
    const edit = (change: object) =>
      scene.calls['handoff.editItem']({ commandId: v7(), itemId: item?.id ?? '', ...change });
    await expect(edit({ state: 'done' })).rejects.toMatchObject({ code: 'evidence_missing' });
    const done = (await edit({ state: 'done', evidence: 'letter of 9 November' })).page;
    expect(done.items.find((each) => each.id === item?.id)).toMatchObject({
      state: 'done',
      doneAt: '2026-11-23T08:42:00.000Z',
    });
    expect(done.client.handoff?.done).toBe(1);
    await expect(edit({ evidence: ' ' })).rejects.toMatchObject({ code: 'evidence_missing' });
    expect((await edit({ state: 'todo' })).page.items.find((each) => each.id === item?.id)?.doneAt).toBeNull();
  });

  test('does not apply only with a reason, and then does not count', async () => {
    const { page } = await scene.started();
    const itemId = page.items[3]?.id ?? '';
    const edit = (stateReason: string) =>
      scene.calls['handoff.editItem']({ commandId: v7(), itemId, state: 'not_applicable', stateReason });
    await expect(edit('')).rejects.toMatchObject({ code: 'reason_missing' });
    expect((await edit('there is no shop in 1C')).page.client.handoff?.total).toBe(page.items.length - 1);
  });

  test('typed by hand needs no evidence; moved and deleted it stays undoable', async () => {
    const { handoffId } = await scene.started();
    const typed = { handoffId, title: 'Say thank you', side: 'agency', person: 'Nika', dueOn: '2026-12-07' } as const;
    const { page } = await scene.calls['handoff.addItem']({ commandId: v7(), ...typed });
    const item = page.items.find((each) => each.title === 'Say thank you');
    expect(item).toMatchObject({ code: '', isMandatory: false, person: 'Nika', state: 'todo' });
    const itemId = item?.id ?? '';
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId, state: 'done', dueOn: '2026-12-08' });
    const gone = await scene.calls['handoff.deleteItem']({ commandId: v7(), itemId });
    expect(gone.page.items.some((each) => each.id === itemId)).toBe(false);
    await scene.context.storage.undo(v7());
    const back = (await scene.calls['handoff.open']({ handoffId })).page.items.find((each) => each.id === itemId);
    expect(back).toMatchObject({ state: 'done', dueOn: '2026-12-08', side: 'agency' });
  });

  describe('is due', () => {
    async function scenes() {
      const { handoffId, page } = await scene.started();
      const first = page.items.find(({ code }) => code === 'A1');
      const second = page.items.find(({ code }) => code === 'A2');
      const edit = (itemId: string | undefined, change: object) =>
        scene.calls['handoff.editItem']({ commandId: v7(), itemId: itemId ?? '', ...change });
      const add = (dueOn: string) =>
        scene.calls['handoff.addItem']({
          commandId: v7(),
          handoffId,
          title: 'Keys',
          side: 'agency',
          person: '',
          dueOn,
        });
      return { first, second, edit, add };
    }

    test.each([
      ['2026-11-06', 'day_outside_handoff'],
      ['2026-12-10', 'day_outside_handoff'],
      ['2099-01-01', 'day_outside_handoff'],
      ['2026-11-22', 'day_not_worked'],
    ])('not on %s', async (dueOn, code) => {
      const { second, edit, add } = await scenes();
      await expect(edit(second?.id, { dueOn })).rejects.toMatchObject({ code });
      await expect(add(dueOn)).rejects.toMatchObject({ code });
    });

    test('in the order of the plan, as long as both are open', async () => {
      const { first, second, edit } = await scenes();
      expect(second?.after).toEqual([first?.id]);
      await expect(edit(first?.id, { dueOn: '2026-12-01' })).rejects.toMatchObject({ code: 'day_after_dependent' });
      await edit(second?.id, { state: 'not_applicable', stateReason: 'they know' });
      await edit(first?.id, { dueOn: '2026-11-30' });
      await expect(edit(second?.id, { dueOn: '2026-11-24', state: 'todo' })).rejects.toMatchObject({
        code: 'day_before_predecessor',
      });
    });

    test('where it is already, whatever else is changed', async () => {
      const { first, edit } = await scenes();
      await scene.context.storage.write({ id: v7(), name: 'handoff.editItem' }, async (writer) => {
        await writer.updateTable('handoff_item').set({ due_on: '2026-11-22' }).execute();
      });
      const { page } = await edit(first?.id, { dueOn: '2026-11-22', person: 'Nika' });
      expect(page.items.find(({ id }) => id === first?.id)).toMatchObject({ dueOn: '2026-11-22', person: 'Nika' });
    });
  });

  test('accepted by somebody keeps the day, until nobody accepts it any more', async () => {
    const { page } = await scene.started();
    const itemId = page.items[0]?.id ?? '';
    const edit = async (change: object) => {
      const after = await scene.calls['handoff.editItem']({ commandId: v7(), itemId, ...change });
      const { confirmedBy, confirmedOn } = after.page.items.find(({ id }) => id === itemId) ?? {};
      return [confirmedBy, confirmedOn];
    };
    expect(await edit({ confirmedBy: 'Raisa' })).toEqual(['Raisa', '2026-11-23']);
    expect(await edit({ confirmedOn: '2026-11-20' })).toEqual(['Raisa', '2026-11-20']);
    expect(await edit({ confirmedBy: 'Kostya' })).toEqual(['Kostya', '2026-11-20']);
    expect(await edit({ confirmedBy: '' })).toEqual(['', null]);
    await scene.context.storage.undo(v7());
    expect(await edit({})).toEqual(['Kostya', '2026-11-20']);
  });

  test('names the access that it hands over, as long as there is one', async () => {
    const { handoffId, page } = await scene.started();
    const { id: itemId = '', title, evidenceHint } = page.items[0] ?? {};
    const added = await scene.calls['handoff.addAsset']({
      commandId: v7(),
      handoffId,
      name: 'Hosting',
      whereKept: 'vault',
      heldBy: 'Nika',
      goesTo: 'client',
    });
    const assetId = added.page.assets[0]?.id ?? '';
    const linked = await scene.calls['handoff.editItem']({ commandId: v7(), itemId, assetId });
    expect(linked.page.items.find(({ id }) => id === itemId)).toMatchObject({ assetId, title, evidenceHint });
    const gone = await scene.calls['handoff.deleteAsset']({ commandId: v7(), handoffId, assetId });
    expect(gone.page.items.find(({ id }) => id === itemId)?.assetId).toBeNull();
    await expect(scene.calls['handoff.editItem']({ commandId: v7(), itemId, assetId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('that does not exist is not found', async () => {
    await expect(scene.calls['handoff.editItem']({ commandId: v7(), itemId: v7() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
