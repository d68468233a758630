import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answerBy, show } from '../ui/testing.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { useHandoff } from './handoff-store.ts';
import { candidate, handoff, id } from './testing.ts';

let leave = () => {};
afterEach(() => leave());

test('candidates stand beside each other, and one of them is chosen there', async () => {
  const asked: unknown[] = [];
  const depot = { ...candidate, fits: 'know ERP', answers: [{ question: 'shows_reports', answer: 'every month' }] };
  const forge = { ...candidate, id: id(7), name: 'Forge', state: 'chosen', load: 'two people' };
  const now = { ...handoff, candidates: [depot, forge] };
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: now });
  answerBy((name, input) => {
    asked.push([name, input]);
    const chosen = {
      ...now,
      candidates: [
        { ...depot, state: 'chosen' },
        { ...forge, state: 'reserve' },
      ],
    };
    return { ok: true, value: { revision: 2, page: chosen } };
  });
  leave = show(<CompareDialog handoffId={handoff.id} />);
  const cells = (row: string) =>
    page
      .getByRole('row')
      .filter({ hasText: row })
      .getByRole('cell')
      .elements()
      .map((cell) => cell.textContent);
  await expect.poll(() => cells('Why they fit')).toEqual(['know ERP', 'not said']);
  expect(cells('How much time they have')).toEqual(['not said', 'two people']);
  expect(cells('Which reports do you send')).toEqual(['every month', 'not said']);
  await expect.element(page.getByRole('button', { name: 'Choose: Forge' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Choose: Depot' }));
  await expect
    .poll(() => asked)
    .toMatchObject([['handoff.editCandidate', { candidateId: candidate.id, state: 'chosen' }]]);
  await expect.element(page.getByRole('button', { name: 'Choose: Forge' })).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Candidates side by side' })).toHaveFocus();
});
