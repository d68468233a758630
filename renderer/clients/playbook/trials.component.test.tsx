import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clearToasts } from '../../ui/toast.ts';
import { sent, showPlaybook, someDay, trial } from './testing.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

const verdict = (side: string) => page.getByRole('region', { name: side });

test('a trial is begun with its days and its sign', async () => {
  leave = showPlaybook({});
  await page.getByRole('button', { name: 'Begin a trial' }).click();
  await page.getByRole('textbox', { name: 'Agreed success sign' }).fill('Seen at six');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => sent.mock.calls).toMatchObject([['clients.addTrial', { successSign: 'Seen at six' }]]);
});

test('a trial that ends before it starts is refused with a sentence, and the day stays typed', async () => {
  leave = showPlaybook({ trials: [trial] });
  const year = page.getByRole('group', { name: 'Ends' }).getByRole('spinbutton', { name: /^year/ });
  await year.click();
  await userEvent.keyboard('2019{Tab}{Tab}');
  await expect.element(page.getByText('A trial cannot end before it starts.')).toBeVisible();
  await expect.element(year).toHaveTextContent('2019');
  expect(sent).not.toHaveBeenCalled();
});

test('a task of the trial is added to it', async () => {
  leave = showPlaybook({ trials: [trial] });
  await page.getByRole('button', { name: 'Add a task of the trial' }).click();
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Stock export');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sent.mock.calls)
    .toMatchObject([['clients.addTrialTask', { trialId: trial.id, title: 'Stock export' }]]);
});

test('a task of the trial is changed where it stands', async () => {
  const clientId = crypto.randomUUID();
  const task = { id: 'task', clientId, noteId: null, title: 'Export', side: 'client', person: 'Paul', doneAt: null };
  leave = showPlaybook({ trials: [{ ...trial, tasks: [{ ...task, dueOn: someDay }] }] });
  const tasks = page.getByRole('group', { name: 'Tasks of the trial' });
  await expect.element(tasks.getByRole('button', { name: /^By when \(Export\): .*2020, overdue$/ })).toBeVisible();
  await expect.element(tasks.getByRole('button', { name: 'Whose task it is (Export): Paul, client' })).toBeVisible();
  await tasks.getByRole('button', { name: 'Task: Export' }).click();
  await userEvent.keyboard('Stock export{Enter}');
  await expect.poll(() => sent.mock.calls).toMatchObject([['clients.editTask', { title: 'Stock export' }]]);
  await expect.element(tasks.getByRole('button', { name: 'Task: Export' })).toHaveFocus();
});

test('the first impression stands beside the verdicts when the trial is over', async () => {
  const impression = { firstImpression: 'Calm people', firstImpressionOn: someDay };
  leave = showPlaybook({ ...impression, trials: [{ ...trial, endsOn: '2999-01-01' }] });
  await expect.element(verdict('Our verdict')).toBeVisible();
  expect(page.getByRole('figure').elements()).toEqual([]);
  leave();
  leave = showPlaybook({ ...impression, trials: [trial] });
  await expect.element(page.getByRole('figure').getByText(/^First impression, January\s15/)).toBeVisible();
  await expect.element(page.getByRole('figure').getByText('Calm people')).toBeVisible();
});

test('both sides give their verdict and can take it back', async () => {
  const given = { verdict: 'yes', words: '', givenOn: someDay };
  leave = showPlaybook({ trials: [{ ...trial, ours: given }] });
  await verdict('The client’s verdict').getByRole('radio', { name: 'No', exact: true }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.giveVerdict', { side: 'theirs', verdict: 'no' }]);
  await verdict('Our verdict')
    .getByRole('button', { name: /^Our words/ })
    .click();
  await userEvent.keyboard('They answer the same day{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent.mock.lastCall)
    .toMatchObject(['clients.giveVerdict', { side: 'ours', words: 'They answer the same day' }]);
  await verdict('Our verdict').getByRole('radio', { name: 'Yes' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.giveVerdict', { side: 'ours', verdict: null }]);
});

test('“not now” asks for a day that is still ahead', async () => {
  leave = showPlaybook({ trials: [{ ...trial, theirs: { verdict: 'not_now', words: '', givenOn: someDay } }] });
  await expect.element(page.getByText(/without a day is forgotten/)).toBeVisible();
  const part = (name: RegExp) => page.getByRole('group', { name: 'Come back on' }).getByRole('spinbutton', { name });
  await part(/^month/).click();
  await userEvent.keyboard('01022020{Tab}{Tab}');
  await expect.element(page.getByText('This day is over. Choose one that is still ahead.')).toBeVisible();
  expect(sent).not.toHaveBeenCalled();
  await part(/^year/).click();
  await userEvent.keyboard('2999{Tab}{Tab}');
  await expect.poll(() => sent.mock.calls).toMatchObject([['clients.editTrial', { revisitOn: '2999-01-02' }]]);
});

test('only of the latest trial “not now” has a day to come back on', async () => {
  const theirs = { verdict: 'not_now', words: '', givenOn: someDay };
  const earlier = { ...trial, id: '00000000-0000-4000-8000-0000000000a3', startedOn: '2019-02-01', theirs };
  leave = showPlaybook({ trials: [trial, earlier] });
  await page.getByRole('button', { name: /^Trial of Feb/ }).click();
  await expect.element(verdict('The client’s verdict').nth(1)).toBeVisible();
  expect(page.getByRole('group', { name: 'Come back on' }).elements()).toEqual([]);
});

test('a verdict without an agreed sign says so', async () => {
  const words = 'No success sign was agreed, so the verdict is only a feeling.';
  const ours = { verdict: 'yes', words: '', givenOn: someDay };
  leave = showPlaybook({ trials: [{ ...trial, ours }] });
  await expect.element(verdict('Our verdict')).toBeVisible();
  expect(page.getByText(words).elements()).toEqual([]);
  leave();
  leave = showPlaybook({ trials: [{ ...trial, ours, successSign: '' }] });
  await expect.element(page.getByText(words)).toBeVisible();
});

test('earlier trials are folded below the latest, with their outcome', async () => {
  const said = (word: string) => ({ verdict: word, words: '', givenOn: '2019-03-01' });
  const earlier = { ...trial, id: '00000000-0000-4000-8000-0000000000a2', ours: said('yes'), theirs: said('not_now') };
  leave = showPlaybook({ trials: [trial, { ...earlier, startedOn: '2019-02-01', endsOn: '2019-02-14' }] });
  const fold = page.getByRole('button', { name: /^Trial of Feb\s1,\s2019 Not now$/ });
  await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
});
