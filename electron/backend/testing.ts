import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Changed } from '../../shared/contract/contract.ts';
import type { BackendParts } from './backend.ts';
import type { Appearance, Desktop } from './desktop.ts';

export interface TestDesktop extends Desktop {
  /** What the desktop was asked for, in order. */
  readonly asked: string[];
  readonly events: Changed[];
  readonly appearances: Appearance[];
  /** What the next dialogs answer. */
  readonly answers: (string | null)[];
}

/** A desktop whose dialogs answer what a test put there. */
export function testDesktop(language: 'en' | 'ru' = 'ru'): TestDesktop {
  const asked: string[] = [];
  const events: Changed[] = [];
  const appearances: Appearance[] = [];
  const answers: (string | null)[] = [];
  const answer = () => Promise.resolve(answers.shift() ?? null);
  return {
    asked,
    events,
    appearances,
    answers,
    saveFile: answer,
    chooseFolder: answer,
    printPdf: () => Promise.resolve(new Uint8Array()),
    openExternal: (address) => Promise.resolve(void asked.push(`open ${address}`)),
    revealFile: (path) => void asked.push(`reveal ${path}`),
    changed: (event) => void events.push(event),
    appearanceChanged: (appearance) => void appearances.push(appearance),
    reload: () => void asked.push('reload'),
    systemLanguage: () => language,
    closeWindow: () => void asked.push('close'),
    keepWindow: () => void asked.push('keep'),
  };
}

export interface TestParts extends BackendParts {
  readonly desktop: TestDesktop;
  readonly setNow: (now: string) => void;
  readonly remove: () => void;
}

/** A fresh computer: its own folder, a clock that stands still until it is set. */
export function testParts(language: 'en' | 'ru' = 'ru'): TestParts {
  const root = mkdtempSync(join(tmpdir(), 'rapport-'));
  let now = '2026-11-23T08:42:00.000Z';
  return {
    folder: null,
    userData: join(root, 'userData'),
    sample: false,
    desktop: testDesktop(language),
    clock: { now: () => now, today: () => now.slice(0, 10) },
    appVersion: '0.1.0',
    setNow: (value) => {
      now = value;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
