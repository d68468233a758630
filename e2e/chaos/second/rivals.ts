import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataOf } from '../real-backend.ts';
import { Contender, type ContenderKind, writersAtOnce } from './contender.ts';

/** How often two programs wrote into one file at the same time, and what those heard that were not let in. */
export interface Rivalry {
  readonly what: string;
  readonly starts: number;
  readonly writers: number;
  readonly writersAtOnce: number;
  readonly refusals: readonly string[];
}

const whileMs = 600;

async function rivalry(
  what: string,
  play: (start: (name: string, kind?: ContenderKind) => Contender, lockFile: string) => Promise<void>,
): Promise<Rivalry> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-second-'));
  mkdirSync(dataOf(folder), { mode: 0o700 });
  const contenders: Contender[] = [];
  try {
    await play(
      (name, kind) => {
        const contender = new Contender(folder, name, kind);
        contenders.push(contender);
        return contender;
      },
      path.join(dataOf(folder), 'rapport.lock'),
    );
  } finally {
    for (const each of contenders) {
      each.goOn();
      await each.end();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    what,
    starts: contenders.length,
    writers: contenders.filter((each) => each.saved().length > 0).length,
    writersAtOnce: writersAtOnce(contenders),
    refusals: [...new Set(contenders.flatMap((each) => each.refusals()))],
  };
}

/** All in the same moment, on a file that is not there yet. */
export function manyAtOnce(count: number, kind: ContenderKind = 'real'): Promise<Rivalry> {
  return rivalry(`${count} starts at once`, async (start) => {
    const all = Array.from({ length: count }, (_, number) => start(`number-${number}`, kind));
    await Promise.all(all.map((each) => each.hears(() => true)));
    await wait(whileMs);
  });
}

/** The first one stands still while the second one wants the file, and goes on. */
export function firstFrozen(kind: ContenderKind = 'real'): Promise<Rivalry> {
  return rivalry('the first stands still', async (start) => {
    const first = start('first', kind);
    await first.hears(({ opened, code }) => opened && code === null, 1);
    first.standStill();
    const second = start('second', kind);
    await second.hears(() => true);
    await wait(whileMs);
    await goesOn(first);
  });
}

/** The lock file is deleted under the first one, which goes on writing. */
export function lockDeleted(kind: ContenderKind = 'real'): Promise<Rivalry> {
  return rivalry('the lock file is deleted', async (start, lockFile) => {
    const first = start('first', kind);
    await first.hears(({ opened, code }) => opened && code === null, 1);
    rmSync(lockFile, { force: true });
    await first.hears(() => true, first.heard.length + 1);
    const second = start('second', kind);
    await second.hears(() => true);
    await wait(whileMs);
  });
}

/** It is deleted while the first one stands still: the second one gets the file, and the first may write no more. */
export function lockDeletedWhileFrozen(kind: ContenderKind = 'real'): Promise<Rivalry> {
  return rivalry('the lock file is deleted while the first stands still', async (start, lockFile) => {
    const first = start('first', kind);
    await first.hears(({ opened, code }) => opened && code === null, 1);
    first.standStill();
    rmSync(lockFile, { force: true });
    const second = start('second', kind);
    await second.hears(({ opened, code }) => opened && code === null, 1);
    await goesOn(first);
    await wait(whileMs);
  });
}

async function goesOn(first: Contender): Promise<void> {
  const before = first.heard.length;
  first.goOn();
  await first.hears(() => true, before + 1);
}
