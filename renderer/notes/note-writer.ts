import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Attendee, Note, NoteKind } from '../../shared/contract/notes.ts';
import { editBetween, type TextEdit } from '../../shared/text-edit.ts';
import { ApiError } from '../api.ts';

// An editing session: what was typed is saved 600 ms after the last key, one save at a time, all of them one undoable
// command. "Saved" is only said when the reply to the newest text has come. Meanwhile what was typed since the last save
// is kept on the disk every moment: a program that is killed gives it back.

/** All but the words. */
export interface NoteFacts {
  readonly clientId: string;
  readonly kind: NoteKind;
  readonly happenedAt: string;
  readonly initiatedBy: 'agency' | 'client' | null;
  readonly attendees: readonly Attendee[];
}

export interface NoteFields extends NoteFacts {
  readonly body: string;
}

/** What is being typed, as it is right now; a long text is put together only when it is wanted. */
export interface NoteText {
  readonly isBlank: boolean;
  readonly length: number;
  readonly lines: () => readonly string[];
}

export type SaveStatus =
  /** Nothing to save yet. */
  | { readonly name: 'empty' }
  /** Came back from an earlier time. */
  | { readonly name: 'restored'; readonly at: string }
  /** Typed, not yet on the disk. */
  | { readonly name: 'draft' }
  /** The disk has been at it for longer than a moment. */
  | { readonly name: 'saving' }
  | { readonly name: 'saved'; readonly at: string }
  | { readonly name: 'failed'; readonly problem: unknown };

export interface NoteWriterParts {
  readonly fields: NoteFields;
  /** The note that is edited, or null for a new one. */
  readonly note: Pick<Note, 'id' | 'updatedAt' | 'finishedAt'> | null;
  readonly disk: NoteDisk;
  readonly newCommandId: () => string;
}

/** The ways to the disk. */
export interface NoteDisk {
  readonly write: (request: CallInput<'notes.write'>) => Promise<Written>;
  /** Writes what has changed in a long text. */
  readonly revise: (request: CallInput<'notes.revise'>) => Promise<Written>;
  /** Keeps what is not saved yet. */
  readonly keep: (request: CallInput<'notes.keep'>) => Promise<unknown>;
}

type Written = CallOutput<'notes.write'>;

export interface NoteWriter {
  readonly fields: () => NoteFields;
  /** The same object until one of them changes. */
  readonly facts: () => NoteFacts;
  readonly isBlank: () => boolean;
  readonly noteId: () => string | null;
  readonly status: () => SaveStatus;
  /** When it was last known to be on the disk; null before. */
  readonly savedAt: () => string | null;
  /** The moment by which the disk knows the text that was saved last; null before. */
  readonly basedOn: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: Partial<NoteFields>) => void;
  readonly type: (text: NoteText) => void;
  /** Saves what is not saved. True when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Saves the note as finished. True when it is. */
  readonly finish: () => Promise<boolean>;
  readonly hasUnsaved: () => boolean;
  /** Takes over a text that was changed elsewhere; nothing of one's own may be unsaved. */
  readonly takeOver: (note: Note) => void;
  readonly stop: () => void;
}

const pauseMs = 600;
/** Whoever types without a pause sees the rest of the page follow after this. */
const longestWaitMs = 30_000;
/** What is kept later than this after a key could be gone with the program. */
const keepMs = 200;
const patienceMs = 400;
/** Of a longer text only what has changed is sent. */
const longText = 20_000;

/** The text that the disk has, and the moment by which the disk knows it. */
interface OnDisk {
  readonly lines: readonly string[];
  readonly at: string;
}

export function createNoteWriter({ fields: initial, note, disk, newCommandId }: NoteWriterParts): NoteWriter {
  let facts = factsOf(initial);
  let text = textOf(initial.body);
  let whole: NoteFields | null = initial;
  let noteId = note?.id ?? null;
  let commandId = newCommandId();
  let status: SaveStatus =
    note && note.finishedAt === null ? { name: 'restored', at: note.updatedAt } : { name: 'empty' };
  let savedAt = note?.updatedAt ?? null;
  let onDisk: OnDisk | null = note === null ? null : { lines: text.lines(), at: note.updatedAt };
  let version = 0;
  let savedVersion = 0;
  let isFinishing = false;
  let saving: Promise<boolean> | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(next: SaveStatus): void {
    status = next;
    for (const listener of listeners) listener();
  }

  function clearTimers(): void {
    clearTimeout(pause);
    clearTimeout(latest);
    clearTimeout(keeping);
    latest = undefined;
    keeping = undefined;
  }

  function schedule(): void {
    clearTimeout(pause);
    pause = setTimeout(() => void flush(), pauseMs);
    latest ??= setTimeout(() => void flush(), longestWaitMs);
    keeping ??= setTimeout(keep, keepMs);
  }

  /** A disk that does not take it is asked to save all: what stands in the way is said then. */
  function keep(): void {
    keeping = undefined;
    if (version === savedVersion || status.name === 'failed') return;
    if (saving !== null) return void (keeping = setTimeout(keep, keepMs));
    const basedOn = onDisk?.at ?? null;
    disk.keep({ ...session(), basedOn, edit: editSince(onDisk) }).catch(() => flush());
  }

  function session() {
    return { ...facts, attendees: [...facts.attendees], commandId, noteId };
  }

  function editSince(before: OnDisk | null): TextEdit {
    return editBetween(before?.lines ?? [''], text.lines());
  }

  /** A new note needs words, and a client to belong to. */
  function canBegin(): boolean {
    return !text.isBlank && facts.clientId !== '';
  }

  function fields(): NoteFields {
    whole ??= { ...facts, body: text.lines().join('\n') };
    return whole;
  }

  function take({ body, ...changed }: Partial<NoteFields>): void {
    if (body !== undefined) text = textOf(body);
    if (Object.keys(changed).length > 0) facts = { ...facts, ...changed };
    whole = null;
  }

  function change(changed: Partial<NoteFields>): void {
    take(changed);
    noticeChange();
  }

  function type(typed: NoteText): void {
    text = typed;
    whole = null;
    noticeChange();
  }

  function noticeChange(): void {
    if (noteId === null && !canBegin()) return show(status);
    version += 1;
    show(status.name === 'failed' || status.name === 'draft' ? status : { name: 'draft' });
    schedule();
  }

  async function flush(): Promise<boolean> {
    clearTimers();
    while (saving) await saving;
    if (version === savedVersion && !isFinishing) return true;
    saving = attempt().finally(() => {
      saving = null;
    });
    return saving;
  }

  async function attempt(): Promise<boolean> {
    const sent = version;
    const { lines } = text;
    const slow = setTimeout(() => show({ name: 'saving' }), patienceMs);
    try {
      const reply = await send();
      noteId = reply.note.id;
      savedVersion = sent;
      onDisk = { lines: lines(), at: reply.note.updatedAt };
      savedAt = reply.savedAt;
      clearTimeout(slow);
      show(version === sent ? { name: 'saved', at: reply.savedAt } : { name: 'draft' });
      return version === sent;
    } catch (problem) {
      clearTimeout(slow);
      show({ name: 'failed', problem });
      return false;
    }
  }

  async function save(): Promise<Written> {
    const finished = isFinishing;
    if (noteId !== null && onDisk !== null && text.length > longText) {
      try {
        const edit = editSince(onDisk);
        return await disk.revise({ ...session(), noteId, finished, basedOn: onDisk.at, edit });
      } catch (problem) {
        // The disk has another text by now: this one is written whole.
        if (!(problem instanceof ApiError) || problem.code !== 'conflict') throw problem;
      }
    }
    return disk.write({ ...session(), body: fields().body, finished });
  }

  /** A session that was undone goes on as a new one; a note that is gone is written anew. */
  async function send(): Promise<Written> {
    try {
      return await save();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.code === 'conflict') commandId = newCommandId();
      else if (problem.code === 'not_found' && noteId !== null) [noteId, commandId] = [null, newCommandId()];
      else throw problem;
      return save().catch((again: unknown) => {
        if (!(again instanceof ApiError) || again.code !== 'not_found' || noteId === null) throw again;
        noteId = null;
        return save();
      });
    }
  }

  async function finish(): Promise<boolean> {
    isFinishing = true;
    const isDone = await flush();
    isFinishing = false;
    return isDone;
  }

  return {
    fields,
    facts: () => facts,
    isBlank: () => text.isBlank,
    noteId: () => noteId,
    status: () => status,
    savedAt: () => savedAt,
    basedOn: () => onDisk?.at ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    type,
    flush,
    finish,
    hasUnsaved: () => version !== savedVersion,
    takeOver: ({ body, attendees, kind, happenedAt, initiatedBy, updatedAt }) => {
      take({ body, attendees, happenedAt, initiatedBy, kind: kindFrom(kind, facts.kind) });
      onDisk = { lines: text.lines(), at: updatedAt };
      for (const listener of listeners) listener();
    },
    stop: clearTimers,
  };
}

function factsOf({ body: _body, ...facts }: NoteFields): NoteFacts {
  return facts;
}

function textOf(body: string): NoteText {
  return { isBlank: body.trim() === '', length: body.length, lines: () => body.split('\n') };
}

/** What an editing session of a note begins with. */
export function fieldsOfNote({ clientId, kind, happenedAt, initiatedBy, body, attendees }: Note): NoteFields {
  return { clientId, happenedAt, initiatedBy, body, attendees, kind: kindFrom(kind, 'meeting') };
}

const kinds = ['meeting', 'call', 'letter', 'chat', 'observation'] as const satisfies readonly NoteKind[];

/** A kind that this version does not know is shown as the one before. */
function kindFrom(kind: string, otherwise: NoteKind): NoteKind {
  return kinds.find((known) => known === kind) ?? otherwise;
}
