import { create } from 'zustand';
import { call } from '../api.ts';
import { beforeClosing } from '../ui/closing.ts';
import { whenOpenedAnew } from '../ui/opened-anew.ts';

/** Whom the last quick note was about. */
export const lastNoteHabit = 'quick-note-client';

// What was typed before a client was chosen has no note to be saved in: the data file keeps it in a place of its own.

interface Keeping {
  /** When the disk got it; null before. */
  readonly keptAt: string | null;
  /** Why the disk does not take it; null when it does. */
  readonly problem: unknown;
}

/** No more than this is gone with a program that is killed. */
const keepMs = 200;
const nothingKept: Keeping = { keptAt: null, problem: null };

export const useKeeping = create<Keeping>(() => nothingKept);

let homeless = frozen('');
/** Null when it is not known, since a write is on its way. */
let onDisk: string | null = '';
/** What may lie there is a note's, which takes it off. */
let isNotes = false;
/** Grows with all that is kept there, and with every note that has it: what was asked for before is out of date. */
let turn = 0;
/** What the file had that was open before this one. */
let onDiskBefore: string | null = '';
let keeping: ReturnType<typeof setTimeout> | undefined;
let recalling: Promise<void> | null = null;
/** What an earlier run of the program left, until a note takes it. */
let recalled: Recalled | null = null;

export function homelessText(): string {
  return joined(recalled?.body ?? '', homeless());
}

/** Without what an earlier run left: `takeRecalled` gives that. */
export function typedHomeless(): string {
  return homeless();
}

/** A text that is still being typed is read when it is asked for; `noticeTyping` tells that it has changed. */
export function keepHomelessText(text: string | (() => string)): void {
  homeless = typeof text === 'string' ? frozen(text) : text;
  noticeTyping();
}

export function noticeTyping(): void {
  if (useKeeping.getState().keptAt !== null) useKeeping.setState(nothingKept);
  keeping ??= setTimeout(() => void saveHomelessText(), keepMs);
}

interface Recalled {
  readonly body: string;
  readonly keptAt: string;
}

/** Asks the disk, once, for what an earlier run of the program left there. */
export function recallHomelessText(): Promise<void> {
  recalling ??= call('notes.keptText', {}).then(
    ({ kept }) => {
      // What was typed goes on from it already.
      recalled = kept?.body === onDiskBefore ? null : kept;
      onDisk = kept?.body ?? '';
    },
    (problem: unknown) => {
      recalling = null;
      throw problem;
    },
  );
  return recalling;
}

/** Hands it to the note that begins now, once; it stays kept, before what has been typed meanwhile. */
export function takeRecalled(): Recalled | null {
  const taken = recalled;
  homeless = frozen(homelessText());
  recalled = null;
  return taken;
}

/**
 * The words are those of a note now, which takes them off the disk with its own save, unless newer ones lie there by then.
 * Null when there are none. Nothing of them is written here any more.
 */
export function handOverHomeless(): (() => boolean) | null {
  clearTimeout(keeping);
  keeping = undefined;
  homeless = frozen('');
  if (onDisk === '' || isNotes) return null;
  return claimHomeless();
}

/** What lies there is a note's business until anything else is kept: the answer tells whether it still is. */
export function claimHomeless(): () => boolean {
  isNotes = true;
  turn += 1;
  const own = turn;
  return () => own === turn;
}

/** A note gave these words back, and put them on the disk with its own save. */
export function takeBackHomeless(text: string): void {
  homeless = frozen(text);
  onDisk = text;
  isNotes = false;
}

/** As after a start of the program. */
export function forgetRecalled(): void {
  [recalling, recalled] = [null, null];
  homeless = frozen('');
  [onDisk, onDiskBefore] = ['', ''];
  isNotes = false;
  useKeeping.setState(nothingKept);
}

export function joined(...words: readonly string[]): string {
  return words.filter((each) => each.trim() !== '').join('\n\n');
}

/** Whole ones: those of which only the beginning is said there are not. */
export function holdsParagraphs(text: string, wanted: string): boolean {
  return `\n\n${text.trim()}\n\n`.includes(`\n\n${wanted.trim()}\n\n`);
}

function frozen(text: string): () => string {
  return () => text;
}

/** What is typed where the words before it are not seen: a paragraph of its own, unless it goes on with a sentence. */
export function goingOn(before: string, typed: string): string {
  const isBeginning = before.trim() === '' || before.endsWith('\n');
  return typed === '' || isBeginning || /^[\s,.;:!?…)]/u.test(typed) ? typed : `\n\n${typed}`;
}

/** True when the disk has it. */
export async function saveHomelessText(): Promise<boolean> {
  clearTimeout(keeping);
  keeping = undefined;
  try {
    // What lies there is not written over unread.
    if (homeless().trim() !== '') await recallHomelessText();
    const text = homelessText();
    if (text.trim() === '' ? onDisk === '' || isNotes : text === onDisk && !isNotes) return true;
    turn += 1;
    const own = turn;
    [onDisk, isNotes] = [null, false];
    const { savedAt } = await call('notes.keepText', { body: text });
    // A note has them by now, or newer ones are on their way.
    if (own !== turn) return homelessText() === text;
    onDisk = text.trim() === '' ? '' : text;
    // What was typed meanwhile is not kept yet.
    const isKept = onDisk !== '' && homelessText() === text;
    useKeeping.setState(isKept ? { keptAt: savedAt, problem: null } : nothingKept);
    return homelessText() === text;
  } catch (problem) {
    useKeeping.setState({ problem });
    return false;
  }
}

beforeClosing(saveHomelessText);
whenOpenedAnew(() => {
  const [left, typed] = [recalled?.body ?? '', homeless];
  homeless = () => joined(left, typed());
  [recalling, recalled] = [null, null];
  [onDisk, onDiskBefore] = ['', onDisk];
  isNotes = false;
  turn += 1;
  useKeeping.setState(nothingKept);
});
