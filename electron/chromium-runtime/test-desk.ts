import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The desk a test plays: a folder into which it puts the answers of dialogs (`answer-1.json`, …: a path or null, in
 * order), and from which it reads what was asked and opened (`log.jsonl`).
 */
const patience = { steps: 300, milliseconds: 50 } as const;

export function noteOnDesk(desk: string, entry: object): void {
  appendFileSync(path.join(desk, 'log.jsonl'), `${JSON.stringify(entry)}\n`);
}

function number(name: string): number {
  return Number(/^answer-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN);
}

function takeAnswer(desk: string): string | null | undefined {
  const next = readdirSync(desk)
    .filter((name) => !Number.isNaN(number(name)))
    .toSorted((one, other) => number(one) - number(other))[0];
  if (next === undefined) return undefined;
  const answer: unknown = JSON.parse(readFileSync(path.join(desk, next), 'utf8'));
  rmSync(path.join(desk, next));
  return typeof answer === 'string' ? answer : null;
}

/** Waits for the test to answer; a dialog that nobody answers is closed, as a person would in the end. */
export async function answerFromDesk(desk: string, asked: object): Promise<string | null> {
  noteOnDesk(desk, asked);
  for (let step = 0; step < patience.steps && existsSync(desk); step++) {
    const answer = takeAnswer(desk);
    if (answer !== undefined) return answer;
    await wait(patience.milliseconds);
  }
  return null;
}
