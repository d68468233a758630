import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallInput } from '../../shared/contract/contract.ts';
import { ClosingQuestion } from '../ui/closing-question.tsx';
import { getReadyToClose, leaveWhenSaved, saveOpenText, stay } from '../ui/closing.ts';
import { useNavigation } from '../ui/navigation.ts';
import { clientPageWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { Toaster } from '../ui/toaster.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { ClientNotes } from './client-notes.tsx';
import { QuickNote } from './quick-note.tsx';
import { homelessText, keepHomelessText } from './quick-note-habits.ts';

const clientId = '00000000-0000-4000-8000-000000000001';
const noteId = '00000000-0000-4000-8000-000000000002';
const lostClientId = '00000000-0000-4000-8000-000000000003';

const clientPage = clientPageWith();

type Write = CallInput<'notes.write'>;

let isDiskFull = true;
let names: readonly { readonly id: string; readonly name: string; readonly stage: string }[] = [];
let written: string[] = [];
let closing: unknown[] = [];
let leave = () => {};

/** The bridge is typed by the call's name, which a stand-in does not know. */
function typed<Value>(value: unknown): Value {
  return Reflect.apply(Object.assign, undefined, [{}, value]);
}

function write({ commandId: _commandId, finished, ...rest }: Write) {
  if (isDiskFull) return { ok: false, code: 'disk_full', message: '' };
  written.push(rest.body);
  const at = '2026-11-23T08:42:00.000Z';
  const note = { ...rest, id: noteId, finishedAt: finished ? at : null, updatedAt: at };
  return { ok: true, value: { revision: 1, note, savedAt: at } };
}

beforeEach(() => {
  isDiskFull = true;
  names = [{ id: clientId, name: 'Alder', stage: 'stable' }];
  [written, closing] = [[], []];
  const replies = (): Readonly<Record<string, unknown>> => ({
    'clients.timeline': { entries: [], more: false },
    'clients.signals': { revision: 1, stage: 'stable', marks: [], dismissed: [] },
    'clients.names': { clients: names },
    'clients.open': { revision: 1, page: clientPage },
    'notes.templates': { templates: [], removed: [] },
  });
  bridgeTo(async (name, input) => {
    if (name === 'safety.readyToClose') closing.push(input);
    if ('clientId' in input && input.clientId === lostClientId) return { ok: false, code: 'unexpected', message: '' };
    if (name === 'notes.keepText' && isDiskFull) return { ok: false, code: 'disk_full', message: '' };
    return typed(name === 'notes.write' ? write(typed(input)) : { ok: true, value: replies()[name] ?? {} });
  });
});

afterEach(async () => {
  leave();
  isDiskFull = false;
  keepHomelessText('');
  await saveOpenText();
  stay();
  clearToasts();
});

const text = () => page.getByRole('textbox', { name: 'Text of the note' });
const door = () => page.getByRole('button', { name: /Write down a meeting/ });

function openPage() {
  leave = show(
    <>
      <ClientNotes page={clientPage} target={null} />
      <ClosingQuestion />
      <Toaster />
    </>,
  );
}

async function typeOnPage(words: string) {
  openPage();
  await door().click();
  await userEvent.keyboard(words);
}

describe('when the disk does not take the words', () => {
  test('Escape leaves the composer open until it does', async () => {
    await typeOnPage('Precious');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('the disk is full');
    await expect.element(text()).toMatchTextContent('Precious');
    isDiskFull = false;
    await text().click();
    await userEvent.keyboard('{Escape}');
    await expect.element(door()).toBeVisible();
    expect(written).toEqual(['Precious']);
  });

  test('another page and back brings them back', async () => {
    await typeOnPage('Precious');
    leave();
    leave = show(<Toaster />);
    await expect.element(page.getByRole('group', { name: /^The note is not saved/ })).toBeVisible();
    leave();
    openPage();
    await expect.element(text()).toMatchTextContent('Precious');
    isDiskFull = false;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect.poll(() => written).toEqual(['Precious']);
  });

  test('the notice saves them later', async () => {
    await typeOnPage('Precious');
    leave();
    leave = show(<Toaster />);
    await expect.element(page.getByRole('button', { name: 'Copy' })).toBeVisible();
    isDiskFull = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => written).toEqual(['Precious']);
    leave();
    openPage();
    await expect.element(door()).toBeVisible();
  });

  test('the window asks before it closes', async () => {
    await typeOnPage('Precious');
    await getReadyToClose();
    const question = page.getByRole('alertdialog', { name: 'Close without saving?' });
    await expect.element(question).toBeVisible();
    expect(closing).toEqual([{ ready: false }]);
    await page.getByRole('button', { name: 'Keep open' }).click();
    await expect.element(text()).toMatchTextContent('Precious');
    await getReadyToClose();
    await page.getByRole('button', { name: 'Close without saving' }).click();
    await expect.poll(() => closing.at(-1)).toEqual({ ready: true });
  });

  test('the window asks for words whose editor is gone as well', async () => {
    await typeOnPage('Precious');
    leave();
    leave = show(<ClosingQuestion />);
    await getReadyToClose();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    isDiskFull = false;
    await getReadyToClose();
    expect(closing.at(-1)).toEqual({ ready: true });
    expect(written).toEqual(['Precious']);
  });
});

describe('the quick note', () => {
  const isOpen = () => useNavigation.getState().overlay !== null;

  async function typeQuickly(words: string) {
    useNavigation.setState({ overlay: { name: 'quick-note' }, lastClientId: clientId });
    leave = show(<QuickNote />);
    await expect.element(text()).toHaveFocus();
    await userEvent.keyboard(words);
  }

  test('stays when it cannot be saved; closed nevertheless, it comes back', async () => {
    await typeQuickly('At the door');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('the disk is full');
    // A sentence, not a column of words beside the buttons.
    expect(page.getByRole('alert').element().getBoundingClientRect().width).toBeGreaterThan(250);
    expect(isOpen()).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(isOpen).toBe(false);
    leave();
    await typeQuickly(', late');
    await expect.element(text()).toMatchTextContent('At the door, late');
  });

  test('for no client yet leaves no words outside the data file, and the window asks for them', async () => {
    names = [];
    await typeQuickly('Whose is it');
    await expect.poll(homelessText).toBe('Whose is it');
    expect(JSON.stringify(localStorage)).not.toContain('Whose is it');
    await getReadyToClose();
    expect(closing).toEqual([{ ready: false }]);
  });

  test('for no client yet keeps its words when the search begins another one', async () => {
    names = [];
    await typeQuickly('Whose is it');
    await userEvent.keyboard('{Escape}');
    leave();
    [isDiskFull, names] = [false, [{ id: clientId, name: 'Alder', stage: 'stable' }]];
    leave = show(<QuickNote clientId={clientId} text="lunch" />);
    await expect.poll(() => written).toEqual(['lunch\n\nWhose is it']);
    await expect.poll(homelessText).toBe('');
  });

  test('keeps its words where they are when the client they are to go to cannot be opened', async () => {
    isDiskFull = false;
    names = [...names, { id: lostClientId, name: 'Birch', stage: 'stable' }];
    await typeQuickly('Meant for another');
    await expect.poll(() => written).toEqual(['Meant for another']);
    await page.getByRole('button', { name: 'Client: Alder' }).click();
    await page.getByRole('option', { name: 'Birch' }).click();
    await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
    await expect.element(text()).toMatchTextContent('Meant for another');
    expect(written).toEqual(['Meant for another']);
    expect(homelessText()).toBe('');
  });

  test('is asked about before another file is opened', async () => {
    const opened = vi.fn(() => Promise.resolve());
    names = [];
    leave = show(
      <>
        <QuickNote />
        <ClosingQuestion />
      </>,
    );
    await expect.element(text()).toHaveFocus();
    await userEvent.keyboard('Whose is it');
    await expect.poll(homelessText).toBe('Whose is it');
    await leaveWhenSaved('file', opened);
    const question = page.getByRole('alertdialog', { name: 'Open another file without saving?' });
    await question.getByRole('button', { name: 'Stay here' }).click();
    expect(opened).not.toHaveBeenCalled();
    await leaveWhenSaved('file', opened);
    await question.getByRole('button', { name: 'Open without saving' }).click();
    await expect.poll(() => opened).toHaveBeenCalledOnce();
    await expect.element(question).not.toBeInTheDocument();
  });
});
