import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { exportsOf, openReal } from '../real-backend.ts';
import type { Work } from './kill-at-work.ts';

// The real backend at one piece of work, over and over: it says when it begins, and goes on until it is killed.

const [folder = '', work = 'migration'] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const works: Readonly<Record<Work, () => Promise<void>>> = {
  migration: async () => {
    say('begun');
    const real = await openReal(folder);
    say((await real.reply('settings.load', {})).ok ? 'done' : 'refused');
  },
  backup: async () => {
    const { call } = await openReal(folder);
    say('begun');
    for (let number = 0; ; number += 1) {
      await call('board.createClient', { commandId: randomUUID(), name: `Client ${number}`, stage: 'stable' });
      say(`saved Client ${number}`);
      await call('safety.backUpNow', {});
      if (number === 0) say('done');
    }
  },
  restore: async () => {
    const { call } = await openReal(folder);
    const { backups } = await call('safety.state', {});
    say('begun');
    await call('safety.restoreBackup', { name: backups[0]?.name ?? '' });
    say('done');
  },
  export: async () => {
    const { call, desktop } = await openReal(folder);
    say('begun');
    for (let number = 0; ; number += 1) {
      desktop.answers.push(exportsOf(folder));
      await call('transfer.export', { jobId: randomUUID(), clientId: null });
      if (number === 0) say('done');
    }
  },
};

const known = Object.entries(works).find(([name]) => name === work);
await known?.[1]();
