import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import type { Language } from '../../shared/language.ts';
import { useAnnouncements } from '../ui/announce.ts';
import { forgetTheWay, navigate, useNavigation } from '../ui/navigation.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { Timeline } from './timeline.tsx';

// Every entry is reached with the keyboard; Enter shows what there is to show, E leads to where it is edited.

let clientId = '';
let sent: (readonly [name: string, input: unknown])[] = [];
let leave = () => {};

beforeEach(() => {
  clientId = crypto.randomUUID();
  sent = [];
  useAnnouncements.setState({ polite: '', assertive: '' });
  navigate({ name: 'client', clientId });
});
afterEach(() => {
  leave();
  clearToasts();
  forgetTheWay();
});

const base = { id: 'record', happenedAt: '2026-01-15T10:00:00.000Z' };

function open(entry: TimelineEntry, language: Language = 'en'): void {
  answerBy((name, input) => {
    if (name === 'clients.timeline') return { ok: true, value: { entries: [entry], more: false } };
    sent.push([name, input]);
    return { ok: true, value: { revision: 2 } };
  });
  leave = show(<Timeline clientId={clientId} contacts={[]} target={null} />, language);
}

async function press(name: RegExp | string, keys: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect.element(button).toBeVisible();
  button.element().focus();
  await userEvent.keyboard(keys);
}

const route = () => useNavigation.getState().route;
const said = () => useAnnouncements.getState().polite;

const records: readonly (readonly [name: string, tab: string, record: string, entry: TimelineEntry])[] = [
  ['Report for', 'work', 'record', { ...base, type: 'report', kind: 'month', period: '2026-01', summary: 'Growth' }],
  ['Orders', 'work', 'record', { ...base, type: 'reading', kpi: 'Orders', unit: '', value: '3', remark: '' }],
  [
    'Work began',
    'work',
    'record',
    { ...base, type: 'engagement', event: 'started', kind: 'audit', title: '', reason: '' },
  ],
  [
    'We shared an idea',
    'playbook',
    'record',
    { ...base, type: 'insight', kind: 'idea', title: 'Pick-up', isBeyondContract: false },
  ],
  [
    'They asked for',
    'playbook',
    'record',
    { ...base, type: 'request', event: 'asked', wish: 'A chat', result: '', words: '' },
  ],
  ['There is a plan', 'playbook', 'record', { ...base, type: 'intent', hasPlan: 'yes', saidBy: '', words: '' }],
  [
    'Their verdict',
    'playbook',
    'record theirs',
    { ...base, type: 'trial', side: 'theirs', verdict: 'yes', words: 'Gladly' },
  ],
  ['A trial began', 'playbook', 'record', { ...base, type: 'trial_begun', successSign: '' }],
  ['First impression', 'playbook', 'record', { ...base, type: 'impression', words: 'Calm' }],
  ['Decided: No holds', 'dossier', 'record', { ...base, type: 'decision', text: 'No holds\nAn hour is exact enough' }],
  ['No longer there: Marina', 'dossier', 'record', { ...base, type: 'left', name: 'Marina' }],
];

test.each(records)('E on “%s” leads to the record in its tab: %s', async (name, tab, record, entry) => {
  open(entry);
  await press(new RegExp(`^${name}`), 'e');
  expect(route()).toEqual({ name: 'client', clientId, tab, record });
});

test('E and Enter on a handoff lead to its page', async () => {
  const handoff = { ...base, type: 'handoff', event: 'document', handoffId: 'handoff', detail: 'Alder.pdf' } as const;
  open(handoff);
  await press('Handoff document issued', 'e');
  expect(route()).toEqual({ name: 'handoff', handoffId: 'handoff' });
  navigate({ name: 'client', clientId });
  await press('Handoff document issued', '{Enter}');
  expect(route()).toEqual({ name: 'handoff', handoffId: 'handoff' });
});

test('E on a step of the path begins with its reason; in the reason it is a letter', async () => {
  open({ ...base, type: 'stage', from: 'stable', to: 'stagnation', reason: '', by: null });
  await press('Reason: Add a reason', 'e');
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await expect.element(reason).toHaveFocus();
  await userEvent.keyboard('held{Enter}');
  await expect.poll(() => sent).toMatchObject([['board.explainMove', { stageChangeId: 'record', reason: 'held' }]]);
});

const signal = { ...base, type: 'signal', event: 'marked', code: 'S-QUIET', evidence: '' } as const;

test('E on a signal that is still true leads to it beside the notes', async () => {
  open({ ...signal, isStillTrue: true });
  await press(/^Signal marked/, 'e');
  expect(route()).toEqual({ name: 'client', clientId, record: 'record' });
});

test.each([
  ['en', /^Signal marked/, 'This signal is no longer true: only the history keeps it.'],
  ['ru', /^Отмечен признак/, 'Это больше не так: признак остался только в истории.'],
] as const)('a key that can do nothing on a signal says why, in %s', async (language, name, words) => {
  open({ ...signal, isStillTrue: false }, language);
  await press(name, 'e');
  expect(said()).toBe(words);
  await userEvent.keyboard('{Enter}');
  expect(said()).toBe(`${words}\u00a0`);
  expect(route()).toEqual({ name: 'client', clientId });
});

const snooze = { ...base, type: 'snooze' as const, reason: '', subjects: [{ kind: 'rhythm', name: '' }] };

test('E on what is put off leads to Attention; once its day has come it says so', async () => {
  open({ ...snooze, untilOn: '2999-01-01' });
  await press(/^Put off until/, 'e');
  expect(route()).toEqual({ name: 'attention', record: 'record' });
  leave();
  navigate({ name: 'client', clientId });
  clientId = crypto.randomUUID();
  open({ ...snooze, untilOn: '2026-01-16' });
  await press(/^Put off until/, 'e');
  expect(said()).toBe('That day has come: nothing is put off any more.');
  expect(route().name).toBe('client');
});

const done: TimelineEntry = { ...base, type: 'task', title: 'Send the export', side: 'client', person: 'Marina' };

test('a done task tells whose it was and is mended where it stands', async () => {
  open(done);
  const head = page.getByRole('button', { name: 'Done: Send the export' });
  await expect.element(head).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByText('Marina')).toBeVisible();
  await press('Done: Send the export', 'e');
  await expect.element(page.getByRole('textbox', { name: 'Task' })).toHaveFocus();
  await userEvent.fill(page.getByRole('textbox', { name: 'Task' }), 'Send the whole export');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sent)
    .toMatchObject([['clients.editTask', { taskId: 'record', title: 'Send the whole export' }]]);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(page.getByRole('button', { name: /^Task: / })).not.toBeInTheDocument();
});

test('a done task is opened again from the history, and the keyboard goes on to it', async () => {
  // What is unfolded stays so: another task than above.
  open({ ...done, id: 'another' });
  await press('Done: Send the export', '{Enter}');
  await page.getByRole('button', { name: 'Not done yet: open it again' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Not done yet: Send the export');
  expect(sent).toMatchObject([['clients.editTask', { taskId: 'another', done: false }]]);
  await expect.poll(route).toEqual({ name: 'client', clientId, record: 'another' });
});
