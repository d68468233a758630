import { vi } from 'vitest';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Note } from '../../shared/contract/notes.ts';
import type { NoteDisk } from './note-disk.ts';
import type { NoteFields } from './note-fields.ts';
import { createNoteWriter } from './note-writer.ts';

export const fields: NoteFields = {
  clientId: 'client',
  kind: 'meeting',
  happenedAt: '2026-11-23T08:00:00.000Z',
  initiatedBy: null,
  body: '',
  attendees: [],
};

export type Write = CallInput<'notes.write'>;
export type Written = CallOutput<'notes.write'>;

export function replyTo(request: Write): Written & { readonly note: Note } {
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

export function diskWith(write: NoteDisk['write']) {
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

export function session(save = vi.fn(async (request: Write): Promise<Written> => replyTo(request))) {
  let count = 0;
  const newCommandId = () => `command-${(count += 1)}`;
  const disk = diskWith(save);
  const writer = createNoteWriter({ fields, note: null, disk, newCommandId });
  return { writer, save, ...disk };
}
