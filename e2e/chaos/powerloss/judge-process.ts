import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDataFile } from '../../../electron/backend/data-file.ts';
import { systemClock } from '../../../electron/backend/system-clock.ts';
import { testDesktop } from '../../../electron/backend/testing.ts';
import { type Lying, readLying } from './lying.ts';
import { configOf, readStanding, type Standing } from './standing.ts';

// Looks at what a power cut left, opens it as the program does at its next start, and says what stands there.

/** Before and after it was opened. */
export interface Heard {
  readonly lying: Lying;
  readonly standing: Standing;
}

async function reopened(root: string): Promise<Standing> {
  const data = await openDataFile(
    {
      folder: null,
      userData: configOf(root),
      sample: false,
      desktop: testDesktop('en'),
      clock: systemClock,
      appVersion: '0.0.0',
    },
    'own',
  );
  try {
    return readStanding(root, data.refusal?.code ?? null, data.context?.storage.file);
  } finally {
    data.context?.storage.file.close();
    // Of a file that is gone nothing is backed up at the end, which would take longer than all the rest.
    for (const name of readdirSync(root)) rmSync(path.join(root, name), { recursive: true, force: true });
    await data.close();
  }
}

const unopened = {
  digest: '',
  living: '',
  theme: '',
  integrity: 'ok',
  isTakenBack: false,
  device: '',
  backups: [],
  unsound: [],
  held: [],
  files: [],
};

async function hear(root: string): Promise<Heard> {
  const lying = readLying(root);
  const standing = await reopened(root).catch((error: unknown): Standing => ({
    ...unopened,
    refusal: `thrown: ${String(error)}`,
  }));
  return { lying, standing };
}

process.on('message', (root: string) => void hear(root).then((heard) => process.send?.(heard)));
