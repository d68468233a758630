import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import { forgetTheWay, navigate, useNavigation } from '../ui/navigation.ts';
import { commands, dealtWith, leaveList, now, openList, row, server, startServer, task, toast } from './testing.tsx';

beforeEach(startServer);
afterEach(leaveList);

describe('one action', () => {
  test('marks a report as sent', async () => {
    const reason = { kind: 'report', report: 'month', period: '2026-10', dueOn: '2026-11-05', more: 0 } as const;
    await openList([row('Alder', { reason, subjects: ['report:month:2026-10'] })]);
    dealtWith('Alder');
    await page.getByRole('button', { name: 'Mark as sent: Alder' }).click();
    await expect.element(page.getByRole('heading', { name: 'All is calm' })).toHaveFocus();
    expect(commands()).toMatchObject([
      { name: 'health.markReportSent', input: { clientId: 'Alder', report: 'month', period: '2026-10' } },
    ]);
    expect(toast()?.actions?.[0]?.label).toBe('Undo');
  });

  test('moves a task to a near day by one press', async () => {
    await openList([row('Alder', task('Send the plan', -3))]);
    dealtWith('Alder');
    await page.getByRole('button', { name: 'Reschedule: Alder' }).click();
    await page.getByRole('button', { name: 'Tomorrow', exact: true }).click();
    await expect.element(page.getByText('All is calm')).toBeVisible();
    expect(commands()).toMatchObject([
      { name: 'clients.editTask', input: { taskId: 'Send the plan', dueOn: addDays(now, 1) } },
    ]);
  });

  test('ticks a task by its box', async () => {
    await openList([row('Alder', task('Send the plan', -3))]);
    dealtWith('Alder');
    const box = page.getByRole('checkbox', { name: 'Done: Send the plan' });
    await expect.element(box).toBeInTheDocument();
    box.element().focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('All is calm')).toBeVisible();
    expect(commands()).toMatchObject([{ name: 'clients.editTask', input: { taskId: 'Send the plan', done: true } }]);
    expect(toast()?.actions?.[0]?.label).toBe('Undo');
  });

  test('sets a next step for a client who said “not now”', async () => {
    await openList([row('Alder', { reason: { kind: 'revisit', on: now }, subjects: ['revisit:t'], lateDays: 0 })]);
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

  test('leads to what makes a client doubtful, or plans the step that lacks', async () => {
    const flag = { code: 'flag', markId: 'm', signal: 'C-TRUST', evidence: '', isCritical: true, points: -12 } as const;
    const step = { code: 'next_step', points: -5, isUnknown: false, dueOn: null, taskId: null } as const;
    await openList([
      row('Alder', { reason: { kind: 'health', verdict: 'risk', worst: flag }, subjects: ['health:m'], lateDays: 0 }),
      row('Birch', { reason: { kind: 'health', verdict: 'watch', worst: step }, subjects: ['health:n'], lateDays: 0 }),
    ]);
    await page.getByRole('button', { name: 'Set a next step: Birch' }).click();
    await userEvent.keyboard('Call Ann{Enter}');
    await expect
      .poll(commands)
      .toMatchObject([{ name: 'clients.addTask', input: { clientId: 'Birch', title: 'Call Ann', dueOn: now } }]);
    await page.getByRole('button', { name: 'Open the client: Alder' }).click();
    expect(useNavigation.getState().route).toEqual({ name: 'client', clientId: 'Alder', record: 'm' });
  });

  test('proposes the day that “not now” named', async () => {
    const on = addDays(now, 40);
    await openList([row('Alder', { reason: { kind: 'revisit', on }, subjects: ['revisit:t'], lateDays: -40 })]);
    await page.getByRole('button', { name: 'Set a next step: Alder' }).click();
    await userEvent.keyboard('Call Ann{Enter}');
    await expect
      .poll(commands)
      .toMatchObject([{ name: 'clients.addTask', input: { clientId: 'Alder', title: 'Call Ann', dueOn: on } }]);
  });

  test('writes down a contact, and opens what is to be looked at', async () => {
    await openList([
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
    await openList([
      row('Alder', { ...task('Send the plan', -3, 1), subjects: ['task:a', 'task:b'] }),
      row('Birch', {}),
    ]);
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
    await openList([row('Alder', {})]);
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
    await openList([row('Alder', {})]);
    server.refusal = 'disk_full';
    await snooze('Alder').click();
    await userEvent.keyboard('Budget season{Enter}');
    await expect.poll(() => toast()?.tone).toBe('danger');
    await expect.element(form().getByRole('textbox', { name: 'Why it can wait' })).toHaveValue('Budget season');
  });

  test('and the history leads to it in the folded list', async () => {
    navigate({ name: 'attention', record: '2' });
    const snoozed = ['Alder', 'Birch'].map((name, index) => ({
      row: row(name, {}),
      snoozeIds: [String(index + 1)],
      untilOn: addDays(now, 9),
      reason: 'On holiday',
    }));
    await openList([], { snoozed });
    const fold = page.getByRole('button', { name: 'Snoozed (2)' });
    await expect.element(fold).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByRole('button', { name: 'Birch', exact: true })).toHaveFocus();
    // How it was left is remembered for as long as the window is open.
    await fold.click();
    forgetTheWay();
  });

  test('and woken up in the folded list at the end', async () => {
    const snoozed = [{ row: row('Alder', {}), snoozeIds: ['1', '2'], untilOn: addDays(now, 9), reason: 'On holiday' }];
    await openList([], { snoozed });
    await expect.element(page.getByText('All is calm')).toBeVisible();
    const fold = page.getByRole('button', { name: 'Snoozed (1)' });
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    await fold.click();
    await expect.element(page.getByText(/^Until .*: On holiday$/)).toBeVisible();
    server.attention = { ...server.attention, rows: [row('Alder', {})], snoozed: [] };
    const button = page.getByRole('button', { name: 'Wake up: Alder' });
    expect(button.element().getBoundingClientRect().width).toBeLessThan(140);
    await button.click();
    await expect.element(snooze('Alder')).toBeVisible();
    expect(commands()).toMatchObject([{ name: 'health.wake', input: { snoozeIds: ['1', '2'] } }]);
  });
});
