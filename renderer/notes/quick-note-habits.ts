import { create } from 'zustand';
import { call } from '../api.ts';
import { beforeClosing } from '../ui/closing.ts';

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

let homeless = (): string => '';
let onDisk = '';
let keeping: ReturnType<typeof setTimeout> | undefined;
let recalling: Promise<Recalled | null> | null = null;

export function homelessText(): string {
  return homeless();
}

/** A text that is still being typed is read when it is asked for; `noticeTyping` tells that it has changed. */
export function keepHomelessText(text: string | (() => string)): void {
  homeless = typeof text === 'string' ? () => text : text;
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

/** What an earlier run of the program left; null when there is nothing, or when it was asked before. */
export function recallHomelessText(): Promise<Recalled | null> {
  if (recalling !== null) return recalling.then(() => null);
  recalling = call('notes.keptText', {}).then(({ kept }) => {
    if (!kept) return null;
    onDisk = kept.body;
    const typed = homeless();
    homeless = () => joined(typed, kept.body);
    return kept;
  });
  recalling.catch(() => {
    recalling = null;
  });
  return recalling;
}

/** As after a start of the program. */
export function forgetRecalled(): void {
  recalling = null;
  [homeless, onDisk] = [() => '', ''];
  useKeeping.setState(nothingKept);
}

export function joined(...words: readonly string[]): string {
  return words.filter((each) => each.trim() !== '').join('\n\n');
}

/** True when the disk has it. */
export async function saveHomelessText(): Promise<boolean> {
  clearTimeout(keeping);
  keeping = undefined;
  await recalling?.catch(() => null);
  const text = homeless();
  if (text === onDisk || (text.trim() === '' && onDisk === '')) return true;
  try {
    const { savedAt } = await call('notes.keepText', { noteId: null, body: text });
    onDisk = text.trim() === '' ? '' : text;
    // What was typed meanwhile is not kept yet.
    const isKept = onDisk !== '' && homeless() === text;
    useKeeping.setState(isKept ? { keptAt: savedAt, problem: null } : nothingKept);
    return homeless() === text;
  } catch (problem) {
    useKeeping.setState({ problem });
    return false;
  }
}

beforeClosing(saveHomelessText);
