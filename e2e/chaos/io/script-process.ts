import { readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { logInto } from '../../../electron/backend/log.ts';
import type { RealBackend } from '../real-backend.ts';
import { dataOf, openReal } from '../real-backend.ts';
import { readScene } from '../scene.ts';
import { type Act, scripts, type Told } from './acts.ts';

// The real backend, in a process whose disk fails. Each answer is told at once, so that it counts even when the process
// comes to an end in the next moment.

const [folder = '', script = '', kind = 'true', disk = 'as it is'] = process.argv.slice(2);
const diskCodes = [
  'disk_full',
  'disk_error',
  'folder_not_writable',
  'backup_failed',
  'starting',
  'target_full',
  'export_failed',
];

function tell(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function attempt(real: RealBackend, { act, name, commandId, run }: Act): Promise<boolean> {
  const reply = await run(real);
  // The control says "saved" whatever the disk says.
  const isSaid = reply.ok || (kind === 'swallowing' && diskCodes.includes(reply.code ?? ''));
  const told: Told = {
    act,
    name,
    commandId,
    ok: isSaid,
    code: reply.ok ? null : (reply.code ?? null),
    madeAt: reply.madeAt ?? null,
    toldAt: new Date().toISOString(),
  };
  tell(told);
  return reply.ok;
}

/** Until not a byte more fits. */
function fillDisk(): void {
  for (const size of [65_536, 4096])
    try {
      for (let number = 0; number < 1000; number += 1)
        writeFileSync(path.join(dataOf(folder), `ballast-${size}-${number}`), Buffer.alloc(size, 1));
    } catch {
      // Full.
    }
}

function makeRoom(): void {
  for (const name of readdirSync(dataOf(folder)).filter((each) => each.startsWith('ballast-')))
    rmSync(path.join(dataOf(folder), name));
}

const acts = scripts[script === 'files' ? 'files' : 'work'](folder, readScene(folder));
const real = await openReal(folder);
logInto(path.join(folder, 'config'));
if (disk === 'full') fillDisk();
for (const each of acts) {
  if (await attempt(real, each)) continue;
  // As a partner does who is told that it was not saved: once more, and where the file did not open, "Try again".
  await real.reply('settings.leaveSample', {});
  await attempt(real, each);
}
if (disk === 'full') {
  makeRoom();
  for (const each of acts.filter(({ commandId }) => commandId !== null))
    await attempt(real, { ...each, act: `${each.act}, with room` });
}
await real.backend.close();
tell({ ended: true });
