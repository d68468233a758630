import { v5, v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shippedTemplateId } from '../../../db/handoff-templates.ts';
import type { HandoffPage } from '../../../shared/contract/handoff.ts';
import type { SuccessorMode } from '../../../shared/handoff/plan.ts';
import { addDays } from '../../../shared/calendar.ts';
import { calendarHandlers } from '../settings/calendars.ts';
import { HandoffScene } from './testing.ts';

/** The day on which the scene begins a handoff. */
const startOn = '2026-11-09';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
  scene.context.clock.setNow(`${startOn}T08:00:00.000Z`);
});
afterEach(() => scene.context.storage.remove());

const switchTo = async (handoffId: string, successor: SuccessorMode) =>
  (await scene.calls['handoff.switchSuccessor']({ commandId: v7(), handoffId, successor })).page;
const search = (page: HandoffPage) =>
  page.items.flatMap(({ section, code }) => (section === 'C' ? [code] : [])).toSorted();
const sideOf = (page: HandoffPage, code: string) => page.items.find((item) => item.code === code)?.side;
const asPlanned = ({ items }: HandoffPage) =>
  items
    .map(({ code, side, dueOn, after }) => ({ code, side, dueOn, after: after.toSorted() }))
    .toSorted((one, other) => one.code.localeCompare(other.code));

test('the client takes over what the successor had, and gives it back, as one command each', async () => {
  const { handoffId, page } = await scene.started();
  const own = { title: 'Say hello', side: 'successor', person: '', dueOn: '2026-12-01' } as const;
  const added = (await scene.calls['handoff.addItem']({ commandId: v7(), handoffId, ...own })).page;
  const preview = await scene.calls['handoff.previewSuccessor']({ handoffId, successor: 'in_house' });
  const without = await switchTo(handoffId, 'in_house');
  expect(preview.passed).toEqual(added.items.flatMap(({ side, title }) => (side === 'successor' ? [title] : [])));
  expect(preview.dropped).toHaveLength(4);
  expect(without.successor).toBe('in_house');
  expect(search(without)).toEqual(['C1']);
  expect(without.items.some(({ side }) => side === 'successor')).toBe(false);
  const wayBack = await scene.calls['handoff.previewSuccessor']({ handoffId, successor: 'contractor' });
  expect(wayBack).toMatchObject({ dropped: [], moved: [] });
  expect(wayBack.returning.map(({ title }) => title)).toEqual(preview.dropped);
  expect(wayBack.passed).toHaveLength(preview.passed.length);
  const back = await switchTo(handoffId, 'contractor');
  expect(asPlanned(back)).toEqual(asPlanned(added));
  await scene.context.storage.undo(v7());
  expect(search((await scene.calls['handoff.open']({ handoffId })).page)).toEqual(['C1']);
  await scene.context.storage.undo(v7());
  expect(asPlanned((await scene.calls['handoff.open']({ handoffId })).page)).toEqual(asPlanned(added));
  expect(search(page)).toHaveLength(5);
});

test('nobody leads a handoff who is no partner', async () => {
  const { handoffId } = await scene.started();
  const lead = scene.calls['handoff.edit']({ commandId: v7(), handoffId, leadPartnerId: v7() });
  await expect(lead).rejects.toMatchObject({ code: 'not_found' });
});

/** Of another handoff, in which items have other ids. */
const byCode = (shown: HandoffPage) => {
  const codes = new Map(shown.items.map(({ id, code }) => [id, code]));
  return shown.items
    .map(({ code, title, side, dueOn, after }) => ({
      code,
      title,
      side,
      dueOn,
      after: after.map((id) => codes.get(id) ?? '').toSorted((one, other) => one.localeCompare(other)),
    }))
    .toSorted((one, other) => one.code.localeCompare(other.code));
};
const begunFor = async (name: string, change: Parameters<HandoffScene['end']>[1]) => {
  const { handoffId } = await scene.end(await scene.client(name), change);
  return (await scene.calls['handoff.open']({ handoffId: handoffId ?? '' })).page;
};

test('a handoff that began without a contractor gets the plan it would have had with one', async () => {
  const { handoffId } = await scene.started({ successor: 'freeze' });
  const preview = await scene.calls['handoff.previewSuccessor']({ handoffId, successor: 'contractor' });
  const other = await begunFor('Alder', {});
  expect(byCode(await switchTo(handoffId, 'contractor'))).toEqual(byCode(other));
  const titles = new Set(other.items.map(({ title }) => title));
  for (const { title } of preview.returning) expect(titles).toContain(title);
});

test('so does one from before templates, which holds nothing of what was left out', async () => {
  const { handoffId, page } = await scene.started({ successor: 'freeze' });
  await scene.context.storage.write({ id: v7(), name: 'handoff.edit' }, async (writer) => {
    await writer.updateTable('handoff').set({ template: null }).execute();
    const links = writer.updateTable('handoff_item_after').set({ deleted_at: '2026-11-09' });
    await links.where('item_id', 'in', leftOut(page)).execute();
    await links.where('after_item_id', 'in', leftOut(page)).execute();
    await writer.updateTable('handoff_item').set({ handoff_id: null }).where('deleted_at', 'is not', null).execute();
    await writer.updateTable('handoff_item').set({ side: 'client' }).where('side', '=', 'successor').execute();
  });
  const preview = await scene.calls['handoff.previewSuccessor']({ handoffId, successor: 'contractor' });
  expect([preview.passed.length, preview.returning.length]).toEqual([4, 4]);
  expect(byCode(await switchTo(handoffId, 'contractor'))).toEqual(byCode(await begunFor('Alder', {})));
  expect(search(await switchTo(handoffId, 'in_house'))).toEqual(['C1']);
});

const leftOut = ({ id }: HandoffPage) => ['C2', 'C3', 'C4', 'C5'].map((code) => v5(code, id));

test('a handoff is switched by the template it was made from, whatever becomes of that one', async () => {
  const command = () => ({ commandId: v7() });
  const { templateId } = await scene.calls['handoff.copyTemplate']({
    ...command(),
    templateId: shippedTemplateId,
    name: 'Ours',
  });
  const of = (code: string) => ({ ...command(), templateId, code });
  await scene.calls['handoff.editTemplateItem']({ ...of('C2'), title: { en: 'Three names' }, day: 6 });
  await scene.calls['handoff.editTemplateItem']({ ...of('D8'), side: 'agency' });
  await scene.calls['handoff.editTemplateItem']({ ...of('A5'), side: 'successor' });
  await scene.calls['handoff.removeTemplateItem'](of('C1'));
  await scene.calls['handoff.removeTemplateItem'](of('C4'));
  const added = { templateId, language: 'en', title: 'Badge', day: 29, side: 'successor' } as const;
  await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });

  const wanted = await begunFor('Alder', { templateId });
  const { handoffId, page } = await scene.started({ templateId, successor: 'freeze' });
  const client = await begunFor('Birch', { templateId, successor: 'freeze' });
  expect(search(page)).toEqual(['C2']);
  expect(page.items.find(({ title }) => title === 'Badge')?.side).toBe('client');
  await scene.calls['handoff.resetTemplate']({ ...command(), templateId });
  await scene.calls['handoff.removeTemplate']({ ...command(), templateId });

  expect(byCode(await switchTo(handoffId, 'contractor'))).toEqual(byCode(wanted));
  expect(byCode(await switchTo(handoffId, 'freeze'))).toEqual(byCode(client));
  expect(byCode(await switchTo(wanted.id, 'freeze'))).toEqual(byCode(client));
  expect(byCode(await switchTo(wanted.id, 'contractor'))).toEqual(byCode(wanted));
});

test('what comes back is due on a day on which people work by now, unless somebody chose its day', async () => {
  const { handoffId, page } = await scene.started();
  const dueOf = (shown: HandoffPage, code: string) => shown.items.find((item) => item.code === code)?.dueOn ?? '';
  const wanted = dueOf(page, 'C3');
  const itemId = page.items.find(({ code }) => code === 'C4')?.id ?? '';
  const chosen = '2026-11-20';
  await scene.calls['handoff.editItem']({ commandId: v7(), itemId, dueOn: chosen });
  await switchTo(handoffId, 'freeze');
  const days = [wanted, chosen].map((day) => ({ day, isWorked: false }));
  await calendarHandlers(scene.context)['settings.changeCalendar']({
    commandId: v7(),
    change: { kind: 'days', code: 'weekdays', days },
    movesItems: true,
  });
  const back = await switchTo(handoffId, 'contractor');
  expect([dueOf(back, 'C3'), dueOf(back, 'C4')]).toEqual([addDays(wanted, 1), chosen]);
});

const dueOf = (shown: HandoffPage, code: string) => shown.items.find((item) => item.code === code)?.dueOn ?? '';
const days = (shown: HandoffPage, ...codes: readonly string[]) => codes.map((code) => dueOf(shown, code));
const backAgain = (handoffId: string) =>
  scene.calls['handoff.previewSuccessor']({ handoffId, successor: 'contractor' });

test('what comes back late is due from today on, as the preview says, and what waits for it no earlier', async () => {
  const { handoffId, page } = await scene.started();
  const { items: without } = await switchTo(handoffId, 'in_house');
  const today = '2026-11-30';
  scene.context.clock.setNow(`${today}T08:00:00.000Z`);
  const preview = await backAgain(handoffId);
  const back = await switchTo(handoffId, 'contractor');
  const search = days(back, 'C2', 'C3', 'C4', 'C5');
  expect(search[0]).toBe(today);
  expect(search).toEqual(search.toSorted());
  expect(search.at(-1)).not.toBe(today);
  expect(preview.returning.map(({ dueOn }) => dueOn)).toEqual(search);
  for (const { title, dueOn } of preview.moved) {
    const before = without.find((item) => item.title === title);
    expect(dueOf(back, before?.code ?? ''), title).toBe(dueOn);
    expect((before?.dueOn ?? '') < dueOn, title).toBe(true);
  }
  const byId = new Map(back.items.map((item) => [item.id, item]));
  const early = back.items.flatMap((item) =>
    item.after.flatMap((id) => ((byId.get(id)?.dueOn ?? '') > item.dueOn ? [item.code] : [])),
  );
  expect(early).toEqual([]);
  expect(preview.moved.length).toBeGreaterThan(0);
  await scene.context.storage.undo(v7());
  await scene.context.storage.undo(v7());
  expect(asPlanned((await scene.calls['handoff.open']({ handoffId })).page)).toEqual(asPlanned(page));
});

test('what a template dates late moves what waits for it', async () => {
  const edit = { commandId: v7(), templateId: shippedTemplateId, code: 'C5', day: 24 };
  await scene.calls['handoff.editTemplateItem'](edit);
  const wanted = await begunFor('Alder', {});
  const { handoffId } = await scene.started({ successor: 'freeze' });
  expect(byCode(await switchTo(handoffId, 'contractor'))).toEqual(byCode(wanted));
  expect(days(wanted, 'C5', 'D8')).toEqual(['2026-12-03', '2026-12-03']);
});

test('what waits for the search in a template of one’s own is due without it as in a plan that began so', async () => {
  const command = () => ({ commandId: v7() });
  const copy = { ...command(), templateId: shippedTemplateId, name: 'Ours' };
  const { templateId } = await scene.calls['handoff.copyTemplate'](copy);
  await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'C5', day: 24 });
  const added = { templateId, language: 'en', title: 'Badge', day: 10, side: 'agency' } as const;
  await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });
  const { templates } = await scene.calls['handoff.templates']({});
  const badge = templates.find(({ id }) => id === templateId)?.items.find(({ title }) => title.en === 'Badge');
  const code = badge?.code ?? '';
  await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code, after: ['C5'] });

  const wanted = await begunFor('Alder', { templateId, successor: 'in_house' });
  const { handoffId, page } = await scene.started({ templateId });
  const dueOf = (shown: HandoffPage) => shown.items.find(({ title }) => title === 'Badge')?.dueOn;
  expect([dueOf(page), dueOf(wanted)]).toEqual(['2026-12-03', '2026-11-19']);
  const preview = await scene.calls['handoff.previewSuccessor']({ handoffId, successor: 'in_house' });
  expect(preview.moved).toContainEqual({ title: 'Badge', dueOn: '2026-11-19' });
  expect(byCode(await switchTo(handoffId, 'in_house'))).toEqual(byCode(wanted));
  expect(byCode(await switchTo(handoffId, 'contractor'))).toEqual(byCode(page));
});

test('what somebody deleted does not come back', async () => {
  const templateId = shippedTemplateId;
  await scene.calls['handoff.editTemplateItem']({ commandId: v7(), templateId, code: 'C3', isMandatory: false });
  const { handoffId, page } = await scene.started();
  const itemId = page.items.find(({ code }) => code === 'C3')?.id ?? '';
  await scene.calls['handoff.deleteItem']({ commandId: v7(), itemId });
  await switchTo(handoffId, 'freeze');
  expect((await backAgain(handoffId)).returning).toHaveLength(3);
  expect(search(await switchTo(handoffId, 'contractor'))).toEqual(['C1', 'C2', 'C4', 'C5']);
});

test('without a contractor, what is done was done by the client', async () => {
  const { handoffId, page } = await scene.started({ successor: 'freeze' });
  const itemId = page.items.find(({ code }) => code === 'D8')?.id ?? '';
  await scene.calls['handoff.editItem']({ commandId: v7(), itemId, state: 'done', evidence: 'they got in' });
  expect(sideOf((await scene.calls['handoff.open']({ handoffId })).page, 'D8')).toBe('client');
});

test('an item that is given to the client by hand stays with it', async () => {
  const { handoffId, page } = await scene.started();
  const itemId = page.items.find(({ code }) => code === 'D8')?.id ?? '';
  await scene.calls['handoff.editItem']({ commandId: v7(), itemId, side: 'client' });
  await switchTo(handoffId, 'freeze');
  expect(sideOf(await switchTo(handoffId, 'contractor'), 'D8')).toBe('client');
});

test('a start that was undone leaves nothing behind for a switch', async () => {
  const { templateId } = await scene.calls['handoff.copyTemplate']({
    commandId: v7(),
    templateId: shippedTemplateId,
    name: 'Ours',
  });
  await scene.calls['handoff.removeTemplateItem']({ commandId: v7(), templateId, code: 'C4' });
  const { clientId } = await scene.started();
  await scene.context.storage.undo(v7());
  const { handoffId } = await scene.end(clientId, { templateId, successor: 'freeze' });
  expect(search(await switchTo(handoffId ?? '', 'contractor'))).toEqual(['C1', 'C2', 'C3', 'C5']);
});

test('the name of the chosen candidate leaves the steps, and comes back', async () => {
  const { handoffId } = await scene.started();
  const { page } = await scene.calls['handoff.addCandidate']({
    commandId: v7(),
    handoffId,
    name: 'Depot',
    fits: '',
    consider: '',
  });
  const candidateId = page.candidates[0]?.id ?? '';
  await scene.calls['handoff.editCandidate']({ commandId: v7(), candidateId, state: 'chosen' });
  const personOf = (shown: HandoffPage) => shown.items.find(({ code }) => code === 'I3')?.person;
  const without = await switchTo(handoffId, 'freeze');
  expect([personOf(without), sideOf(without, 'I3')]).toEqual(['', 'client']);
  const back = await switchTo(handoffId, 'contractor');
  expect([personOf(back), sideOf(back, 'I3')]).toEqual(['Depot', 'successor']);
});

test('what the search had done stays in the plan', async () => {
  const { handoffId, page } = await scene.started();
  const itemId = page.items.find(({ code }) => code === 'C2')?.id ?? '';
  await scene.calls['handoff.editItem']({ commandId: v7(), itemId, state: 'done', evidence: 'three names' });
  expect(search(await switchTo(handoffId, 'freeze'))).toEqual(['C1', 'C2']);
});

test('a handoff that is over stays as it is', async () => {
  const { handoffId } = await scene.started();
  await scene.calls['handoff.cancel']({ commandId: v7(), handoffId, reason: 'They stay' });
  await expect(switchTo(handoffId, 'freeze')).rejects.toMatchObject({ code: 'handoff_not_running' });
});
