import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SignalMark } from '../../../shared/contract/client-dossier.ts';
import { today } from '../../ui/clock.ts';
import { cardWith, clientPageWith, contactWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts } from '../../ui/toast.ts';
import { Signals } from './signals.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

const mark = (code: string, more: Partial<SignalMark> = {}): SignalMark => ({
  id: code,
  code,
  side: 'client',
  markedOn: '2024-11-10',
  evidence: '',
  noteId: null,
  ...more,
});

const leo = contactWith('Leo', {
  id: 'leo',
  role: 'owner',
  decides: true,
  setsTasks: true,
  acceptsResults: true,
  pays: true,
});

let sent: { readonly name: string; readonly input: unknown }[] = [];

function answerWith(marks: readonly SignalMark[], dismissed: readonly string[] = []): void {
  sent = [];
  answerBy((name, input) => {
    if (name === 'clients.signals') return { ok: true, value: { revision: 1, marks, dismissed } };
    if (name === 'health.receipt') return { ok: true, value: { revision: 1, health: null } };
    sent.push({ name, input });
    return { ok: true, value: { revision: 2 } };
  });
}

const client = clientPageWith({ card: cardWith({ stage: 'acquaintance' }) });
const withLeo = clientPageWith({ card: cardWith({ stage: 'acquaintance' }), contacts: [leo] });

test('what is marked stands worst first, in the words of the catalogue', async () => {
  answerWith([mark('G-TRIAL'), mark('R-SLOW'), mark('C-TRUST')]);
  leave = show(<Signals page={client} />);
  await expect.element(page.getByRole('heading', { level: 3 }).nth(2)).toBeVisible();
  const words = page
    .getByRole('heading', { level: 3 })
    .elements()
    .map(({ textContent }) => textContent);
  expect(words).toEqual([
    'Open conflict or broken trust',
    'We answer slower than once a day',
    'Trial tasks went well for both sides',
  ]);
});

test('evidence is written in place; a sign ends, changes sides and is deleted from its menu', async () => {
  answerWith([mark('R-SLOW')]);
  leave = show(<Signals page={client} />);
  await page.getByRole('button', { name: /^What was seen \(We answer slower/ }).click();
  await userEvent.keyboard('Two days without an answer{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent)
    .toMatchObject([{ input: { markId: 'R-SLOW', evidence: 'Two days without an answer' } }]);
  for (const [item, name] of [
    ['No longer true', 'clients.endSignal'],
    ['both sides', 'clients.editSignal'],
    ['Delete, marked by mistake', 'clients.deleteSignal'],
  ] as const) {
    await page.getByRole('button', { name: /^More: / }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect.poll(() => sent.at(-1)).toMatchObject({ name, input: { markId: 'R-SLOW' } });
  }
});

test('signs of the stage are offered first, any other by typing', async () => {
  answerWith([]);
  leave = show(<Signals page={client} />);
  await expect.element(page.getByText('Nothing is marked')).toBeVisible();
  await page.getByRole('button', { name: 'Mark a signal' }).click();
  await expect.element(page.getByRole('button', { name: 'Points of contact found, goals match' })).toBeVisible();
  await page.getByRole('button', { name: 'Another signal' }).click();
  await userEvent.keyboard('payments are');
  await page.getByRole('option').first().click();
  await page.getByRole('textbox', { name: 'What was seen' }).fill('The act of October is not signed');
  await page.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect
    .poll(() => sent)
    .toMatchObject([
      {
        name: 'clients.markSignal',
        input: { code: 'U-PAY', side: 'client', markedOn: today(), evidence: 'The act of October is not signed' },
      },
    ]);
});

test('one who does everything is suggested as a sign, and can be marked with the evidence', async () => {
  answerWith([]);
  leave = show(<Signals page={withLeo} />);
  const suggestion = page.getByRole('group', { name: /^Suggested signal: The owner does everything/ });
  await expect.element(suggestion).toBeVisible();
  await page.getByRole('button', { name: 'Mark it' }).click();
  await expect
    .poll(() => sent)
    .toMatchObject([
      {
        name: 'clients.markSignal',
        input: { code: 'F-OWNER', evidence: 'Leo decides, sets tasks, accepts results and pays' },
      },
    ]);
  await page.getByRole('button', { name: 'Not a signal' }).click();
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'clients.dismissSuggestion', input: { code: 'F-OWNER' } });
});

test.each([
  ['is marked already', [mark('F-OWNER')], [], leo],
  ['was turned down', [], ['F-OWNER'], leo],
  ['is about one who has left', [], [], { ...leo, leftOn: '2024-01-01' }],
  ['comes after the parting', [], [], leo, 'ended'],
])('nothing is suggested when it %s', async (_why, marks, dismissed, contact, stage = 'stable') => {
  answerWith(marks, dismissed);
  leave = show(<Signals page={clientPageWith({ card: cardWith({ stage }), contacts: [contact] })} />);
  await expect
    .element(page.getByText(marks.length > 0 ? /The owner does everything/ : 'Nothing is marked'))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Mark it' })).not.toBeInTheDocument();
});

test('what could not be read says so and is read again', async () => {
  answerBy(() => ({ ok: false, code: 'disk_error', message: '' }));
  leave = show(<Signals page={client} />);
  const again = page.getByRole('button', { name: 'Try again' });
  await expect.element(again).toBeVisible();
  answerWith([mark('R-SLOW')]);
  await again.click();
  await expect.element(page.getByText('We answer slower than once a day')).toBeVisible();
});
