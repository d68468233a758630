import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AttentionRow } from '../../shared/contract/health.ts';
import { useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { answerBy } from '../ui/testing.tsx';
import { loadAttention, useAttention } from './attention-store.ts';
import { leaveList, now, openList, row, server, showList, startServer, task, toast } from './testing.tsx';

beforeEach(startServer);
afterEach(leaveList);

describe('a row says', () => {
  const lateReport = { kind: 'report', report: 'month', period: '2026-10', dueOn: '2020-11-05', more: 0 } as const;
  test.each<readonly [string, Partial<AttentionRow>]>([
    ['No contact for 31 days, the norm is 14', {}],
    [
      'No first contact yet after 31 days, the norm is 14',
      { reason: { kind: 'rhythm', days: 31, norm: 14, isFirst: true } },
    ],
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
    await openList([row('Alder', more)]);
    await expect.element(page.getByRole('listitem').getByText(sentence, { exact: true })).toBeVisible();
  });

  test('who is in doubtful health, with the verdict for those who only hear it', async () => {
    const worst = {
      code: 'flag',
      markId: 'm',
      signal: 'C-TRUST',
      evidence: 'Кричали',
      isCritical: true,
      points: -12,
    } as const;
    const reason = { kind: 'health', verdict: 'risk', worst, language: 'ru' } as const;
    await openList([row('Alder', { reason, subjects: ['health:m'], lateDays: 0 })]);
    const said = page.getByRole('listitem').getByText('Кричали', { exact: true });
    await expect.element(said).toHaveAttribute('lang', 'ru');
    await expect.element(page.getByRole('listitem').getByText('At risk:')).toBeInTheDocument();
  });

  test('the same in Russian', async () => {
    await openList([row('Ольха', task('Прислать план', -3, 2)), row('Тропа', {})], {}, 'ru');
    await expect
      .element(page.getByText('Прислать план: опаздываем на 3\u00a0дня, и ещё 2', { exact: true }))
      .toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Присмотреться' }).getByText('Тропа')).toBeVisible();
  });
});

test('rows stand in their groups, and only of the partner who is asked for', async () => {
  const { partners } = settingsWith({});
  useSession.setState({ settings: settingsWith({}) });
  await openList([
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

describe('the calm page', () => {
  const next = [
    { clientId: 'k', clientName: 'Kestrel Optics', partnerId: null, on: '2020-11-25' },
    { clientId: 'b', clientName: 'Birch', partnerId: 'vera', on: '2020-11-29' },
  ];

  test('names the next contact by plan', async () => {
    await openList([], { next }, 'ru');
    await expect.element(page.getByText('Всё спокойно')).toBeVisible();
    await expect.element(page.getByText(/Следующий контакт по плану .*25\sноября\s2020: Kestrel Optics/)).toBeVisible();
  });

  test('of one partner names that partner’s', async () => {
    useSession.setState({ partnerFilter: 'vera' });
    await openList([], { next });
    await expect.element(page.getByText('The next contact by plan is on November 29, 2020: Birch')).toBeVisible();
    expect(server.asked.at(-1)).toEqual({ name: 'health.attention', input: { withRows: true, partnerId: 'vera' } });
  });
});

test('a list that cannot be brought up to date stays, and it is said', async () => {
  await openList([row('Alder', {})]);
  await expect.element(page.getByText('Alder')).toBeVisible();
  answerBy(() => ({ ok: false, code: 'disk_error', message: '' }));
  await loadAttention();
  expect(toast()?.tone).toBe('danger');
  await expect.element(page.getByText('Alder')).toBeVisible();
});

test('a list that cannot be read says why and is asked for again', async () => {
  useAttention.setState({ status: 'loading' });
  answerBy(() => ({ ok: false, code: 'disk_error', message: '' }));
  showList();
  await loadAttention();
  await expect.element(page.getByText('The list could not be read')).toBeVisible();
  server.attention = { ...server.attention, rows: [row('Alder', {})] };
  answerBy(() => ({ ok: true, value: server.attention }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Alder')).toBeVisible();
});

test('of hundreds of rows only the first are drawn until more are asked for', async () => {
  await openList(Array.from({ length: 120 }, (_, index) => row(`Client ${index}`, {})));
  await expect.poll(() => page.getByRole('listitem').elements()).toHaveLength(50);
  await page.getByRole('button', { name: 'Show more: 70 left' }).click();
  await expect.poll(() => page.getByRole('listitem').elements()).toHaveLength(100);
});
