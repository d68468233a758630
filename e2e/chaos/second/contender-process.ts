import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { holdLock } from '../../../db/lock.ts';
import { openFile } from '../../../db/open.ts';
import { openStorage } from '../../../db/storage.ts';
import { dataOf, fileOf, openReal } from '../real-backend.ts';
import type { ContenderKind, Heard } from './contender.ts';

// A program that writes as often as it may, and tells of every answer at once.

const [folder = '', name = '', kind = 'real'] = process.argv.slice(2);
const everyMs = 40;

function tell(line: Heard): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

type Write = () => Promise<string | null>;

async function realWriter(): Promise<Write> {
  const real = await openReal(folder, path.join(folder, `config-${name}`));
  const loaded = await real.reply('settings.load', {});
  tell({ at: Date.now(), opened: loaded.ok, code: loaded.ok ? null : loaded.code });
  if (!loaded.ok) {
    // The partner presses "Try again" once more.
    await real.reply('settings.leaveSample', {});
  }
  return async () => {
    const reply = await real.reply('board.createClient', {
      commandId: randomUUID(),
      name: `Of ${name}`,
      stage: 'stable',
    });
    return reply.ok ? null : reply.code;
  };
}

/** What there would be without the lock, or with one that is never looked at again. */
function carelessWriter(hasLock: boolean): Write {
  if (hasLock) holdLock(path.join(dataOf(folder), 'rapport.lock'));
  const storage = openStorage({
    file: openFile(fileOf(folder)),
    now: () => new Date().toISOString(),
    newId: v7,
    changed: () => undefined,
  });
  tell({ at: Date.now(), opened: true, code: null });
  return async () => {
    await storage.saveSetting(`of ${name}`, String(Date.now()));
    return null;
  };
}

const kinds: Readonly<Record<ContenderKind, () => Promise<Write>>> = {
  real: realWriter,
  lockless: () => Promise.resolve(carelessWriter(false)),
  careless: () => Promise.resolve(carelessWriter(true)),
};

try {
  const write = await (kind === 'lockless' || kind === 'careless' ? kinds[kind] : kinds.real)();
  for (;;) {
    const code = await write();
    tell({ at: Date.now(), opened: true, code });
    await wait(everyMs);
  }
} catch (error) {
  tell({
    at: Date.now(),
    opened: false,
    code: error instanceof Error && 'code' in error ? String(error.code) : 'unexpected',
  });
}
