import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientWork, Report } from '../../../shared/contract/client-work.ts';
import { freePeriods, recentPeriods } from '../../../shared/health/reports.ts';
import { today } from '../../ui/clock.ts';
import { formatPeriod } from '../../ui/format.ts';
import { cardWith, clientPageWith, clientWorkWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts } from '../../ui/toast.ts';
import { WorkTab } from './work-tab.tsx';

const reportId = '00000000-0000-4000-8000-000000000005';
const [thisMonth = '', lastMonth = '', monthBefore = ''] = recentPeriods('month', today(), 3);
const [, lastQuarter = ''] = recentPeriods('quarter', today(), 2);
const words = (period: string) => formatPeriod('en', period);
const asked = vi.fn();
let leave = () => {};

function open(work: Partial<ClientWork>, stage = 'stable') {
  answerBy((name, input) => {
    if (name !== 'clients.work') asked(name, input);
    return { ok: true, value: { revision: 1, work: clientWorkWith(work) } };
  });
  leave = show(<WorkTab page={clientPageWith({ card: cardWith({ stage }) })} />);
}

beforeEach(() => asked.mockClear());
afterEach(() => {
  leave();
  clearToasts();
});

test('reports that are owed are marked as sent', async () => {
  const draft = { id: reportId, kind: 'month', period: lastMonth, sentOn: null, summary: 'Grew' };
  open({ reportDay: 1, reports: [draft] });
  await page
    .getByRole('button', { name: /^Mark as sent/ })
    .last()
    .click();
  await expect
    .poll(() => asked.mock.calls)
    .toMatchObject([['health.markReportSent', { report: 'month', period: lastMonth }]]);
});

test('reports are owed by nobody who has left', async () => {
  open({ reportDay: 1 }, 'ended');
  await expect.element(page.getByText('No reports yet.')).toBeVisible();
  expect(document.body.textContent).not.toContain('is not sent');
});

const report = (number: number, kind: string, period: string): Report => ({
  id: reportId.slice(0, -1) + String(number),
  kind,
  period,
  sentOn: null,
  summary: '',
});
const periodButton = (period: string) => page.getByRole('button', { name: `Period: ${words(period)}`, exact: true });
const entries = () =>
  page
    .getByRole('menuitem')
    .all()
    .map((entry) => entry.element().textContent);

test('the period of a report is one of the months and quarters that have none', async () => {
  const reports = [report(5, 'month', lastMonth), report(6, 'month', monthBefore), report(7, 'quarter', lastQuarter)];
  open({ reports });
  await periodButton(lastMonth).click();
  await expect.element(page.getByRole('menu')).toBeVisible();
  const months = freePeriods('month', [report(6, 'month', monthBefore)], today());
  const quarters = freePeriods('quarter', [report(7, 'quarter', lastQuarter)], today());
  expect(entries()).toEqual([...months, ...quarters].map(words));
  expect(quarters).not.toContain(lastQuarter);
  await expect.element(page.getByRole('group', { name: 'Month' })).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Quarter' })).toBeInTheDocument();
  const ticked = page
    .getByRole('menuitem')
    .all()
    .filter((entry) => entry.element().querySelector('svg') !== null);
  expect(ticked.map((entry) => entry.element().textContent)).toEqual([words(lastMonth)]);
  const menu = page.getByRole('menu').element();
  expect(menu.scrollHeight).toBeGreaterThan(menu.clientHeight);
  await page.getByRole('menuitem', { name: words(lastMonth) }).click();
  await periodButton(lastMonth).click();
  await page.getByRole('menuitem', { name: words(quarters[0] ?? '') }).click();
  await expect
    .poll(() => asked.mock.calls)
    .toMatchObject([['clients.editReport', { reportId, kind: 'quarter', period: quarters[0] }]]);
  expect(Object.keys(asked.mock.calls[0]?.[1]).toSorted()).toEqual(['commandId', 'kind', 'period', 'reportId']);
});

test('an older period is offered to its own report only, and is the last of its kind', async () => {
  open({ reports: [report(5, 'month', '2019-03'), report(6, 'quarter', '2019-Q1')] });
  await periodButton('2019-03').click();
  await expect.element(page.getByRole('menuitem', { name: words('2019-03') })).toBeInTheDocument();
  expect(entries()).not.toContain(words('2019-Q1'));
  expect(entries()[24]).toBe(words('2019-03'));
  await userEvent.keyboard('{Escape}');
  await expect.element(periodButton('2019-03')).toHaveFocus();
});

test('a period of an unknown kind is only told', async () => {
  open({ reports: [report(5, 'year', '2025')] });
  await expect.element(page.getByRole('listitem', { name: '2025' })).toMatchTextContent('2025');
  expect(page.getByRole('button', { name: /^Period/ }).elements()).toEqual([]);
});

test('the keyboard stays on the period that was changed, wherever its row goes', async () => {
  let reports = [report(6, 'month', lastMonth), report(5, 'month', monthBefore)];
  const tell = answerBy((name) => {
    if (name === 'clients.editReport') {
      reports = [report(5, 'month', thisMonth), report(6, 'month', lastMonth)];
      setTimeout(() => tell({ revision: 2, areas: ['records'] }), 50);
    }
    return { ok: true, value: { revision: 2, work: clientWorkWith({ reports }) } };
  });
  leave = show(<WorkTab page={clientPageWith({ card: cardWith({ stage: 'stable' }) })} />);
  await expect.element(periodButton(monthBefore)).toBeVisible();
  periodButton(monthBefore).element().focus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('menuitem', { name: words(thisMonth) }).click();
  await expect.element(periodButton(thisMonth)).toHaveFocus();
});
