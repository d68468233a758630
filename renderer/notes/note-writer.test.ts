import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptFacts, Note } from '../../shared/contract/notes.ts';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import { ApiError } from '../api.ts';
import type { NoteFields } from './note-fields.ts';
import type { NoteDisk } from './note-disk.ts';
import { createNoteWriter } from './note-writer.ts';

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

function replyTo(request: Write): Written & { readonly note: Note } {
  const { commandId: _commandId, finished, noteId, seen: _seen, follows: _follows, ...rest } = request;
  const at = '2026-11-23T08:42:00.000Z';
  const note = {
    ...rest,
    id: noteId ?? 'note',
    finishedAt: finished ? at : null,
    updatedAt: at,
    fingerprint: rest.body,
    kept: null,
    edit: null,
  };
  return { revision: 1, note, savedAt: at };
}

function diskWith(write: NoteDisk['write']) {
  return {
    write,
    revise: vi.fn(async ({ basedOn: _basedOn, edit, ...request }: CallInput<'notes.revise'>) =>
      replyTo({ ...request, body: edit.insert }),
    ),
    read: vi.fn(async (_noteId: string): Promise<Note> => Promise.reject(new Error('not read'))),
    keep: vi.fn(async (_request: CallInput<'notes.keep'>) => ({})),
    setAside: vi.fn(async (_request: CallInput<'notes.setAside'>) => ({ savedAt: 'set aside' })),
    keepAside: vi.fn(async (_request: CallInput<'notes.keepAside'>) => undefined),
    dropAside: vi.fn(async (_request: CallInput<'notes.dropAside'>) => undefined),
  };
}

function session(save = vi.fn(async (request: Write): Promise<Written> => replyTo(request))) {
  let count = 0;
  const newCommandId = () => `command-${(count += 1)}`;
  const disk = diskWith(save);
  const writer = createNoteWriter({ fields, note: null, disk, newCommandId });
  return { writer, save, ...disk };
}

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

describe('a note that was changed elsewhere', () => {
  const stands = (body: string, more: Partial<Note> = {}): Note => ({
    ...fields,
    attendees: [],
    body,
    id: 'note',
    finishedAt: null,
    updatedAt: '2026-11-23T09:00:00.000Z',
    fingerprint: body,
    kept: null,
    edit: null,
    ...more,
  });

  const kept = (body: string, facts: KeptFacts | null) => ({ body, facts, keptAt: '2026-11-23T08:59:00.000Z' });

  /** A disk on which somebody else writes as well. */
  function shared(opened: Note) {
    let disk = opened;
    const save = vi.fn(async (request: Write) => {
      if (request.noteId !== null && request.seen !== disk.fingerprint)
        throw new ApiError('note_changed', 'changed', {});
      const reply = replyTo(request);
      disk = reply.note;
      return reply;
    });
    const ways = { ...diskWith(save), read: async () => disk };
    const rewritten: string[] = [];
    const { body, kind } = opened;
    const writer = createNoteWriter({
      fields: { ...fields, body, kind: kind === 'call' ? 'call' : 'meeting' },
      note: opened,
      disk: ways,
      newCommandId: () => 'command',
    });
    writer.onRewritten((text) => rewritten.push(text));
    return {
      writer,
      setAside: ways.setAside,
      keepAside: ways.keepAside,
      dropAside: ways.dropAside,
      rewritten,
      disk: () => disk,
      changeElsewhere: (words: string, more: Partial<Note> = {}) => {
        disk = stands(words, { fingerprint: `elsewhere ${words}`, ...more });
      },
    };
  }

  test('in other lines is put together with what was written here', async () => {
    const { writer, changeElsewhere, disk, rewritten } = shared(stands('[ ] Export\nTalk'));
    changeElsewhere('[x] Export\nTalk', { kind: 'call' });
    writer.change({ body: '[ ] Export\nTalk, and more' });
    expect(await writer.flush()).toBe(true);
    expect(disk()).toMatchObject({ body: '[x] Export\nTalk, and more', kind: 'call' });
    expect(rewritten).toEqual(['[x] Export\nTalk, and more']);
    expect(writer.status().name).toBe('saved');
  });

  test('in the same line waits for a choice, keeps both, and saves neither over the other', async () => {
    const { writer, changeElsewhere, disk, setAside } = shared(stands('Talk'));
    changeElsewhere('Talk of others');
    writer.change({ body: 'Talk of mine' });
    expect(await writer.flush()).toBe(true);
    expect(writer.status()).toMatchObject({ name: 'conflict', theirs: { body: 'Talk of others' } });
    const set = { noteId: 'note', commandId: 'command', kind: 'meeting', initiatedBy: null, attendees: [] };
    expect(setAside.mock.lastCall?.[0]).toMatchObject({ ...set, body: 'Talk of mine' });
    writer.change({ body: 'Talk of mine, longer', kind: 'call', initiatedBy: 'client' });
    await vi.advanceTimersByTimeAsync(620);
    expect(setAside.mock.lastCall?.[0]).toMatchObject({
      ...set,
      body: 'Talk of mine, longer',
      kind: 'call',
      initiatedBy: 'client',
    });
    expect(await writer.finish()).toBe(false);
    expect(disk().body).toBe('Talk of others');
    expect(writer.hasUnsaved()).toBe(true);
  });

  test('of a long text keeps only what is typed while the choice waits, and all again where other words lie', async () => {
    const book = 'They asked for the shop window again.\n'.repeat(1000);
    const { writer, changeElsewhere, setAside, keepAside } = shared(stands('Talk'));
    changeElsewhere('Talk of others');
    writer.change({ body: 'Talk of mine' });
    await writer.flush();
    writer.change({ body: `Talk of mine\n${book}` });
    await writer.flush();
    expect(setAside.mock.lastCall?.[0].body).toBe(`Talk of mine\n${book}`);
    const times = setAside.mock.calls.length;
    writer.change({ body: `Talk of mine, longer\n${book}`, kind: 'call' });
    await vi.advanceTimersByTimeAsync(200);
    expect(keepAside.mock.lastCall?.[0]).toMatchObject({
      noteId: 'note',
      kind: 'call',
      basedOn: 'set aside',
      edit: { from: 12, to: 12, insert: ', longer' },
    });
    expect(setAside).toHaveBeenCalledTimes(times);
    expect(writer.status().name).toBe('conflict');
    keepAside.mockRejectedValueOnce(new ApiError('conflict', 'other words lie there'));
    writer.change({ body: `Talk of mine, longer yet\n${book}` });
    await vi.advanceTimersByTimeAsync(200);
    expect(setAside.mock.lastCall?.[0].body).toBe(`Talk of mine, longer yet\n${book}`);
  });

  test('keeps mine when I say so', async () => {
    const { writer, changeElsewhere, disk } = shared(stands('Talk'));
    changeElsewhere('Talk of others');
    writer.change({ body: 'Talk of mine' });
    await writer.flush();
    await writer.choose('mine');
    expect(disk().body).toBe('Talk of mine');
    expect(writer.status().name).toBe('saved');
    expect(writer.hasUnsaved()).toBe(false);
  });

  test('takes the other when I say so, and forgets what was kept', async () => {
    const { writer, changeElsewhere, disk, dropAside, rewritten } = shared(stands('Talk'));
    changeElsewhere('Talk of others');
    writer.change({ body: 'Talk of mine' });
    await writer.flush();
    await writer.choose('theirs');
    expect(disk().body).toBe('Talk of others');
    expect(writer.fields().body).toBe('Talk of others');
    expect(rewritten).toEqual(['Talk of others']);
    expect(dropAside).toHaveBeenLastCalledWith({ noteId: 'note', sessions: ['command'] });
    writer.change({ body: 'Talk of others, and mine' });
    expect(await writer.flush()).toBe(true);
    expect(disk().body).toBe('Talk of others, and mine');
  });

  test('sets aside, and gives up, the words of sessions before this one as well', async () => {
    const ways = diskWith(
      vi
        .fn<NoteDisk['write']>()
        .mockRejectedValueOnce(new ApiError('conflict', 'undone', {}))
        .mockRejectedValue(new ApiError('note_changed', 'changed', {})),
    );
    const theirs = stands('Talk of others', { fingerprint: 'else' });
    ways.read.mockResolvedValue(theirs);
    let count = 0;
    const newCommandId = () => `command-${(count += 1)}`;
    const writer = createNoteWriter({
      fields: { ...fields, body: 'Talk' },
      note: stands('Talk'),
      disk: ways,
      newCommandId,
    });
    writer.change({ body: 'Talk of mine' });
    await writer.flush();
    const sessions = { commandId: 'command-2', follows: ['command-1'] };
    expect(ways.setAside.mock.lastCall?.[0]).toMatchObject(sessions);
    await writer.choose('theirs');
    expect(ways.dropAside).toHaveBeenLastCalledWith({ noteId: 'note', sessions: ['command-1', 'command-2'] });
  });

  test('asks for a day that both changed to something else', async () => {
    const { writer, changeElsewhere } = shared(stands('Talk'));
    changeElsewhere('Talk', { happenedAt: '2026-11-20T08:00:00.000Z' });
    writer.change({ happenedAt: '2026-11-21T08:00:00.000Z' });
    await writer.flush();
    expect(writer.status().name).toBe('conflict');
  });

  test('comes back with the choice when the words were kept beside it', async () => {
    const { writer, disk } = shared(stands('Newer text', { kept: kept('Left by a crash', null) }));
    expect(writer.fields()).toMatchObject({ body: 'Left by a crash', kind: 'meeting' });
    expect(writer.status()).toMatchObject({ name: 'conflict', theirs: { body: 'Newer text' } });
    await writer.choose('mine');
    expect(disk().body).toBe('Left by a crash');
  });

  test('comes back with the kind, the day, the people and who began it, also where the words are the same', async () => {
    const said = {
      kind: 'call',
      happenedAt: '2026-11-20T08:00:00.000Z',
      initiatedBy: 'client',
      attendees: [{ side: 'client', personId: 'contact' }],
    } as const;
    const { writer, disk } = shared(
      stands('Talk', { kept: kept('Talk', { ...said, attendees: [...said.attendees] }) }),
    );
    expect(writer.fields()).toMatchObject({ body: 'Talk', ...said });
    expect(writer.status()).toMatchObject({ name: 'conflict', theirs: { kind: 'meeting', initiatedBy: null } });
    await writer.choose('mine');
    expect(disk()).toMatchObject({ body: 'Talk', ...said });
  });

  test('is no choice when both say the same by now', () => {
    const { writer } = shared(stands('Talk', { kept: kept('Talk', null), finishedAt: '2026-11-23T09:00:00.000Z' }));
    expect(writer.status().name).toBe('empty');
  });

  test('is one’s own when only the answer was lost', async () => {
    const { writer, changeElsewhere, disk } = shared(stands('Talk'));
    const heard = vi.fn();
    writer.subscribe(heard);
    writer.change({ body: 'Talk of mine' });
    changeElsewhere('Talk of mine');
    expect(await writer.flush()).toBe(true);
    expect(disk().body).toBe('Talk of mine');
    expect(writer.status().name).toBe('saved');
  });
});
