import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { today } from '../../ui/clock.ts';
import { contactWith } from '../../ui/test-data.ts';
import { clearToasts } from '../../ui/toast.ts';
import { sent, showPlaybook, someDay } from './testing.tsx';

// What was found out about a client: the mini-audit, its intentions, what we told it.

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

test('a topic of the audit gets a score, evidence and a question; a score is taken back', async () => {
  const seen = { topic: 'margin', score: 2, evidence: '', openQuestion: '' };
  leave = showPlaybook({ audit: [seen] }, { stage: 'honeymoon' });
  await expect.element(page.getByRole('button', { name: 'Mini-audit 1 of 5 rated' })).toBeVisible();
  const score = page.getByRole('radiogroup', { name: 'Score: Best-margin products' });
  await score.getByRole('radio', { name: '4' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editAuditTopic', { topic: 'margin', score: 4 }]);
  await score.getByRole('radio', { name: '2' }).click();
  await expect
    .poll(() => sent.mock.lastCall)
    .toMatchObject(['clients.editAuditTopic', { topic: 'margin', score: null }]);
  await page.getByRole('button', { name: /^Evidence: Total profit/ }).click();
  await userEvent.keyboard('Online only{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent.mock.lastCall)
    .toMatchObject(['clients.editAuditTopic', { topic: 'profit', evidence: 'Online only' }]);
  await page.getByRole('button', { name: /^First lever/ }).click();
  await userEvent.keyboard('Fittings first{Control>}{Enter}{/Control}');
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editFirstLever', { words: 'Fittings first' }]);
});

const check = { id: '00000000-0000-4000-8000-0000000000c1', hasPlan: 'no', saidBy: 'Marina', words: 'Not this year' };
const fading = { stage: 'stagnation' } as const;

test('an answer of half a year ago is to be asked again, one of today is not', async () => {
  leave = showPlaybook({ intentChecks: [{ ...check, checkedOn: '2020-01-15' }] }, fading);
  await expect.element(page.getByRole('button', { name: 'Intent checks Ask again' })).toBeVisible();
  await expect.element(page.getByText('The last answer is more than half a year old. Ask again.')).toBeVisible();
  leave();
  leave = showPlaybook({ intentChecks: [{ ...check, checkedOn: today() }] }, fading);
  await expect.element(page.getByRole('button', { name: 'Intent checks No plan, today' })).toBeVisible();
});

test('an answer is nobody’s who had left by then', async () => {
  const contacts = [contactWith('Marina'), contactWith('Igor', { leftOn: '2020-01-15' })];
  leave = showPlaybook({}, { ...fading, contacts });
  await page.getByRole('button', { name: 'Write down an answer' }).click();
  await page.getByRole('button', { name: /Who said it/ }).click();
  await expect.element(page.getByRole('option', { name: 'Marina' })).toBeVisible();
  expect(page.getByRole('option').elements()).toHaveLength(1);
});

test('an intent check is written down, changed in place and deleted', async () => {
  leave = showPlaybook({ intentChecks: [{ ...check, checkedOn: someDay }] }, fading);
  await page.getByRole('button', { name: 'Write down an answer' }).click();
  await page.getByRole('radio', { name: 'Not known' }).click();
  await page.getByRole('textbox', { name: 'In their words' }).fill('They wait');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect
    .poll(() => sent.mock.lastCall)
    .toMatchObject(['clients.addIntentCheck', { hasPlan: 'unknown', words: 'They wait', checkedOn: today() }]);
  await page.getByRole('button', { name: 'Plan of development: No plan' }).click();
  await page.getByRole('menuitem', { name: 'There is a plan' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editIntentCheck', { hasPlan: 'yes' }]);
  await page.getByRole('button', { name: 'Delete the intent check' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.deleteIntentCheck', { checkId: check.id }]);
});

const insight = {
  id: '00000000-0000-4000-8000-0000000000d1',
  kind: 'idea',
  title: 'Show sets',
  toldOn: someDay,
  isBeyondContract: false,
  state: 'offered',
  reportId: null,
  kpiId: null,
};
const second = { stage: 'reanimation' } as const;

test('an insight is marked, judged and linked in place', async () => {
  const report = { id: '00000000-0000-4000-8000-0000000000e1', kind: 'month', period: '2026-10' };
  leave = showPlaybook({ insights: [insight], reports: [report] }, second);
  await page.getByRole('button', { name: 'Beyond the contract' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editInsight', { isBeyondContract: true }]);
  await page.getByRole('button', { name: 'What became of it: Told' }).click();
  await page.getByRole('menuitem', { name: 'Accepted' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editInsight', { state: 'accepted' }]);
  await page.getByRole('button', { name: 'Report it came from: From a report' }).click();
  await page.getByRole('menuitem', { name: 'Report: October 2026' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editInsight', { reportId: report.id }]);
  expect(page.getByRole('button', { name: /^Figure it moved/ }).elements()).toEqual([]);
});

test('a link is taken away again', async () => {
  const kpi = { id: '00000000-0000-4000-8000-0000000000e2', name: 'Repeat orders' };
  leave = showPlaybook({ insights: [{ ...insight, kpiId: kpi.id }], kpis: [kpi] }, second);
  await page.getByRole('button', { name: 'Figure it moved: Repeat orders' }).click();
  await page.getByRole('menuitem', { name: 'No figure' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editInsight', { kpiId: null }]);
});

test('a new insight is told today and may be beyond the contract', async () => {
  leave = showPlaybook({}, second);
  await page.getByRole('button', { name: 'Add an insight' }).click();
  await page.getByRole('radio', { name: 'Limit' }).click();
  await page.getByRole('textbox', { name: 'What we told' }).fill('No holds in the export');
  await page.getByRole('checkbox', { name: 'Beyond the contract' }).click({ force: true });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect
    .poll(() => sent.mock.calls)
    .toMatchObject([
      [
        'clients.addInsight',
        { kind: 'limit', title: 'No holds in the export', toldOn: today(), isBeyondContract: true },
      ],
    ]);
});
