import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cardWith, clientPageWith, playbookWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { PlaybookTab } from './playbook-tab.tsx';
import { sent, showPlaybook, someDay } from './testing.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

const heads = () =>
  page
    .getByRole('heading', { level: 2 })
    .elements()
    .map((head) => head.textContent);

test.each([
  ['en', 'Steady: questions and steps', '1 of 9'],
  ['ru', 'Стабильность: вопросы и шаги', '1 из 9'],
] as const)('says in %s how many lines of the stage are done', async (language, title, progress) => {
  const done = { code: 'STA-1', answer: '', isDone: true, answeredOn: someDay };
  leave = showPlaybook({ answers: [done] }, { stage: 'stable', language });
  await expect.element(page.getByRole('button', { name: `${title} ${progress}` })).toBeVisible();
});

test('the stage decides what comes first and what is unfolded', async () => {
  leave = showPlaybook({}, { stage: 'stagnation' });
  const intent = page.getByRole('button', { name: /^Intent checks/ });
  await expect.element(intent).toHaveAttribute('aria-expanded', 'true');
  expect(heads().slice(0, 2)).toEqual([expect.stringContaining('Fading'), expect.stringContaining('Intent')]);
  await expect.element(page.getByRole('button', { name: /^Mini-audit/ })).toHaveAttribute('aria-expanded', 'false');
});

test('a client that has ended shows everything folded', async () => {
  leave = showPlaybook({}, { stage: 'ended' });
  await expect.element(page.getByRole('button', { name: /^Questions and steps by stage/ })).toBeVisible();
  expect(document.querySelectorAll('[aria-expanded="true"]')).toHaveLength(0);
});

test('other stages wait behind one fold, each in its own', async () => {
  leave = showPlaybook({}, { stage: 'stable' });
  await page.getByRole('button', { name: 'Other stages' }).click();
  const immersion = page.getByRole('button', { name: /^Immersion/ });
  await expect.element(immersion).toHaveAttribute('aria-expanded', 'false');
  await immersion.click();
  await expect.element(page.getByRole('checkbox', { name: /^Mini-audit/ })).toBeVisible();
});

test('the lines of a handoff that runs are not behind that fold', async () => {
  leave = showPlaybook({}, { stage: 'stagnation' });
  await expect.element(page.getByRole('button', { name: 'Other stages' })).toBeVisible();
  expect(page.getByRole('button', { name: /^Handoff/ }).elements()).toEqual([]);
  leave();
  leave = showPlaybook({}, { stage: 'stagnation', runningHandoffId: '00000000-0000-4000-8000-0000000000f1' });
  await expect.element(page.getByRole('button', { name: /^Handoff/ })).toBeVisible();
});

test('a line is ticked, answered and dated, each as one command', async () => {
  leave = showPlaybook({ answers: [{ code: 'ACQ-2', answer: '', isDone: true, answeredOn: someDay }] });
  await page.getByRole('checkbox', { name: /^Find the right contact/ }).click({ force: true });
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.answer', { code: 'ACQ-2', isDone: false }]);
  await page.getByRole('button', { name: /^Answer to “Does the owner do everything/ }).click();
  await userEvent.keyboard('A team of three{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent.mock.lastCall)
    .toMatchObject(['clients.answer', { code: 'ACQ-3', answer: 'A team of three' }]);
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Answer saved');
  await page.getByRole('button', { name: /^Day of the answer: Jan\s15/ }).click();
  await page.getByRole('button', { name: /January 14, 2020/ }).click();
  await expect
    .poll(() => sent.mock.lastCall)
    .toMatchObject(['clients.answer', { code: 'ACQ-2', answeredOn: '2020-01-14' }]);
  expect(sent).toHaveBeenCalledTimes(3);
});

test('lines to fulfil before moving on stand apart', async () => {
  leave = showPlaybook({});
  const exit = page.getByRole('region', { name: 'Before moving on' });
  await expect.element(exit.getByRole('checkbox', { name: /^Two verdicts/ })).toBeVisible();
  expect(exit.getByRole('checkbox').elements()).toHaveLength(1);
});

test('a set of questions is copied with its answers', async () => {
  leave = showPlaybook({ answers: [{ code: 'I1', answer: 'Years', isDone: false, answeredOn: someDay }] });
  await page.getByRole('button', { name: 'Intro: what they ask us 1 of 10' }).click();
  let copied = '';
  const hear = (event: ClipboardEvent) => {
    copied = event.clipboardData?.getData('text/plain') ?? '';
  };
  window.addEventListener('copy', hear, { once: true });
  await page.getByRole('button', { name: 'Copy all' }).click();
  await expect.poll(() => copied).toContain('# Intro: what they ask us: Alder\n\n1. **What do you want');
  expect(copied).toContain('\n\n   Years\n');
});

test('the first impression is written in place', async () => {
  leave = showPlaybook({});
  await page.getByRole('button', { name: /^First impression: What struck/ }).click();
  await userEvent.keyboard('Calm people{Control>}{Enter}{/Control}');
  await expect.poll(() => sent.mock.calls).toMatchObject([['clients.editImpression', { words: 'Calm people' }]]);
});

test('what cannot be read is said, and asked for again', async () => {
  let isBroken = true;
  answerBy(() =>
    isBroken ? { ok: false, code: 'disk_error', message: '' } : { ok: true, value: { playbook: playbookWith() } },
  );
  leave = show(<PlaybookTab page={clientPageWith({ card: cardWith({}) })} />);
  await expect.element(page.getByRole('alert')).toBeVisible();
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('button', { name: /^Steady: questions and steps/ })).toBeVisible();
});
