import type { Note } from '../../shared/contract/notes.ts';
import { editBetween, type TextEdit } from '../../shared/text-edit.ts';
import { ApiError } from '../api.ts';
import { bothSides, openedWith } from './note-conflict.ts';
import type { Written } from './note-disk.ts';
import { kindFrom, type NoteFields } from './note-fields.ts';
import { fieldsIn, longText, type NoteText, type OnDisk, onDiskOf, type Snapshot } from './note-text.ts';
import type { Carried, NoteWriter, NoteWriterParts } from './note-writing.ts';
import { createTypedNote } from './typed-note.ts';
import { wordsAside } from './words-aside.ts';
import { createWritePace } from './write-pace.ts';
import { createWriteStatus } from './write-status.ts';

// An editing session: what was typed is saved 600 ms after the last key, one save at a time, all of them one undoable
// command. "Saved" is only said when the reply to the newest text has come. Meanwhile what was typed since the last save
// is kept on the disk every moment: a program that is killed gives it back. A note that says something else by then is not
// written over: what does not meet is put together, and for the rest somebody chooses.

const patienceMs = 400;

export function createNoteWriter({ fields: initial, note, disk, newCommandId }: NoteWriterParts): NoteWriter {
  const opened = openedWith(initial, note);
  const typed = createTypedNote(opened.fields);
  const { fields } = typed;
  let lastSent: Snapshot | null = null;
  let theirs: Note | null = opened.theirs;
  let noteId = note?.id ?? null;
  let commandId = newCommandId();
  /** What the disk may still keep of sessions before this one. */
  let follows: readonly string[] = [];
  let homeless: Carried | null = null;
  let sentHomeless: Carried | null = null;
  const status = createWriteStatus(note, theirs);
  const { show } = status;
  let savedAt = note?.updatedAt ?? null;
  let onDisk: OnDisk | null = note === null ? null : onDiskOf(note);
  let version = 0;
  let savedVersion = 0;
  let isFinishing = false;
  let saving: Promise<boolean> | null = null;
  const pace = createWritePace({ save: () => void flush(), keep });
  const rewritten = new Set<(body: string) => void>();
  const keepBeside = wordsAside(disk);

  /** A disk that does not take it is asked to save all: what stands in the way is said then. */
  function keep(): void {
    if (version === savedVersion) return;
    if (theirs !== null) return void flush();
    if (saving !== null) return pace.keepLater();
    const edit = editSince(onDisk);
    // Keeping a book that was pasted costs as much as saving it.
    if (edit.insert.length > longText) return void flush();
    // A save that is under way, or was refused, says itself why.
    keepTyped(edit).catch(() => saving !== null || status.now().name === 'failed' || flush());
  }

  function keepTyped(edit = editSince(onDisk)): Promise<unknown> {
    return disk.keep({ ...session(), ...carried(), basedOn: onDisk?.at ?? null, edit });
  }

  function carried() {
    return homeless?.isStill() ? { keepText: homeless.words } : {};
  }

  function session() {
    const facts = typed.facts();
    return { ...facts, attendees: [...facts.attendees], commandId, noteId, follows: [...follows] };
  }

  function editSince(before: OnDisk | null): TextEdit {
    return editBetween(before?.lines ?? [''], typed.text().lines());
  }

  function change(changed: Partial<NoteFields>): void {
    typed.take(changed);
    noticeChange();
  }

  function type(text: NoteText): void {
    typed.type(text);
    noticeChange();
  }

  function noticeChange(): void {
    // What a save under way is about to write may have been deleted since.
    if (noteId === null && saving === null && !typed.canBegin()) return status.tell();
    version += 1;
    const { name } = status.now();
    if (name === 'failed' || name === 'draft' || name === 'conflict') status.tell();
    else show({ name: 'draft' });
    pace.typed();
  }

  async function flush(): Promise<boolean> {
    pace.stop();
    while (saving) await saving;
    if (version === savedVersion && !isFinishing) return true;
    saving = attempt().finally(() => {
      saving = null;
      pace.keepNow();
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
    lastSent = { facts: typed.facts(), lines: typed.text().lines() };
    sentHomeless = homeless;
    const told = {
      ...session(),
      ...carried(),
      finished: isFinishing,
      seen: noteId === null ? null : (onDisk?.seen ?? null),
    };
    if (noteId === null || onDisk === null || typed.text().length <= longText)
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
    typed.take(fresh);
    for (const listener of rewritten) listener(fresh.body);
    status.tell();
  }

  /** While there is a choice to make, one's own text is kept beside the note: no crash takes it. */
  async function keepAside(): Promise<boolean> {
    const kept = version;
    try {
      if (noteId !== null) await keepBeside({ ...session(), noteId }, typed.text());
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
    facts: typed.facts,
    isBlank: () => typed.text().isBlank,
    noteId: () => noteId,
    status: status.now,
    savedAt: () => savedAt,
    basedOn: () => onDisk?.at ?? null,
    subscribe: status.subscribe,
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
      typed.take({ body, attendees, happenedAt, initiatedBy, kind: kindFrom(kind, typed.facts().kind) });
      onDisk = onDiskOf(found);
      status.tell();
    },
    choose,
    onRewritten: (listener) => {
      rewritten.add(listener);
      return () => rewritten.delete(listener);
    },
    stop: pace.stop,
  };
}
