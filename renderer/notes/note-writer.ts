import type { Note } from '../../shared/contract/notes.ts';
import { editBetween, type TextEdit } from '../../shared/text-edit.ts';
import { ApiError } from '../api.ts';
import { bothSides, openedWith } from './note-conflict.ts';
import type { NoteDisk, Written } from './note-disk.ts';
import { kindFrom, type NoteFacts, type NoteFields } from './note-fields.ts';
import {
  factsOf,
  fieldsIn,
  longText,
  type NoteText,
  type OnDisk,
  onDiskOf,
  type Snapshot,
  textOf,
} from './note-text.ts';
import { wordsAside } from './words-aside.ts';

// An editing session: what was typed is saved 600 ms after the last key, one save at a time, all of them one undoable
// command. "Saved" is only said when the reply to the newest text has come. Meanwhile what was typed since the last save
// is kept on the disk every moment: a program that is killed gives it back. A note that says something else by then is not
// written over: what does not meet is put together, and for the rest somebody chooses.

export type SaveStatus =
  /** Nothing to save yet. */
  | { readonly name: 'empty' }
  /** Came back from an earlier time. */
  | { readonly name: 'restored'; readonly at: string; readonly isEdit: boolean }
  /** Typed, not yet on the disk. */
  | { readonly name: 'draft' }
  /** The disk has been at it for longer than a moment. */
  | { readonly name: 'saving' }
  | { readonly name: 'saved'; readonly at: string }
  | { readonly name: 'failed'; readonly problem: unknown }
  /** Somebody wrote something else into the note: nothing is saved there until one of the two is chosen. */
  | { readonly name: 'conflict'; readonly theirs: Note };

export interface NoteWriterParts {
  readonly fields: NoteFields;
  /** The note that is edited, or null for a new one. */
  readonly note: Note | null;
  readonly disk: NoteDisk;
  readonly newCommandId: () => string;
}

/** What the words for no client are to be, for as long as nobody kept newer ones. */
export interface Carried {
  readonly words: string;
  readonly isStill: () => boolean;
}

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
  /** What the words for no client are once the disk has this text: they came from there, or go there. */
  readonly carry: (homeless: Carried) => void;
  /** Saves what is not saved. True when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Saves the note as finished. True when it is; never while there is a choice to make. */
  readonly finish: () => Promise<boolean>;
  /** One's own words and somebody else's stand against each other: see `choose`. */
  readonly isContested: () => boolean;
  /** Also while there is a choice to make. */
  readonly hasUnsaved: () => boolean;
  /** Takes over a text that was changed elsewhere; nothing of one's own may be unsaved. */
  readonly takeOver: (note: Note) => void;
  /** Ends a conflict: one's own words are written over the other text, or give way to it. */
  readonly choose: (side: 'mine' | 'theirs') => Promise<void>;
  /** Tells of a text that was put together from both sides, or chosen: the editor has to show it. */
  readonly onRewritten: (listener: (body: string) => void) => () => void;
  readonly stop: () => void;
}

const pauseMs = 600;
/** Whoever types without a pause sees the rest of the page follow after this. */
const longestWaitMs = 30_000;
/** What is kept later than this after a key could be gone with the program. */
const keepMs = 200;
const patienceMs = 400;

export function createNoteWriter({ fields: initial, note, disk, newCommandId }: NoteWriterParts): NoteWriter {
  const opened = openedWith(initial, note);
  let facts = factsOf(opened.fields);
  let text = textOf(opened.fields.body);
  let whole: NoteFields | null = opened.fields;
  let lastSent: Snapshot | null = null;
  let theirs: Note | null = opened.theirs;
  let noteId = note?.id ?? null;
  let commandId = newCommandId();
  /** What the disk may still keep of sessions before this one. */
  let follows: readonly string[] = [];
  let homeless: Carried | null = null;
  let sentHomeless: Carried | null = null;
  let status: SaveStatus = firstStatus(note, theirs);
  let savedAt = note?.updatedAt ?? null;
  let onDisk: OnDisk | null = note === null ? null : onDiskOf(note);
  let version = 0;
  let savedVersion = 0;
  let isFinishing = false;
  let saving: Promise<boolean> | null = null;
  /** Until when it has to be quiet for a save; the timer is set once for many keys, since setting one takes its time. */
  let quietUntil = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const rewritten = new Set<(body: string) => void>();
  const keepBeside = wordsAside(disk);

  function show(next: SaveStatus): void {
    status = next;
    for (const listener of listeners) listener();
  }

  function clearTimers(): void {
    clearTimeout(pause);
    clearTimeout(latest);
    clearTimeout(keeping);
    pause = undefined;
    latest = undefined;
    keeping = undefined;
  }

  function schedule(): void {
    quietUntil = performance.now() + pauseMs;
    pause ??= setTimeout(saveWhenQuiet, pauseMs);
    latest ??= setTimeout(() => void flush(), longestWaitMs);
    keeping ??= setTimeout(keep, keepMs);
  }

  function saveWhenQuiet(): void {
    const left = Math.ceil(quietUntil - performance.now());
    if (left <= 0) return void flush();
    pause = setTimeout(saveWhenQuiet, left);
  }

  /** A disk that does not take it is asked to save all: what stands in the way is said then. */
  function keep(): void {
    keeping = undefined;
    if (version === savedVersion) return;
    if (theirs !== null) return void flush();
    if (saving !== null) return void (keeping = setTimeout(keep, keepMs));
    const edit = editSince(onDisk);
    // Keeping a book that was pasted costs as much as saving it.
    if (edit.insert.length > longText) return void flush();
    // A save that is under way, or was refused, says itself why.
    keepTyped(edit).catch(() => saving !== null || status.name === 'failed' || flush());
  }

  /** What was typed during a save has waited long enough. */
  function keepNow(): void {
    if (keeping === undefined) return;
    clearTimeout(keeping);
    keep();
  }

  function keepTyped(edit = editSince(onDisk)): Promise<unknown> {
    return disk.keep({ ...session(), ...carried(), basedOn: onDisk?.at ?? null, edit });
  }

  function carried() {
    return homeless?.isStill() ? { keepText: homeless.words } : {};
  }

  function session() {
    return { ...facts, attendees: [...facts.attendees], commandId, noteId, follows: [...follows] };
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
    // What a save under way is about to write may have been deleted since.
    if (noteId === null && saving === null && !canBegin()) return show(status);
    version += 1;
    const isTold = status.name === 'failed' || status.name === 'draft' || status.name === 'conflict';
    show(isTold ? status : { name: 'draft' });
    schedule();
  }

  async function flush(): Promise<boolean> {
    clearTimers();
    while (saving) await saving;
    if (version === savedVersion && !isFinishing) return true;
    saving = attempt().finally(() => {
      saving = null;
      keepNow();
    });
    return saving;
  }

  async function attempt(): Promise<boolean> {
    if (theirs !== null) return keepAside();
    const sent = version;
    const slow = setTimeout(() => show({ name: 'saving' }), patienceMs);
    try {
      const reply = await send();
      if (reply === null) {
        clearTimeout(slow);
        return await keepAside();
      }
      noteId = reply.note.id;
      if (lastSent) onDisk = { ...lastSent, at: reply.note.updatedAt, seen: reply.note.fingerprint };
      savedVersion = sent;
      follows = [];
      // What is to be carried since then goes with the next one.
      if (homeless === sentHomeless) homeless = null;
      savedAt = reply.savedAt;
      clearTimeout(slow);
      show(version === sent ? { name: 'saved', at: reply.savedAt } : { name: 'draft' });
      return version === sent;
    } catch (problem) {
      clearTimeout(slow);
      show({ name: 'failed', problem });
      // Words for a client in the trash are no note, and are kept nevertheless.
      if (problem instanceof ApiError && problem.code === 'not_found') keepTyped().catch(() => undefined);
      return false;
    }
  }

  function save(): Promise<Written> {
    lastSent = { facts, lines: text.lines() };
    sentHomeless = homeless;
    const told = {
      ...session(),
      ...carried(),
      finished: isFinishing,
      seen: noteId === null ? null : (onDisk?.seen ?? null),
    };
    if (noteId === null || onDisk === null || text.length <= longText)
      return disk.write({ ...told, body: fields().body });
    return disk.revise({ ...told, noteId, basedOn: onDisk.at, edit: editSince(onDisk) });
  }

  /**
   * A session that was undone goes on as a new one, a note that is gone is written anew, and one that was changed is met.
   * Null when somebody has to choose.
   */
  async function send(patience = 4, isRenewed = false): Promise<Written | null> {
    const before = lastSent;
    try {
      return await save();
    } catch (problem) {
      if (!(problem instanceof ApiError) || patience === 0) throw problem;
      const isUndone = problem.code === 'conflict';
      const isGone = problem.code === 'not_found' && noteId !== null;
      if ((isUndone || isGone) && !isRenewed) {
        follows = [...follows, commandId];
        commandId = newCommandId();
      }
      if (isGone) [noteId, onDisk] = [null, null];
      else if (problem.code === 'note_changed' && noteId !== null) {
        if (!meet(await disk.read(noteId), before)) return null;
      } else if (!isUndone) throw problem;
      return send(patience - 1, isGone || isUndone);
    }
  }

  /** True when both sides could be put together. */
  function meet(found: Note, before: Snapshot | null): boolean {
    const base = onDisk === null ? initial : fieldsIn(onDisk);
    const both = bothSides(found, { mine: fields(), base, sent: before });
    if (both === null) {
      theirs = found;
      show({ name: 'conflict', theirs: found });
      return false;
    }
    onDisk = onDiskOf(found);
    if (both !== fields()) rewrite(both);
    return true;
  }

  function rewrite(fresh: NoteFields): void {
    take(fresh);
    for (const listener of rewritten) listener(fresh.body);
    for (const listener of listeners) listener();
  }

  /** While there is a choice to make, one's own text is kept beside the note: no crash takes it. */
  async function keepAside(): Promise<boolean> {
    const kept = version;
    try {
      if (noteId !== null) await keepBeside({ ...session(), noteId }, text);
      savedVersion = kept;
      return version === kept && !isFinishing;
    } catch (problem) {
      show({ name: 'failed', problem });
      return false;
    }
  }

  async function choose(side: 'mine' | 'theirs'): Promise<void> {
    while (saving) await saving;
    const found = theirs;
    if (found === null) return;
    theirs = null;
    onDisk = onDiskOf(found);
    if (side === 'theirs') {
      rewrite(fieldsIn(onDisk));
      savedVersion = version;
      savedAt = found.updatedAt;
      show({ name: 'saved', at: found.updatedAt });
      await disk.dropAside({ noteId: found.id, sessions: [...follows, commandId] });
      return;
    }
    version += 1;
    show({ name: 'draft' });
    await flush();
  }

  async function finish(): Promise<boolean> {
    isFinishing = theirs === null;
    const isDone = await flush();
    isFinishing = false;
    return isDone && theirs === null;
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
    carry: (words) => {
      homeless = words;
    },
    flush,
    finish,
    isContested: () => theirs !== null,
    hasUnsaved: () => version !== savedVersion || theirs !== null,
    takeOver: (found) => {
      const { body, attendees, kind, happenedAt, initiatedBy } = found;
      take({ body, attendees, happenedAt, initiatedBy, kind: kindFrom(kind, facts.kind) });
      onDisk = onDiskOf(found);
      for (const listener of listeners) listener();
    },
    choose,
    onRewritten: (listener) => {
      rewritten.add(listener);
      return () => rewritten.delete(listener);
    },
    stop: clearTimers,
  };
}

function firstStatus(note: Note | null, theirs: Note | null): SaveStatus {
  if (theirs !== null) return { name: 'conflict', theirs };
  if (note?.edit) return { name: 'restored', at: note.edit.editedAt, isEdit: true };
  if (note !== null && note.finishedAt === null) return { name: 'restored', at: note.updatedAt, isEdit: false };
  return { name: 'empty' };
}
