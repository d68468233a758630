import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { Bridge } from '../api.ts';
import type { SignalMark } from '../../shared/contract/client-dossier.ts';
import { clientPageWith, draftWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { ClientNotes } from './client-notes.tsx';

const note = draftWith({ finishedAt: null });
let marks: SignalMark[] = [];
let sent: { readonly name: string; readonly input: unknown }[] = [];
let listeners: Parameters<Bridge['onChanged']>[0][] = [];
let leave = () => {};

beforeEach(() => {
  marks = [];
  sent = [];
  listeners = [];
  const replies: Readonly<Record<string, () => unknown>> = {
    'clients.timeline': () => ({ entries: [], more: false }),
    'clients.signals': () => ({ revision: 1, stage: 'plateau', marks, dismissed: [] }),
    'notes.write': () => ({ revision: 1, note, savedAt: '2026-11-23T08:42:00.000Z' }),
  };
  answerBy((name, input) => {
    sent.push({ name, input });
    return { ok: true, value: replies[name]?.() ?? { revision: 2 } };
  });
  Object.assign(window.rapport, {
    onChanged: (listener: (typeof listeners)[number]) => {
      listeners.push(listener);
      return () => {};
    },
  });
});
afterEach(() => {
  leave();
  clearToasts();
});

const marked = () => sent.filter(({ name }) => name === 'clients.markSignal').map(({ input }) => input);

async function write(words: string) {
  leave = show(<ClientNotes page={clientPageWith({ draftNoteId: null })} target={null} />);
  await page.getByRole('button', { name: /Write down a meeting/ }).click();
  await userEvent.keyboard(words);
}

test('# marks a signal on the client with its sentence, when the note is on the disk', async () => {
  await write('They spoke of habits. Nobody wants to grow #growth points{Enter}');
  await expect.poll(marked).toMatchObject([{ evidence: 'Nobody wants to grow', noteId: note.id }]);
  expect(sent.findLast(({ name }) => name === 'notes.write')?.input).toMatchObject({
    body: 'They spoke of habits. Nobody wants to grow',
  } satisfies Partial<CallInput<'notes.write'>>);
});

test('what the note speaks of is suggested once it is saved, and marked by a press', async () => {
  await write('The client has no plan of development this year');
  const suggestion = page.getByRole('button', { name: 'Mark a signal: The client has no development plan' });
  await suggestion.click();
  await expect.poll(marked).toMatchObject([{ evidence: 'The client has no plan of development this year' }]);
});

test('a note in the language of the client is understood and spelled by it, whatever the interface speaks', async () => {
  leave = show(<ClientNotes page={clientPageWith({ draftNoteId: null, language: 'ru' })} target={null} />);
  await page.getByRole('button', { name: /Write down a meeting/ }).click();
  await expect.element(page.getByRole('textbox', { name: 'Text of the note' })).toHaveAttribute('lang', 'ru');
  await userEvent.keyboard('Плана развития у клиента на год нет');
  await page.getByRole('button', { name: 'Mark a signal: The client has no development plan' }).click();
  await expect.poll(marked).toMatchObject([{ evidence: 'Плана развития у клиента на год нет' }]);
});

test('what is marked in this note is shown, and taken back by a press', async () => {
  await write('Talk');
  await expect.poll(() => sent.some(({ name }) => name === 'notes.write')).toBe(true);
  const mark = { id: 'mark', code: 'G-TRIAL', side: 'client', markedOn: '2026-11-23', evidence: '' };
  marks = [
    { ...mark, noteId: note.id },
    { ...mark, id: 'other', code: 'R-SLOW', noteId: null },
  ];
  for (const tell of listeners) tell({ revision: 3, areas: ['records'] });
  await page.getByRole('button', { name: /^Marked: Trial tasks went well/ }).click();
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'clients.deleteSignal', input: { markId: 'mark' } });
  await expect.element(page.getByRole('button', { name: /^Marked: We answer/ })).not.toBeInTheDocument();
});
