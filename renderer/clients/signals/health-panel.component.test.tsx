import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../../shared/calendar.ts';
import type { ClientHealth } from '../../../shared/contract/client-health.ts';
import { today } from '../../ui/clock.ts';
import { forgetTheWay, navigate, useNavigation } from '../../ui/navigation.ts';
import { cardWith, clientPageWith, healthWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts } from '../../ui/toast.ts';
import { Signals } from './signals.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
  forgetTheWay();
});

const client = clientPageWith({ card: cardWith({}) });
const clientId = client.card.id;
const slow = { id: 'slow', code: 'R-SLOW', side: 'us', markedOn: '2024-11-10', evidence: 'Two days', noteId: null };
const flag = { code: 'flag', markId: 'slow', signal: 'R-SLOW', evidence: 'Two days', isCritical: false, points: -8 };
const rhythm = { code: 'rhythm', points: -8, isUnknown: false, days: 31, norm: 14 } as const;
const report = { code: 'report', points: 6, isUnknown: false, days: 20, norm: 35, reportId: 'report' } as const;
const plans = { code: 'intent', points: 0, isUnknown: true, answer: '', days: null, norm: 180, checkId: null } as const;
const thresholds: ClientHealth['thresholds'] = [
  { rule: 'rhythm', days: 14, isOwn: false, usual: 14, changedOn: null },
  { rule: 'report', days: 35, isOwn: true, usual: 30, changedOn: '2024-11-03' },
];

let sent: { readonly name: string; readonly input: unknown }[] = [];

function open(health: ClientHealth, language: 'en' | 'ru' = 'en', marks: readonly object[] = []): void {
  sent = [];
  answerBy((name, input) => {
    if (name === 'clients.signals') return { ok: true, value: { revision: 1, marks, dismissed: [] } };
    if (name === 'health.receipt') return { ok: true, value: { revision: 1, health } };
    sent.push({ name, input });
    return { ok: true, value: { revision: 2 } };
  });
  navigate({ name: 'client', clientId });
  leave = show(<Signals page={{ ...client, language: 'ru' }} />, language);
}

/** It stays as it was left. */
async function unfold(): Promise<void> {
  const fold = page.getByRole('button', { name: 'How it adds up' });
  if (fold.element().getAttribute('aria-expanded') !== 'true') await fold.click();
}

const doubtful = () =>
  healthWith(
    { verdict: 'watch', score: 61, lines: [rhythm, report], flags: [{ ...flag, code: 'flag' }] },
    { thresholds, acts: [{ code: 'rhythm', by: 18 }], changes: [{ code: 'report', by: 6 }] },
  );

test('the verdict stands in words, its reasons under it, and what changed', async () => {
  open(doubtful(), 'en', [slow]);
  await expect.element(page.getByText('Keep an eye', { exact: true })).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: /^Why\? No contact for 31.days, the norm is 14$/u }))
    .toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'We answer slower than once a day' })).toBeVisible();
  await expect.element(page.getByText(/^Since last week: report.\+6\.$/u)).toBeVisible();
  await expect.element(page.getByText(/^What would help: a meeting or a call.\+18\.$/u)).toBeVisible();
});

test('of what they will answer only the most is promised, and nothing of what holds the score down', async () => {
  const acts: ClientHealth['acts'] = [{ code: 'intent', by: 10 }];
  open(healthWith({ verdict: 'watch', lines: [plans] }, { acts }));
  await expect.element(page.getByText(/^What would help: asking about their plans up to.\+10\.$/u)).toBeVisible();
  leave();
  open(healthWith({ verdict: 'risk', cap: 'signal' }, { acts: [{ code: 'red_flags', by: null }] }));
  await expect.element(page.getByText(/^What would help: closing the critical flag\.$/u)).toBeVisible();
});

test('in Russian too', async () => {
  open(doubtful(), 'ru', [slow]);
  await expect.element(page.getByText('Присмотреться', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Почему\? Контакта нет.31.день, норма.14$/u })).toBeVisible();
  await expect.element(page.getByText(/^За неделю: отчёт.\+6\.$/u)).toBeVisible();
});

test('“Why?” tells the rule and the points, and other days can be set for this client', async () => {
  open(doubtful());
  const why = page.getByRole('button', { name: /^Why\? No contact/ });
  await why.click();
  await expect.element(why).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByText(/^Within the norm \+10/)).toBeVisible();
  await expect.element(page.getByText(/^Counts −8 now\. What would help: a meeting or a call.\+18\.$/u)).toBeVisible();
  const days = page.getByRole('textbox', { name: 'Days for this client' });
  await days.click();
  await userEvent.keyboard('400{Enter}');
  await expect.element(page.getByText('A number of days from 1 to 365')).toBeVisible();
  await days.fill('45');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sent)
    .toMatchObject([{ name: 'health.setThreshold', input: { clientId, rule: 'rhythm', days: 45 } }]);
});

test('emptied, the days are those of everybody again', async () => {
  open(healthWith({ lines: [{ ...report, points: -8 }] }, { thresholds }));
  await page.getByRole('button', { name: /^Why\?/ }).click();
  const days = page.getByRole('textbox', { name: 'Days for this client' });
  await expect.element(days).toHaveValue('35');
  await days.fill('');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent).toMatchObject([{ name: 'health.setThreshold', input: { rule: 'report', days: null } }]);
});

test('a reason is put off for some weeks, with a reason of its own', async () => {
  open(doubtful(), 'en', [slow]);
  await page.getByRole('button', { name: /^Why\? We answer slower/ }).click();
  await page.getByRole('button', { name: 'Put off…' }).click();
  await page.getByRole('textbox', { name: 'Why it can wait' }).fill('They are on holiday');
  await page.getByRole('button', { name: 'Snooze', exact: true }).click();
  const untilOn = addDays(today(), 14);
  const input = { clientId, subjects: ['health:slow'], untilOn, reason: 'They are on holiday' };
  await expect.poll(() => sent).toMatchObject([{ name: 'health.snooze', input }]);
});

test('what is put off says until when and why, and is woken up', async () => {
  const snooze = { id: 'snooze', subject: 'health:rhythm', untilOn: '2024-12-07', reason: 'On holiday' };
  open({ ...doubtful(), snoozes: [snooze] });
  await expect.element(page.getByText(/^Put off until Dec.7,.2024: On holiday$/u)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Why\? No contact/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^Wake up: No contact/ }).click();
  await expect.poll(() => sent).toMatchObject([{ name: 'health.wake', input: { snoozeIds: ['snooze'] } }]);
});

test('a flag that is put off keeps its menu, is named by its sign and shows two lines of what was seen', async () => {
  const evidence = 'Они не отвечают на письма. '.repeat(40);
  const snooze = { id: 'snooze', subject: 'health:slow', untilOn: '2024-12-07', reason: 'On holiday' };
  const flags = [{ ...flag, code: 'flag' as const, evidence }];
  open(healthWith({ verdict: 'watch', flags }, { snoozes: [snooze] }), 'en', [{ ...slow, evidence }]);
  const wake = page.getByRole('button', { name: 'Wake up: We answer slower than once a day' });
  await expect.element(wake).toBeVisible();
  const told = page.getByText(/^Они не отвечают/u);
  await expect.element(told).toHaveAttribute('lang', 'ru');
  expect(told.element().getBoundingClientRect().height).toBeLessThan(40);
  const more = page.getByRole('button', { name: 'More: We answer slower than once a day' });
  await more.hover();
  await expect.element(more).toHaveStyle({ opacity: '1' });
  await more.click();
  await page.getByRole('menuitem', { name: 'No longer true' }).click();
  await expect.poll(() => sent).toMatchObject([{ name: 'clients.endSignal', input: { markId: 'slow' } }]);
});

test('a meeting that is planned leads to its draft', async () => {
  const step = {
    code: 'next_step',
    points: 5,
    isUnknown: false,
    dueOn: '2024-12-03',
    taskId: null,
    noteId: 'draft',
  } as const;
  open(healthWith({ verdict: 'good', lines: [step] }));
  await page.getByRole('button', { name: /^Why\? The next step is on Dec/u }).click();
  await page.getByRole('button', { name: 'Show the record' }).click();
  expect(useNavigation.getState().route).toMatchObject({ tab: 'timeline', arrival: { noteId: 'draft' } });
});

test('with too little data it is said what is missing, and the way leads there', async () => {
  open(healthWith({ verdict: 'unknown', confidence: 0, lines: [plans] }));
  await expect.element(page.getByText('Not enough data', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Why\? Nobody has asked/ }).click();
  await page.getByRole('button', { name: 'Go to their plans' }).click();
  expect(useNavigation.getState().route).toMatchObject({ name: 'client', clientId, tab: 'playbook' });
});

test('five reasons are shown, the rest is asked for', async () => {
  const marks = ['R-SLOW', 'R-DOCS', 'R-NOQ', 'R-CANNED', 'R-RUSH', 'R-BUREAU'].map((code) => ({
    ...slow,
    id: code,
    code,
  }));
  const flags = marks.map(({ code }) => ({ ...flag, code: 'flag' as const, markId: code, signal: code }));
  open(healthWith({ verdict: 'risk', flags, lines: [rhythm] }), 'en', marks);
  await page.getByRole('button', { name: 'And 2 more' }).click();
  await expect.element(page.getByRole('heading', { level: 3, name: /payment bureaucracy/ })).toBeVisible();
});

test('the receipt adds up line by line', async () => {
  open(healthWith({ verdict: 'risk', score: 39, cap: 'signal', lines: [rhythm, report, plans] }));
  await expect.element(page.getByRole('button', { name: 'How it adds up' })).toBeVisible();
  await unfold();
  const rows = page.getByRole('table', { name: 'How it adds up' }).getByRole('row');
  await expect.element(rows.first()).toBeVisible();
  const told = rows.elements().map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
  expect(told).toEqual([
    'To begin with: we know nothing50',
    'No contact for 31 days, the norm is 14−8',
    'The last report went out 20 days ago+6',
    'Nobody has asked about their plans yetno data',
    'Together39',
  ]);
  await expect.element(page.getByText(/^A critical flag is open/)).toBeVisible();
});

test('days that were changed for the client are told, and changed back where their line is silent', async () => {
  const well = { ...rhythm, points: 10, days: 3 };
  open(healthWith({ lines: [well, report, plans] }, { thresholds }));
  await expect.element(page.getByText(/^Days of the report: 35 since.November.3,.2024\.$/u)).toBeVisible();
  await unfold();
  const days = page.getByRole('group', { name: 'Days for this client' });
  await expect.element(days.getByRole('textbox', { name: 'Between contacts' })).toHaveValue('');
  await expect.element(days.getByText('Set for this client. Empty: 30, as for everybody')).toBeVisible();
  const own = days.getByRole('textbox', { name: 'Between reports' });
  await expect.element(own).toHaveValue('35');
  await own.fill('');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent).toMatchObject([{ name: 'health.setThreshold', input: { rule: 'report', days: null } }]);
});

test('both halves of the mirror are told', async () => {
  open(doubtful(), 'en', [slow, { ...slow, id: 'good', code: 'G-TRIAL', side: 'both' }]);
  await expect.element(page.getByText(/^1.red flag, 1.good sign$/u)).toBeVisible();
  await expect.element(page.getByText(/^1.good sign$/u)).toBeVisible();
});

test('a receipt that cannot be read leaves the signs, says so and is read again', async () => {
  let isRefused = true;
  answerBy((name) => {
    if (name === 'clients.signals') return { ok: true, value: { revision: 1, marks: [slow], dismissed: [] } };
    if (isRefused) return { ok: false, code: 'disk_error', message: '' };
    return { ok: true, value: { revision: 1, health: doubtful() } };
  });
  leave = show(<Signals page={client} />);
  await expect.element(page.getByRole('heading', { name: 'We answer slower than once a day' })).toBeVisible();
  isRefused = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Keep an eye', { exact: true })).toBeVisible();
});
