import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

/** Answers the id of the new one. */
async function add(handoffId: string, name: string): Promise<string> {
  const { page } = await scene.calls['handoff.addCandidate']({
    commandId: v7(),
    handoffId,
    name,
    fits: 'know 1C',
    consider: '',
  });
  return page.candidates.find((each) => each.name === name)?.id ?? '';
}

test('the shortlist keeps candidates with their answers; an empty answer takes it back', async () => {
  const { handoffId } = await scene.started();
  const candidateId = await add(handoffId, 'Depot');
  const answer = (question: 'shows_reports' | 'asks_questions', text: string) =>
    scene.calls['handoff.answerQuestion']({ commandId: v7(), candidateId, question, answer: text });
  await answer('shows_reports', 'every month');
  expect((await answer('asks_questions', 'many')).page.candidates[0]?.answers).toEqual([
    { question: 'asks_questions', answer: 'many' },
    { question: 'shows_reports', answer: 'every month' },
  ]);
  expect((await answer('shows_reports', '')).page.candidates[0]?.answers).toHaveLength(1);
  const chosen = await scene.calls['handoff.editCandidate']({ commandId: v7(), candidateId, state: 'chosen' });
  expect(chosen.page.candidates[0]?.state).toBe('chosen');
  expect((await scene.calls['handoff.deleteCandidate']({ commandId: v7(), candidateId })).page.candidates).toEqual([]);
});

describe('the chosen candidate is the successor', () => {
  async function scenery() {
    const { handoffId } = await scene.started();
    const edit = async (candidateId: string, part: { readonly state?: 'chosen' | 'listed'; readonly name?: string }) =>
      (await scene.calls['handoff.editCandidate']({ commandId: v7(), candidateId, ...part })).page;
    return { handoffId, first: await add(handoffId, 'Depot'), second: await add(handoffId, 'Forge'), edit };
  }

  type Page = Awaited<ReturnType<typeof scene.started>>['page'];
  const states = (page: Page) => page.candidates.map(({ state }) => state);
  const persons = (page: Page) => [
    ...new Set(page.items.flatMap(({ side, person }) => (side === 'successor' ? [person] : []))),
  ];

  test('one at a time, and the one before stays in reserve', async () => {
    const { first, second, edit } = await scenery();
    expect(persons(await edit(first, { state: 'chosen' }))).toEqual(['Depot']);
    const page = await edit(second, { state: 'chosen' });
    expect(states(page)).toEqual(['reserve', 'chosen']);
    expect(persons(page)).toEqual(['Forge']);
    await scene.context.storage.undo(v7());
    const undone = (await scene.calls['handoff.open']({ handoffId: page.id })).page;
    expect(states(undone)).toEqual(['chosen', 'listed']);
    expect(persons(undone)).toEqual(['Depot']);
  });

  test('renamed, let go or deleted, its name follows; persons that were typed and steps that are done keep theirs', async () => {
    const { handoffId, first, edit } = await scenery();
    const { page } = await scene.calls['handoff.open']({ handoffId });
    const [typed, done] = page.items.filter(({ side }) => side === 'successor');
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId: typed?.id ?? '', person: 'Ilya of Depot' });
    await edit(first, { state: 'chosen' });
    const proof = { state: 'done', evidence: 'letter' } as const;
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId: done?.id ?? '', ...proof });
    expect(persons(await edit(first, { name: 'Code Depot' })).toSorted()).toEqual([
      'Code Depot',
      'Depot',
      'Ilya of Depot',
    ]);
    expect(persons(await edit(first, { state: 'listed' })).toSorted()).toEqual(['', 'Depot', 'Ilya of Depot']);
    await edit(first, { state: 'chosen' });
    const left = await scene.calls['handoff.deleteCandidate']({ commandId: v7(), candidateId: first });
    expect(persons(left.page).toSorted()).toEqual(['', 'Depot', 'Ilya of Depot']);
  });
});

test('how to reach a candidate and how much time they have is kept', async () => {
  const { handoffId } = await scene.started();
  const candidateId = await add(handoffId, 'Depot');
  const words = { contact: 'Ilya, ilya@depot.example', load: 'two people from January' };
  const edited = await scene.calls['handoff.editCandidate']({ commandId: v7(), candidateId, ...words });
  expect(edited.page.candidates).toMatchObject([words]);
});
