import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Language, Words } from '../../shared/language.ts';

// The runtime hands a second start to the program that runs and never says whether it was heard: one that stands still
// hears nothing. The running program writes a line into a file each time, and the second start looks for another line.

const patience = { steps: 100, milliseconds: 50 } as const;

function heardFile(userData: string): string {
  return path.join(userData, 'second-start');
}

/** By the program that runs. */
export function noteSecondStart(userData: string): void {
  try {
    writeFileSync(heardFile(userData), randomUUID(), { mode: 0o600 });
  } catch {
    // A full disk ends no program that works.
  }
}

/** To be called before the second start is handed over; the answer is false when nobody has heard of it. */
export function listenForFirst(userData: string): (steps?: number) => Promise<boolean> {
  const before = lastLine(userData);
  return async (steps = patience.steps) => {
    for (let step = 0; step < steps; step += 1) {
      if (lastLine(userData) !== before) return true;
      await wait(patience.milliseconds);
    }
    return false;
  };
}

function lastLine(userData: string): string {
  try {
    return readFileSync(heardFile(userData), 'utf8');
  } catch {
    return '';
  }
}

const words = {
  message: { en: 'Rapport does not react', ru: 'Rapport не отвечает' },
  detail: {
    en: 'The program is already open but does not react. End it, then start it again. What was saved stays in place.',
    ru: 'Программа уже открыта, но не отвечает. Завершите её и запустите снова. Сохранённое остаётся на месте.',
  },
  button: { en: 'Close', ru: 'Закрыть' },
} as const satisfies Record<string, Words>;

/** What is said to somebody who started the program by its icon and would see nothing happen. */
export function silentFirst(language: Language) {
  return { message: words.message[language], detail: words.detail[language], buttons: [words.button[language]] };
}
