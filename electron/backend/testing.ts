import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import type { Changed } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/language.ts';
import type { BackendParts } from './backend.ts';
import type { Clock, Context } from './context.ts';
import type { Appearance, Desktop } from './desktop.ts';
import { openLongNotes } from './long-notes.ts';
import { shortcutOn } from './system-shortcut.ts';
import type { WholeFile } from './transfer/whole.ts';

/** The keys of a system: what other programs hold, and what a press of ours does. */
export interface TestKeys {
  readonly taken: Set<string>;
  readonly presses: Map<string, () => void>;
  readonly register: (accelerator: string, press: () => void) => boolean;
  readonly unregister: (accelerator: string) => void;
}

/** As strict as Electron's: nobody gets keys that somebody holds, also not who holds them. */
export function testKeys(): TestKeys {
  const taken = new Set<string>();
  const presses = new Map<string, () => void>();
  return {
    taken,
    presses,
    register: (accelerator, press) => {
      if (taken.has(accelerator) || presses.has(accelerator)) return false;
      presses.set(accelerator, press);
      return true;
    },
    unregister: (accelerator) => void presses.delete(accelerator),
  };
}

export interface TestDesktop extends Desktop {
  /** What the desktop was asked for, in order. */
  readonly asked: string[];
  readonly events: Changed[];
  readonly appearances: Appearance[];
  readonly keys: TestKeys;
  /** What the next dialogs answer. */
  readonly answers: (string | null)[];
}

/** A desktop whose dialogs answer what a test put there. */
export function testDesktop(language: Language = 'ru'): TestDesktop {
  const asked: string[] = [];
  const events: Changed[] = [];
  const appearances: Appearance[] = [];
  const answers: (string | null)[] = [];
  const keys = testKeys();
  const answer = () => Promise.resolve(answers.shift() ?? null);
  return {
    asked,
    events,
    appearances,
    answers,
    keys,
    saveFile: answer,
    chooseFolder: answer,
    openFile: answer,
    printPdf: () => Promise.resolve(new Uint8Array()),
    readFont: (file) => Promise.resolve(Buffer.from(`bytes of ${file}`)),
    openExternal: (address) => Promise.resolve(void asked.push(`open ${address}`)),
    revealFile: (path) => void asked.push(`reveal ${path}`),
    changed: (event) => void events.push(event),
    appearanceChanged: (appearance) => void appearances.push(appearance),
    reload: () => void asked.push('reload'),
    notify: ({ title, body }) => Promise.resolve(asked.push(`notify ${title}: ${body}`) > 0),
    ...shortcutOn(keys, () => void asked.push('quick note')),
    systemLanguage: () => language,
    closeWindow: () => void asked.push('close'),
    keepWindow: () => void asked.push('keep'),
  };
}

const firstMoment = '2026-11-23T08:42:00.000Z';

interface TestClock extends Clock {
  readonly setNow: (now: string) => void;
}

/** Stands still until it is set. */
function testClock(): TestClock {
  let now = firstMoment;
  return {
    now: () => now,
    today: () => now.slice(0, 10),
    setNow: (value) => {
      now = value;
    },
  };
}

export interface TestContext extends Context {
  readonly storage: TestStorage;
  readonly desktop: TestDesktop;
  readonly clock: TestClock;
}

/** What handlers work with, on a fresh database. */
export function testContext(language: () => Language = () => 'ru'): TestContext {
  const storage = openTestStorage();
  const clock = testClock();
  const setNow = (now: string) => {
    clock.setNow(now);
    storage.setNow(now);
  };
  setNow(firstMoment);
  const longNotes = openLongNotes(storage, () => undefined);
  const remove = async () => {
    await longNotes.stop();
    await storage.remove();
  };
  return {
    storage: {
      ...storage,
      get file() {
        return storage.file;
      },
      remove,
    },
    desktop: testDesktop(),
    clock: { ...clock, setNow },
    language,
    dataFolder: '',
    indexed: () => null,
    longNotes,
    backUpFirst: () => Promise.resolve(),
  };
}

/** For tests of what comes in and goes out note by note. */
export const noWholeFile: WholeFile = {
  path: '',
  appVersion: '0.1.0',
  replaceWith: () => Promise.reject(new Error('no file to replace')),
};

export interface TestParts extends BackendParts {
  readonly desktop: TestDesktop;
  readonly setNow: (now: string) => void;
  readonly remove: () => void;
}

/** A fresh computer: its own folder, a clock that stands still until it is set. */
export function testParts(language: Language = 'ru'): TestParts {
  const root = mkdtempSync(join(tmpdir(), 'rapport-'));
  const clock = testClock();
  return {
    folder: null,
    userData: join(root, 'userData'),
    sample: false,
    desktop: testDesktop(language),
    clock,
    appVersion: '0.1.0',
    setNow: clock.setNow,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
