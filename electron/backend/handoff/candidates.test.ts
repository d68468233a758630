import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

test('the shortlist keeps candidates with their answers; an empty answer takes it back', async () => {
  const { handoffId } = await scene.started();
  const { page } = await scene.calls['handoff.addCandidate']({
    commandId: v7(),
    handoffId,
    name: 'Depot',
    fits: 'know 1C',
    consider: '',
  });
  const candidateId = page.candidates[0]?.id ?? '';
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
