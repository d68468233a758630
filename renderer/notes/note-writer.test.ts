import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import { ApiError } from '../api.ts';
import { createNoteWriter, type NoteFields } from './note-writer.ts';

const fields: NoteFields = {
  clientId: 'client',
  kind: 'meeting',
  happenedAt: '2026-11-23T08:00:00.000Z',
  initiatedBy: null,
  body: '',
  attendees: [],
};

type Write = CallInput<'notes.write'>;
type Written = CallOutput<'notes.write'>;

function replyTo(request: Write): Written {
  const { commandId: _commandId, finished, noteId, ...rest } = request;
  const at = '2026-11-23T08:42:00.000Z';
  const note = { ...rest, id: noteId ?? 'note', finishedAt: finished ? at : null, updatedAt: at };
  return { revision: 1, note, savedAt: at };
}

function session(save = vi.fn(async (request: Write) => replyTo(request))) {
  let count = 0;
  const keep = vi.fn(async (_request: CallInput<'notes.keep'>) => ({}));
  const revise = vi.fn(async ({ basedOn: _basedOn, edit, ...request }: CallInput<'notes.revise'>) =>
    replyTo({ ...request, body: edit.insert }),
  );
  const disk = { write: save, revise, keep };
  const writer = createNoteWriter({ fields, note: null, disk, newCommandId: () => `command-${(count += 1)}` });
  return { writer, save, keep, revise };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('autosave', () => {
  test('waits 600 ms after the last key', async () => {
    const { writer, save } = session();
    writer.change({ body: 'A' });
    await vi.advanceTimersByTimeAsync(500);
    writer.change({ body: 'Al' });
    await vi.advanceTimersByTimeAsync(590);
    expect(save).not.toHaveBeenCalled();
    expect(writer.status()).toEqual({ name: 'draft' });
    await vi.advanceTimersByTimeAsync(20);
    expect(save).toHaveBeenCalledOnce();
    expect(writer.status()).toMatchObject({ name: 'saved', at: '2026-11-23T08:42:00.000Z' });
  });

  test('reads the text only to save it, and tells of a draft once', async () => {
    const { writer, save } = session();
    const lines = vi.fn(() => ['A long text']);
    const typed = { isBlank: false, length: 11, lines };
    writer.type(typed);
    const status = writer.status();
    const facts = writer.facts();
    for (let key = 0; key < 5; key += 1) writer.type(typed);
    expect(lines).not.toHaveBeenCalled();
    expect(writer.status()).toBe(status);
    expect(writer.facts()).toBe(facts);
    await vi.advanceTimersByTimeAsync(620);
    expect(save.mock.calls[0]?.[0]).toMatchObject({ body: 'A long text' });
  });

  test('keeps what is typed without a pause, and saves it now and then', async () => {
    const { writer, save, keep } = session();
    for (let key = 0; key < 45; key += 1) {
      writer.change({ body: `text ${key}` });
      await vi.advanceTimersByTimeAsync(100);
      const last = keep.mock.calls.at(-1)?.[0].edit.insert ?? 'text 0';
      expect(Number(last.slice(5))).toBeGreaterThanOrEqual(key - 3);
    }
    expect(save).not.toHaveBeenCalled();
    for (let key = 45; key < 320; key += 1) {
      writer.change({ body: `text ${key}` });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save).toHaveBeenCalledOnce();
  });

  test('keeps what goes beyond the text that is saved', async () => {
    const { writer, keep } = session();
    writer.change({ body: 'First\nsecond' });
    await writer.flush();
    writer.change({ body: 'First\nsecond and on' });
    await vi.advanceTimersByTimeAsync(300);
    expect(keep.mock.calls.at(-1)?.[0]).toMatchObject({
      commandId: 'command-1',
      noteId: 'note',
      basedOn: '2026-11-23T08:42:00.000Z',
      edit: { from: 12, to: 12, insert: ' and on' },
    });
  });

  test('what cannot be kept is saved at once', async () => {
    const { writer, keep, save } = session();
    keep.mockRejectedValueOnce(new ApiError('conflict', 'changed elsewhere'));
    writer.change({ body: 'A' });
    await vi.advanceTimersByTimeAsync(300);
    expect(save).toHaveBeenCalledOnce();
  });

  test('of a long text only what has changed is sent, and all of it when the disk has another text', async () => {
    const { writer, save, revise } = session();
    const long = 'A line of a long text\n'.repeat(2000);
    writer.change({ body: long });
    await writer.flush();
    writer.change({ body: `${long}more` });
    await writer.flush();
    expect(save).toHaveBeenCalledOnce();
    expect(revise.mock.calls[0]?.[0]).toMatchObject({ edit: { from: long.length, to: long.length, insert: 'more' } });
    revise.mockRejectedValueOnce(new ApiError('conflict', 'changed elsewhere'));
    writer.change({ body: `${long}more words` });
    expect(await writer.flush()).toBe(true);
    expect(save.mock.calls.at(-1)?.[0].body).toBe(`${long}more words`);
  });

  test('keeps one session, so that all of it is one command on one note', async () => {
    const { writer, save } = session();
    writer.change({ body: 'A' });
    await writer.flush();
    writer.change({ body: 'AB' });
    await writer.flush();
    expect(save.mock.calls.map(([request]) => [request.commandId, request.noteId])).toEqual([
      ['command-1', null],
      ['command-1', 'note'],
    ]);
  });

  test('does not save a note without words', async () => {
    const { writer, save } = session();
    writer.change({ kind: 'call' });
    writer.change({ body: ' \n' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(await writer.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });
});

describe('the status', () => {
  test('says saved only after the reply, and not for words typed meanwhile', async () => {
    const answers: (() => void)[] = [];
    const save = vi.fn(
      (request: Write) => new Promise<Written>((resolve) => answers.push(() => resolve(replyTo(request)))),
    );
    const { writer } = session(save);
    writer.change({ body: 'A' });
    const flushed = writer.flush();
    await vi.advanceTimersByTimeAsync(399);
    expect(writer.status().name).toBe('draft');
    await vi.advanceTimersByTimeAsync(2);
    expect(writer.status().name).toBe('saving');
    writer.change({ body: 'AB' });
    answers[0]?.();
    expect(await flushed).toBe(false);
    expect(writer.status().name).toBe('draft');
    await vi.advanceTimersByTimeAsync(700);
    answers[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(writer.status().name).toBe('saved');
    expect(save.mock.calls[1]?.[0].body).toBe('AB');
  });

  test('keeps the words when saving fails, and saves them on the next try', async () => {
    const save = vi.fn(async (request: Write) => replyTo(request));
    save.mockRejectedValueOnce(new ApiError('disk_full', 'full'));
    const { writer } = session(save);
    writer.change({ body: 'A' });
    expect(await writer.flush()).toBe(false);
    expect(writer.status()).toMatchObject({ name: 'failed', problem: { code: 'disk_full' } });
    expect(writer.fields().body).toBe('A');
    writer.change({ body: 'AB' });
    expect(writer.status().name).toBe('failed');
    expect(await writer.flush()).toBe(true);
    expect(writer.status().name).toBe('saved');
  });
});

describe('a session that was undone', () => {
  test('goes on as a new command', async () => {
    const save = vi.fn(async (request: Write) => replyTo(request));
    const { writer } = session(save);
    writer.change({ body: 'A' });
    await writer.flush();
    save.mockRejectedValueOnce(new ApiError('conflict', 'undone'));
    save.mockRejectedValueOnce(new ApiError('not_found', 'gone with it'));
    writer.change({ body: 'AB' });
    expect(await writer.flush()).toBe(true);
    expect(save.mock.calls.at(-1)?.[0]).toMatchObject({ commandId: 'command-2', noteId: null, body: 'AB' });
  });
});

test('finishing sends what is unsaved and marks the note as finished', async () => {
  const { writer, save } = session();
  writer.change({ body: 'A' });
  expect(await writer.finish()).toBe(true);
  expect(save).toHaveBeenCalledOnce();
  expect(save.mock.calls[0]?.[0]).toMatchObject({ body: 'A', finished: true });
});
