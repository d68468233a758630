import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../api.ts';
import { fields, replyTo, session, type Write, type Written } from './note-writer-in-test.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('words that are carried', () => {
  const always = () => true;

  test('go with the next save when one is under way', async () => {
    const first = Promise.withResolvers<void>();
    const save = vi.fn(async (request: Write): Promise<Written> => {
      if (save.mock.calls.length === 1) await first.promise;
      return replyTo(request);
    });
    const { writer } = session(save);
    writer.carry({ words: '', isStill: always });
    writer.change({ body: 'A' });
    const before = writer.flush();
    await vi.advanceTimersByTimeAsync(0);
    writer.carry({ words: 'A', isStill: always });
    writer.change({ body: '' });
    const after = writer.flush();
    first.resolve();
    expect([await before, await after]).toEqual([false, true]);
    expect(save.mock.calls.map(([{ body, keepText }]) => ({ body, keepText }))).toEqual([
      { body: 'A', keepText: '' },
      { body: '', keepText: 'A' },
    ]);
    writer.change({ body: 'B' });
    await writer.flush();
    expect(save.mock.lastCall?.[0]).not.toHaveProperty('keepText');
  });

  test('take the place of none that are newer', async () => {
    let isStill = true;
    const save = vi.fn(async (request: Write): Promise<Written> => {
      if (save.mock.calls.length === 1) throw new ApiError('disk_full', 'the disk is full');
      return replyTo(request);
    });
    const { writer } = session(save);
    writer.carry({ words: '', isStill: () => isStill });
    writer.change({ body: 'A' });
    await writer.flush();
    expect(save.mock.lastCall?.[0]).toMatchObject({ body: 'A', keepText: '' });
    isStill = false;
    expect(await writer.flush()).toBe(true);
    expect(save.mock.lastCall?.[0]).toMatchObject({ body: 'A' });
    expect(save.mock.lastCall?.[0]).not.toHaveProperty('keepText');
  });
});

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

  test('keeps what is typed during a save as soon as that is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { writer, keep } = session(vi.fn(async (request: Write) => promise.then(() => replyTo(request))));
    writer.change({ body: 'First' });
    const saving = writer.flush();
    writer.change({ body: 'First and on' });
    await vi.advanceTimersByTimeAsync(210);
    expect(keep).not.toHaveBeenCalled();
    resolve();
    await saving;
    expect(keep.mock.lastCall?.[0].edit).toEqual({ from: 5, to: 5, insert: ' and on' });
  });

  test('what cannot be kept is saved at once', async () => {
    const { writer, keep, save } = session();
    keep.mockRejectedValueOnce(new ApiError('conflict', 'changed elsewhere'));
    writer.change({ body: 'A' });
    await vi.advanceTimersByTimeAsync(300);
    expect(save).toHaveBeenCalledOnce();
  });

  test('a book that is pasted is saved instead of kept, and what is typed in it then is kept', async () => {
    const { writer, keep, save } = session();
    const book = 'A line of a long text\n'.repeat(2000);
    writer.change({ body: book });
    await vi.advanceTimersByTimeAsync(300);
    expect(save).toHaveBeenCalledOnce();
    expect(keep).not.toHaveBeenCalled();
    writer.change({ body: `${book}more` });
    await vi.advanceTimersByTimeAsync(300);
    expect(keep.mock.calls[0]?.[0].edit).toEqual({ from: book.length, to: book.length, insert: 'more' });
  });

  test('of a long text only what has changed is sent, and what has changed elsewhere is put together with it', async () => {
    const { writer, save, revise, read } = session();
    const long = 'A line of a long text\n'.repeat(2000);
    writer.change({ body: long });
    await writer.flush();
    writer.change({ body: `${long}more` });
    await writer.flush();
    expect(save).toHaveBeenCalledOnce();
    expect(revise.mock.calls[0]?.[0]).toMatchObject({ edit: { from: long.length, to: long.length, insert: 'more' } });
    revise.mockRejectedValueOnce(new ApiError('note_changed', 'changed elsewhere'));
    const elsewhere = replyTo({
      ...fields,
      attendees: [],
      commandId: 'x',
      noteId: 'note',
      finished: false,
      body: `Head\n${long}more`,
    });
    read.mockResolvedValueOnce(elsewhere.note);
    writer.change({ body: `${long}more words` });
    expect(await writer.flush()).toBe(true);
    expect(writer.fields().body).toBe(`Head\n${long}more words`);
    expect(revise.mock.calls.at(-1)?.[0].edit).toMatchObject({ insert: ' words' });
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

test('words for a client that is gone are kept, though they cannot be saved', async () => {
  const save = vi.fn(async (request: Write) => replyTo(request));
  save.mockRejectedValueOnce(new ApiError('not_found', 'no such client'));
  const { writer, keep } = session(save);
  writer.change({ body: 'A' });
  expect(await writer.flush()).toBe(false);
  expect(keep.mock.lastCall?.[0]).toMatchObject({ noteId: null, edit: { insert: 'A' } });
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
    expect(save.mock.calls.at(-1)?.[0]).toMatchObject({
      commandId: 'command-2',
      follows: ['command-1'],
      noteId: null,
      body: 'AB',
    });
  });
});

test('finishing sends what is unsaved and marks the note as finished', async () => {
  const { writer, save } = session();
  writer.change({ body: 'A' });
  expect(await writer.finish()).toBe(true);
  expect(save).toHaveBeenCalledOnce();
  expect(save.mock.calls[0]?.[0]).toMatchObject({ body: 'A', finished: true });
});
