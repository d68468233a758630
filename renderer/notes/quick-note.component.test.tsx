import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallInput } from '../../shared/contract/contract.ts';
import { saveOpenText } from '../ui/closing.ts';
import { useNavigation } from '../ui/navigation.ts';
import { clientPageWith, draftWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { QuickNote } from './quick-note.tsx';
import { openAnew } from '../ui/opened-anew.ts';
import { forgetRecalled, homelessText, keepHomelessText, saveHomelessText } from './quick-note-habits.ts';

const clientId = clientPageWith().card.id;
const draft = draftWith();
const noteId = draft.id;

let asked: string[] = [];
let written: CallInput<'notes.write'>[] = [];
let draftNoteId: string | null = null;
let kept: string[] = [];
let left: { readonly body: string; readonly keptAt: string } | null = null;
let isRefused = false;
let isFull = false;
let isChangedElsewhere = false;
let asides: string[] = [];
let answerAll = () => {};
let isRecallRefused = false;
/** What is answered only when it is let go. */
let holds = '';
let letGo = () => {};
let leave = () => {};
const otherId = '0192f000-0000-7000-8000-0000000000b1';
let others: { readonly id: string; readonly name: string; readonly stage: string }[] = [];

/** The bridge is typed by the call's name, which a stand-in does not know. */
function typed<Value>(value: unknown): Value {
  return Reflect.apply(Object.assign, undefined, [{}, value]);
}

beforeEach(() => {
  [asked, written, draftNoteId, isRefused, kept, left] = [[], [], null, false, [], null];
  forgetRecalled();
  [isFull, isChangedElsewhere, asides] = [false, false, []];
  [isRecallRefused, holds, others] = [false, '', []];
  const slow = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  bridgeTo(async (name, input) => {
    asked.push(name);
    await slow;
    if (name === holds) await held;
    if (name === 'notes.keptText' && isRecallRefused) return { ok: false, code: 'disk_error', message: '' };
    if (isRefused) return { ok: false, code: 'disk_error', message: '' };
    if (name === 'notes.keepText' && 'body' in input) kept.push(String(input.body));
    if ('keepText' in input) kept.push(String(input.keepText));
    if (name === 'notes.write' && isFull) return { ok: false, code: 'disk_full', message: '' };
    if (name === 'notes.write' && isChangedElsewhere && 'noteId' in input && input.noteId !== null)
      return { ok: false, code: 'note_changed', message: '' };
    if (name === 'notes.setAside' && 'body' in input) asides.push(String(input.body));
    if (name === 'notes.write') {
      const request: CallInput<'notes.write'> = typed(input);
      written.push(request);
      const note = { ...draft, ...request, finishedAt: null };
      return typed({ ok: true, value: { revision: 1, note, savedAt: draft.updatedAt } });
    }
    const replies: Readonly<Record<string, unknown>> = {
      'clients.names': { clients: [{ id: clientId, name: 'Alder', stage: 'stable' }, ...others] },
      'clients.open': { revision: 1, page: clientPageWith({ draftNoteId }) },
      'notes.open': { note: isChangedElsewhere ? { ...draft, body: 'Of somebody else', fingerprint: 'other' } : draft },
      'notes.setAside': { savedAt: draft.updatedAt },
      'notes.templates': { templates: [], removed: [] },
      'notes.keepText': { savedAt: draft.updatedAt },
      'notes.keptText': { kept: left },
    };
    return typed({ ok: true, value: replies[name] });
  });
  useNavigation.setState({ lastClientId: clientId });
});
afterEach(async () => {
  answerAll();
  letGo();
  isRecallRefused = false;
  leave();
  keepHomelessText('');
  await saveOpenText();
  clearToasts();
});

const text = () => page.getByRole('textbox', { name: 'Text of the note' });
const client = (name: string) => page.getByRole('button', { name: `Client: ${name}` });

async function typeAtOnce(words: string) {
  leave = show(<QuickNote />);
  await expect.element(text()).toHaveFocus();
  await userEvent.keyboard(words);
}

test('what is typed before the form is there is the beginning of the note', async () => {
  await typeAtOnce('Fast ');
  expect(asked).toEqual(['clients.open', 'clients.names', 'notes.keptText']);
  answerAll();
  await expect.element(client('Alder')).toBeVisible();
  await expect.element(text()).toHaveFocus();
  await userEvent.keyboard('fingers');
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, noteId: null, body: 'Fast fingers' });
});

test('what is typed before the draft is there goes on with it', async () => {
  draftNoteId = noteId;
  await typeAtOnce(', and more');
  answerAll();
  await expect.poll(() => written.at(-1)).toMatchObject({ noteId, body: 'Half a thought, and more' });
});

test('what is typed and closed before the form is there comes along with the next note', async () => {
  await typeAtOnce('Fast fingers');
  leave();
  expect(homelessText()).toBe('Fast fingers');
});

test('for nobody when no client has been seen: it begins with the choice', async () => {
  useNavigation.setState({ lastClientId: null });
  answerAll();
  await typeAtOnce('Whose is it');
  await client('Choose a client').click();
  expect(written).toEqual([]);
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: 'Whose is it' });
});

test('for nobody keeps its words when the client that was chosen cannot be opened at first', async () => {
  useNavigation.setState({ lastClientId: null });
  answerAll();
  await typeAtOnce('Whose is it');
  isRefused = true;
  await client('Choose a client').click();
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
  expect(homelessText()).toBe('Whose is it');
  isRefused = false;
  await client('Choose a client').click();
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: 'Whose is it' });
  await expect.poll(homelessText).toBe('');
});

test('what is typed before the form is there and then deleted does not come back', async () => {
  await typeAtOnce('n');
  answerAll();
  await expect.element(client('Alder')).toBeVisible();
  await userEvent.keyboard('{Backspace}');
  await expect.element(text()).toMatchTextContent(/^$|^What/);
  await expect.poll(homelessText).toBe('');
  await expect(saveOpenText()).resolves.toBe(true);
});

test('for nobody is kept on the disk while it is typed', async () => {
  useNavigation.setState({ lastClientId: null });
  answerAll();
  await typeAtOnce('Whose is it');
  await expect.element(page.getByRole('status')).toMatchTextContent('Kept on this computer. Choose the client');
  expect(kept.at(-1)).toBe('Whose is it');
  await client('Choose a client').click();
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: 'Whose is it' });
  await expect.poll(() => kept.at(-1)).toBe('');
});

test('for nobody is taken off the disk by the save of the note that has it, and by nothing else', async () => {
  left = { body: 'Left by a crash', keptAt: draft.updatedAt };
  answerAll();
  leave = show(<QuickNote />);
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: 'Left by a crash', keepText: '' });
  await userEvent.keyboard(', and more');
  await expect.poll(() => written.at(-1)?.body).toBe('Left by a crash, and more');
  expect(written.at(-1)).not.toHaveProperty('keepText');
  expect(asked).not.toContain('notes.keepText');
});

test('words that go to another client lie for nobody from the save that takes them away to the one that has them', async () => {
  others = [{ id: otherId, name: 'Birch', stage: 'stable' }];
  answerAll();
  await typeAtOnce('Meant for another');
  await expect.poll(() => written.at(-1)?.body).toBe('Meant for another');
  await client('Alder').click();
  await page.getByRole('option', { name: 'Birch' }).click();
  await expect.poll(() => written.at(-1)?.clientId).toBe(otherId);
  expect(written.slice(-2)).toMatchObject([
    { clientId, body: '', keepText: 'Meant for another' },
    { clientId: otherId, body: 'Meant for another', keepText: '' },
  ]);
  expect(asked).not.toContain('notes.keepText');
});

test('words that go to another client while they are saved at the first one do not stay there', async () => {
  others = [{ id: otherId, name: 'Birch', stage: 'stable' }];
  holds = 'notes.write';
  answerAll();
  await typeAtOnce('Meant for another');
  await expect.poll(() => asked).toContain('notes.write');
  await client('Alder').click();
  await page.getByRole('option', { name: 'Birch' }).click();
  await expect.poll(() => asked.filter((name) => name === 'clients.open').length).toBe(2);
  letGo();
  await expect.poll(() => written.at(-1)?.clientId).toBe(otherId);
  expect(written).toMatchObject([
    { clientId, body: 'Meant for another' },
    { clientId, body: '', keepText: 'Meant for another' },
    { clientId: otherId, body: 'Meant for another', keepText: '' },
  ]);
});

test('words that meet another text on their way to another client stay until one of the two is chosen', async () => {
  others = [{ id: otherId, name: 'Birch', stage: 'stable' }];
  answerAll();
  await typeAtOnce('Meant for another');
  await expect.poll(() => written.at(-1)?.body).toBe('Meant for another');
  isChangedElsewhere = true;
  for (let time = 0; time < 2; time += 1) {
    await client('Alder').click();
    await page.getByRole('option', { name: 'Birch' }).click();
    await expect.poll(() => useToasts.getState().shown?.text ?? '').toMatch(/^Choose first which/);
    clearToasts();
  }
  await expect.element(page.getByText(/This note was changed elsewhere/)).toBeVisible();
  await expect.element(client('Alder')).toBeVisible();
  await expect.element(text()).toMatchTextContent('Meant for another');
  await expect.poll(() => asides.at(-1)).toBe('Meant for another');
  expect(written.some((each) => each.clientId === otherId)).toBe(false);
});

test('words that a note takes while they are being kept are taken off the disk by it', async () => {
  useNavigation.setState({ lastClientId: null });
  answerAll();
  holds = 'notes.keepText';
  await typeAtOnce('Whose is it');
  await expect.poll(() => asked).toContain('notes.keepText');
  await client('Choose a client').click();
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: 'Whose is it', keepText: '' });
  letGo();
  await expect.poll(() => kept.at(-1)).toBe('Whose is it');
  // The reply came after the note had them: nothing of them is taken for kept.
  leave();
  kept = [];
  keepHomelessText('Whose is it');
  expect(await saveHomelessText()).toBe(true);
  expect(kept).toEqual(['Whose is it']);
});

test('a note that is saved late leaves newer words for nobody where they are', async () => {
  useNavigation.setState({ lastClientId: null });
  answerAll();
  await typeAtOnce('First');
  await expect.poll(() => kept.at(-1)).toBe('First');
  isFull = true;
  await client('Choose a client').click();
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect.poll(() => asked).toContain('notes.write');
  leave();
  await expect.poll(() => useToasts.getState().shown?.actions?.[0]?.label).toBe('Try again');
  const again = useToasts.getState().shown?.actions?.[0];
  keepHomelessText('Second');
  expect(await saveHomelessText()).toBe(true);
  isFull = false;
  again?.run();
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: 'First' });
  expect(kept.at(-1)).toBe('Second');
  expect(homelessText()).toBe('Second');
});

test('for nobody comes back with the time it is from, is discarded and brought back', async () => {
  useNavigation.setState({ lastClientId: null });
  left = { body: 'Left by a crash', keptAt: new Date().toISOString() };
  answerAll();
  leave = show(<QuickNote />);
  await expect.element(text()).toMatchTextContent('Left by a crash');
  await expect.element(page.getByRole('status')).toMatchTextContent(/Brought back the draft of \d\d:\d\d/);
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect.element(text()).not.toMatchTextContent('Left by a crash');
  await expect.poll(() => kept.at(-1)).toBe('');
  useToasts.getState().shown?.actions?.[0]?.run();
  await expect.element(text()).toMatchTextContent('Left by a crash');
  await expect.poll(() => kept.at(-1)).toBe('Left by a crash');
});

const both = 'Left by a crash\n\nWhose is it';

test('what is typed after the words of an earlier run were read, and before the form is there, is kept with them', async () => {
  left = { body: 'Left by a crash', keptAt: new Date().toISOString() };
  holds = 'clients.open';
  answerAll();
  await typeAtOnce('Whose ');
  await expect.poll(() => kept.at(-1)).toBe('Left by a crash\n\nWhose ');
  await userEvent.keyboard('is it');
  await expect.poll(() => kept.at(-1)).toBe(both);
  leave();
  expect(homelessText()).toBe(both);
  letGo();
  leave = show(<QuickNote />);
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: both });
  await expect.poll(homelessText).toBe('');
});

test('a sheet that is closed and opened again while the words of an earlier run are read loses none', async () => {
  left = { body: 'Left by a crash', keptAt: new Date().toISOString() };
  holds = 'notes.keptText';
  answerAll();
  await typeAtOnce('Whose is it');
  leave();
  leave = show(<QuickNote />);
  await expect.element(text()).toHaveFocus();
  letGo();
  await expect.poll(() => written.at(-1)).toMatchObject({ clientId, body: both });
  await expect.poll(homelessText).toBe('');
});

test('words of an earlier run that its draft has already make no second note', async () => {
  draftNoteId = noteId;
  left = { body: 'Half a thought', keptAt: new Date().toISOString() };
  answerAll();
  leave = show(<QuickNote />);
  await expect.element(text()).toMatchTextContent(/^Half a thought$/);
  await expect.poll(() => kept.at(-1)).toBe('');
  expect(written).toEqual([]);
});

test('words of an earlier run with which its draft only begins are not taken for those of the draft', async () => {
  draftNoteId = noteId;
  left = { body: 'Half a', keptAt: new Date().toISOString() };
  answerAll();
  leave = show(<QuickNote />);
  await expect.poll(() => written.at(-1)).toMatchObject({ noteId: null, body: 'Half a' });
});

test('words of an earlier run that cannot be read are not written over', async () => {
  useNavigation.setState({ lastClientId: null });
  left = { body: 'Left by a crash', keptAt: new Date().toISOString() };
  isRecallRefused = true;
  answerAll();
  await typeAtOnce('Whose is it');
  await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
  await expect(saveOpenText()).resolves.toBe(false);
  expect(kept).toEqual([]);
  isRecallRefused = false;
  await expect(saveOpenText()).resolves.toBe(true);
  expect(kept).toEqual([both]);
});

test('the draft that waits for the client is discarded, and a new note begins', async () => {
  draftNoteId = noteId;
  answerAll();
  leave = show(<QuickNote />);
  await expect.element(text()).toMatchTextContent('Half a thought');
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect.poll(() => asked).toContain('notes.discard');
  await expect.element(text()).not.toMatchTextContent('Half a thought');
  await userEvent.keyboard('Afresh');
  await expect.poll(() => written.at(-1)).toMatchObject({ noteId: null, body: 'Afresh' });
});

test('words without a client are kept again in a file that is opened anew, once', async () => {
  answerAll();
  keepHomelessText('Call Vera');
  expect(await saveHomelessText()).toBe(true);
  left = { body: 'Call Vera', keptAt: draft.updatedAt };
  await openAnew();
  keepHomelessText('Call Vera on Friday');
  expect(await saveHomelessText()).toBe(true);
  left = { body: 'Of another file', keptAt: draft.updatedAt };
  await openAnew();
  expect(await saveHomelessText()).toBe(true);
  expect(kept).toEqual(['Call Vera', 'Call Vera on Friday', 'Of another file\n\nCall Vera on Friday']);
});
