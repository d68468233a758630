import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptFacts, Note } from '../../shared/contract/notes.ts';
import { ApiError } from '../api.ts';
import type { NoteDisk } from './note-disk.ts';
import { diskWith, fields, replyTo, type Write } from './note-writer-in-test.ts';
import { createNoteWriter } from './note-writer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
    await vi.advanceTimersByTimeAsync(300);
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
    await vi.advanceTimersByTimeAsync(300);
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
