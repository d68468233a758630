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
  const writer = createNoteWriter({ fields, note: null, save, newCommandId: () => `command-${(count += 1)}` });
  return { writer, save };
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
    const read = vi.fn(() => 'A long text');
    writer.type({ isBlank: false, read });
    const status = writer.status();
    const facts = writer.facts();
    for (let key = 0; key < 5; key += 1) writer.type({ isBlank: false, read });
    expect(read).not.toHaveBeenCalled();
    expect(writer.status()).toBe(status);
    expect(writer.facts()).toBe(facts);
    await vi.advanceTimersByTimeAsync(620);
    expect(save.mock.calls[0]?.[0]).toMatchObject({ body: 'A long text' });
    expect(read).toHaveBeenCalledOnce();
  });

  test('saves at least every two seconds while typing goes on', async () => {
    const { writer, save } = session();
    for (let key = 0; key < 50; key += 1) {
      writer.change({ body: `text ${key}` });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save.mock.calls.length).toBeGreaterThanOrEqual(2);
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
