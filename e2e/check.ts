import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../electron/launcher/build.ts';

const words = '--config=renderer/lingui.config.ts';

/** What is checked without running the program; each line is one command of node_modules/.bin. */
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint and room rules', 'oxlint', '--type-aware', '--deny-warnings'],
  ['format', 'oxfmt', '--check'],
  ['dead code', 'knip', '--no-progress'],
  ['words are extracted', 'lingui', 'check', 'sync', words],
  ['words are translated', 'lingui', 'check', 'missing', words, '--locale', 'ru'],
];

/** Runs every check, also after one failed; the names of those that failed. */
export function check(): readonly string[] {
  const failed = checks.filter(([name, command, ...args]) => {
    const { status, stdout, stderr } = spawnSync(path.join(root, 'node_modules/.bin', command), args, {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (status !== 0) console.log(`${stdout}${stderr}`);
    return status !== 0;
  });
  return failed.map(([name]) => name);
}

export const numberOfChecks = checks.length;
