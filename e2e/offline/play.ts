import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../electron/launcher/build.ts';
import { type Count, readPlaywright } from '../reports.ts';
import { sort, type Sorted } from './allowed.ts';
import { wayIn } from './programs.ts';
import { within, withoutNetwork } from './namespace.ts';
import { asCall } from './session.ts';
import type { Traffic } from './traffic.ts';

export interface Watched {
  readonly looks: number;
  readonly doors: readonly string[];
  readonly traffic: Traffic;
  readonly interfaces: readonly string[];
}

export interface Played extends Omit<Watched, 'doors'>, Sorted {
  readonly count: Count;
  readonly output: string;
}

const script = path.join(import.meta.dirname, 'play-process.ts');

/** Plays e2e tests, chosen as Playwright's own command line does, in a namespace whose only interface is the loop back. */
export function play(...chosen: readonly string[]): Played {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-played-'));
  const [watchedFile, reportFile] = [path.join(folder, 'watched.json'), path.join(folder, 'report.json')];
  const options = ['-c', path.join(root, 'e2e/playwright.config.ts'), '--reporter=list,json'];
  const output = ['--output', path.join(root, 'test-results/without-network')];
  const command = [process.execPath, script, watchedFile, ...options, ...output, ...chosen];
  const [program, ...args] = within('none', command);
  try {
    const done = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...withoutNetwork, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
    });
    const count = readPlaywright(reportFile);
    if (count === null) throw new Error(`the tests did not come to their end:\n${done.stdout}${done.stderr}`);
    const { doors, ...watched }: Watched = JSON.parse(readFileSync(watchedFile, 'utf8'));
    const strangers = doors.filter((door) => door !== wayIn).map(asCall);
    return { ...watched, ...sort(strangers), count, output: `${done.stdout}${done.stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
