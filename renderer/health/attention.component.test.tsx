import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { AttentionRow } from '../../shared/contract/health.ts';
import { today } from '../ui/clock.ts';
import { useNavigation } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { AttentionPage } from './attention-page.tsx';
import { loadAttention, useAttention } from './attention-store.ts';

type Attention = CallOutput<'health.attention'>;

const now = today();
let attention: Attention;
let asked: { readonly name: string; readonly input: object }[] = [];
let refusal: string | null = null;
let leave = () => {};

function row(clientName: string, more: Partial<AttentionRow>): AttentionRow {
  const reason = { kind: 'rhythm', days: 31, norm: 14 } as const;
  const seen = { group: 'watch', reason, subjects: ['rhythm'], lateDays: 17 } as const;
  return { clientId: clientName, clientName, partnerId: null, ...seen, ...more };
}

function task(title: string, inDays: number, more = 0): Partial<AttentionRow> {
  const dueOn = addDays(now, inDays);
  return {
    group: inDays > 0 ? 'week' : 'today',
    reason: { kind: 'task', taskId: title, title, dueOn, more },
    subjects: [`task:${title}`],
    lateDays: -inDays,
  };
}

async function open(rows: readonly AttentionRow[], more: Partial<Attention> = {}, language: 'en' | 'ru' = 'en') {
  const counts = { clients: 0, archive: 0, handoffs: 0, attention: 0 };
  attention = { revision: 1, today: now, rows, snoozed: [], next: [], counts, ...more };
  leave = show(<AttentionPage />, language);
  await loadAttention();
}

/** After a command the list comes back without these clients. */
function dealtWith(...names: readonly string[]): void {
  attention = { ...attention, rows: attention.rows.filter(({ clientName }) => !names.includes(clientName)) };
}

const commands = () => asked.filter(({ name }) => name !== 'health.attention');
const toast = () => useToasts.getState().shown;

beforeEach(() => {
  asked = [];
  refusal = null;
  answerBy((name, input) => {
    if (typeof input === 'object' && input !== null) asked.push({ name, input });
    if (name === 'health.attention') return { ok: true, value: attention };
    return refusal === null ? { ok: true, value: { revision: 2 } } : { ok: false, code: refusal, message: '' };
  });
});
afterEach(() => {
  leave();
  clearToasts();
  useSession.setState({ partnerFilter: null, settings: null });
});

describe('a row says', () => {
  const lateReport = { kind: 'report', report: 'month', period: '2026-10', dueOn: '2020-11-05', more: 0 } as const;
  test.each<readonly [string, Partial<AttentionRow>]>([
    ['No contact for 31 days, the norm is 14', {}],
    ['Send the plan: 3 days late', task('Send the plan', -3)],
    ['Send the plan: 1 day late, and 2 more', task('Send the plan', -1, 2)],
    ['Send the plan', task('Send the plan', 0)],
    ['The report for October 2026 has not been sent, it was due on November 5, 2020', { reason: lateReport }],
    [
      'The review of Q3\u00a02026, due on October 20, 2020',
      { reason: { ...lateReport, report: 'quarter', period: '2026-Q3', dueOn: '2020-10-20' }, lateDays: 0 },
    ],
    [
      'Domain: renewal on December 8, 2020',
      { reason: { kind: 'renewal', name: 'Domain', renewalOn: '2020-12-08', more: 0 }, lateDays: -12 },
    ],
    ['“Not now” until December 8, 2020: time to talk again', { reason: { kind: 'revisit', on: '2020-12-08' } }],
    ['Overdue in the handoff: 2', { reason: { kind: 'handoff_overdue', handoffId: 'h', dueOn: now, count: 2 } }],
    [
      'Due this week in the handoff: 2, the first on December 8, 2020',
      { reason: { kind: 'handoff_due', handoffId: 'h', dueOn: '2020-12-08', count: 2 }, lateDays: -2 },
    ],
    [
      'The month of the handoff ends on December 8, 2020',
      { reason: { kind: 'handoff_end', handoffId: 'h', endOn: '2020-12-08' }, lateDays: -2 },
    ],
    [
      'The trial ended on December 8, 2020, the verdicts are not said yet',
      { reason: { kind: 'verdict', endedOn: '2020-12-08' } },
    ],
  ])('“%s”', async (sentence, more) => {
    await open([row('Alder', more)]);
    await expect.element(page.getByRole('listitem').getByText(sentence, { exact: true })).toBeVisible();
  });

  test('the same in Russian', async () => {
    await open([row('Ольха', task('Прислать план', -3, 2)), row('Тропа', {})], {}, 'ru');
    await expect
      .element(page.getByText('Прислать план: опаздываем на 3\u00a0дня, и ещё 2', { exact: true }))
      .toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Присмотреться' }).getByText('Тропа')).toBeVisible();
  });
});

test('rows stand in their groups, and only of the partner who is asked for', async () => {
  const { partners } = settingsWith({});
  useSession.setState({ settings: settingsWith({}) });
  await open([
    row('Late', { ...task('Call', -1), partnerId: partners[0]?.id ?? '' }),
    row('Soon', task('Call', 2)),
    row('Quiet', {}),
  ]);
  const group = (name: string) => page.getByRole('region', { name });
  await expect.element(group('Today').getByRole('button', { name: 'Late' })).toBeVisible();
  await expect.element(group('This week').getByRole('button', { name: 'Soon' })).toBeVisible();
  await expect.element(group('Keep an eye').getByRole('button', { name: 'Quiet' })).toBeVisible();
  useSession.setState({ partnerFilter: partners[0]?.id ?? '' });
  await expect.element(group('Keep an eye')).not.toBeInTheDocument();
  await expect.element(group('Today')).toBeVisible();
});

describe('one action', () => {
  test('marks a report as sent', async () => {
    const reason = { kind: 'report', report: 'month', period: '2026-10', dueOn: '2026-11-05', more: 0 } as const;
    await open([row('Alder', { reason, subjects: ['report:month:2026-10'] })]);
    dealtWith('Alder');
    await page.getByRole('button', { name: 'Mark as sent: Alder' }).click();
    await expect.element(page.getByRole('heading', { name: 'All is calm' })).toHaveFocus();
    expect(commands()).toMatchObject([
      { name: 'health.markReportSent', input: { clientId: 'Alder', report: 'month', period: '2026-10' } },
    ]);
    expect(toast()?.actions?.[0]?.label).toBe('Undo');
  });

  test('moves a task to a near day by one press', async () => {
    await open([row('Alder', task('Send the plan', -3))]);
    dealtWith('Alder');
    await page.getByRole('button', { name: 'Reschedule: Alder' }).click();
    await page.getByRole('button', { name: 'Tomorrow', exact: true }).click();
    await expect.element(page.getByText('All is calm')).toBeVisible();
    expect(commands()).toMatchObject([
      { name: 'clients.editTask', input: { taskId: 'Send the plan', dueOn: addDays(now, 1) } },
    ]);
  });

  test('sets a next step for a client who said “not now”', async () => {
    await open([row('Alder', { reason: { kind: 'revisit', on: now }, subjects: ['revisit:t'], lateDays: 0 })]);
    dealtWith('Alder');
    await page.getByRole('button', { name: 'Set a next step: Alder' }).click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Write what happens next.')).toBeVisible();
    await userEvent.keyboard('Call Ann{Enter}');
    await expect.element(page.getByText('All is calm')).toBeVisible();
    expect(commands()).toMatchObject([
      { name: 'clients.addTask', input: { clientId: 'Alder', title: 'Call Ann', side: 'agency', dueOn: now } },
    ]);
  });

  test('proposes the day that “not now” named', async () => {
    const on = addDays(now, 40);
    await open([row('Alder', { reason: { kind: 'revisit', on }, subjects: ['revisit:t'], lateDays: -40 })]);
    await page.getByRole('button', { name: 'Set a next step: Alder' }).click();
    await userEvent.keyboard('Call Ann{Enter}');
    await expect
      .poll(commands)
      .toMatchObject([{ name: 'clients.addTask', input: { clientId: 'Alder', title: 'Call Ann', dueOn: on } }]);
  });

  test('writes down a contact, and opens what is to be looked at', async () => {
    await open([
      row('Quiet', {}),
      row('Soon', task('Call', 2)),
      row('Owner', { reason: { kind: 'renewal', name: 'Domain', renewalOn: now, more: 0 } }),
    ]);
    await page.getByRole('button', { name: 'Write down a contact: Quiet' }).click();
    expect(useNavigation.getState().overlay).toMatchObject({ name: 'quick-note', clientId: 'Quiet' });
    await page.getByRole('button', { name: 'Open the client: Soon' }).click();
    expect(useNavigation.getState().route).toEqual({ name: 'client', clientId: 'Soon' });
    await page.getByRole('button', { name: 'Open the client: Owner' }).click();
    expect(useNavigation.getState().route).toEqual({ name: 'client', clientId: 'Owner', tab: 'dossier' });
  });
});

describe('a row is snoozed', () => {
  const snooze = (name: string) => page.getByRole('button', { name: `Snooze: ${name}`, exact: true });
  const form = () => page.getByRole('dialog', { name: 'Snooze: Alder' });
  const send = () => form().getByRole('button', { name: 'Snooze', exact: true }).click();

  test('with a reason, which is asked for, until next week unless another day is chosen', async () => {
    await open([row('Alder', { ...task('Send the plan', -3, 1), subjects: ['task:a', 'task:b'] }), row('Birch', {})]);
    await snooze('Alder').click();
    await send();
    await expect.element(form().getByText('Write why it can wait.')).toBeVisible();
    expect(commands()).toEqual([]);
    await form().getByRole('button', { name: 'They are on holiday' }).click();
    await form()
      .getByRole('button', { name: /It comes back/ })
      .click();
    await page.getByRole('option', { name: /^In 4 weeks/ }).click();
    dealtWith('Alder');
    await send();
    await expect.element(snooze('Alder')).not.toBeInTheDocument();
    const input = { clientId: 'Alder', subjects: ['task:a', 'task:b'], reason: 'They are on holiday' };
    expect(commands()).toMatchObject([{ name: 'health.snooze', input: { ...input, untilOn: addDays(now, 28) } }]);
    expect(toast()?.text).toContain('Snoozed until');
    await expect.element(page.getByRole('button', { name: 'Birch', exact: true })).toHaveFocus();
  });

  test('until a day that is yet to come', async () => {
    await open([row('Alder', {})]);
    await snooze('Alder').click();
    await userEvent.keyboard('Budget season');
    await form()
      .getByRole('button', { name: /It comes back/ })
      .click();
    await page.getByRole('option', { name: 'On a day…' }).click();
    await send();
    await expect.element(form().getByText('Choose a day that is yet to come, a year ahead at most.')).toBeVisible();
    expect(commands()).toEqual([]);
  });

  test('and stays in the list, with what was typed, when that was refused', async () => {
    await open([row('Alder', {})]);
    refusal = 'disk_full';
    await snooze('Alder').click();
    await userEvent.keyboard('Budget season{Enter}');
    await expect.poll(() => toast()?.tone).toBe('danger');
    await expect.element(form().getByRole('textbox', { name: 'Why it can wait' })).toHaveValue('Budget season');
  });

  test('and woken up in the folded list at the end', async () => {
    const snoozed = [{ row: row('Alder', {}), snoozeIds: ['1', '2'], untilOn: addDays(now, 9), reason: 'On holiday' }];
    await open([], { snoozed });
    await expect.element(page.getByText('All is calm')).toBeVisible();
    const fold = page.getByRole('button', { name: 'Snoozed (1)' });
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    await fold.click();
    await expect.element(page.getByText(/^Until .*: On holiday$/)).toBeVisible();
    attention = { ...attention, rows: [row('Alder', {})], snoozed: [] };
    await page.getByRole('button', { name: 'Wake up: Alder' }).click();
    await expect.element(snooze('Alder')).toBeVisible();
    expect(commands()).toMatchObject([{ name: 'health.wake', input: { snoozeIds: ['1', '2'] } }]);
  });
});

describe('the calm page', () => {
  const next = [
    { clientId: 'k', clientName: 'Kestrel Optics', partnerId: null, on: '2020-11-25' },
    { clientId: 'b', clientName: 'Birch', partnerId: 'vera', on: '2020-11-29' },
  ];

  test('names the next contact by plan', async () => {
    await open([], { next }, 'ru');
    await expect.element(page.getByText('Всё спокойно')).toBeVisible();
    await expect.element(page.getByText(/Следующий контакт по плану .*25\sноября\s2020: Kestrel Optics/)).toBeVisible();
  });

  test('of one partner names that partner’s', async () => {
    useSession.setState({ partnerFilter: 'vera' });
    await open([], { next });
    await expect.element(page.getByText('The next contact by plan is on November 29, 2020: Birch')).toBeVisible();
    expect(asked.at(-1)).toEqual({ name: 'health.attention', input: { withRows: true, partnerId: 'vera' } });
  });
});

test('a list that cannot be brought up to date stays, and it is said', async () => {
  await open([row('Alder', {})]);
  await expect.element(page.getByText('Alder')).toBeVisible();
  answerBy(() => ({ ok: false, code: 'disk_error', message: '' }));
  await loadAttention();
  expect(toast()?.tone).toBe('danger');
  await expect.element(page.getByText('Alder')).toBeVisible();
});

test('a list that cannot be read says why and is asked for again', async () => {
  useAttention.setState({ status: 'loading' });
  answerBy(() => ({ ok: false, code: 'disk_error', message: '' }));
  leave = show(<AttentionPage />);
  await loadAttention();
  await expect.element(page.getByText('The list could not be read')).toBeVisible();
  attention = { ...attention, rows: [row('Alder', {})] };
  answerBy(() => ({ ok: true, value: attention }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Alder')).toBeVisible();
});

test('of hundreds of rows only the first are drawn until more are asked for', async () => {
  await open(Array.from({ length: 120 }, (_, index) => row(`Client ${index}`, {})));
  await expect.poll(() => page.getByRole('listitem').elements()).toHaveLength(50);
  await page.getByRole('button', { name: 'Show more: 70 left' }).click();
  await expect.poll(() => page.getByRole('listitem').elements()).toHaveLength(100);
});
