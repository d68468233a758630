import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HandoffPage } from '../../../shared/contract/handoff.ts';
import type { SuccessorMode } from '../../../shared/handoff/plan.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
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
  expect(wayBack).toMatchObject({ dropped: [], returning: preview.dropped });
  expect(wayBack.passed).toHaveLength(preview.passed.length);
  const back = await switchTo(handoffId, 'contractor');
  expect(asPlanned(back)).toEqual(asPlanned(added));
  await scene.context.storage.undo(v7());
  expect(search((await scene.calls['handoff.open']({ handoffId })).page)).toEqual(['C1']);
  await scene.context.storage.undo(v7());
  expect(asPlanned((await scene.calls['handoff.open']({ handoffId })).page)).toEqual(asPlanned(added));
  expect(search(page)).toHaveLength(5);
});

test('a handoff that began without a contractor gets the plan it would have had with one', async () => {
  const { handoffId } = await scene.started({ successor: 'freeze' });
  const switched = await switchTo(handoffId, 'contractor');
  const other = await scene.end(await scene.client('Alder'));
  const { page } = await scene.calls['handoff.open']({ handoffId: other.handoffId ?? '' });
  const codesOf = (shown: HandoffPage) => {
    const codes = new Map(shown.items.map(({ id, code }) => [id, code]));
    return asPlanned(shown).map((item) => ({
      ...item,
      after: item.after.map((id) => codes.get(id) ?? '').toSorted((one, other) => one.localeCompare(other)),
    }));
  };
  expect(codesOf(switched)).toEqual(codesOf(page));
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
