import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay } from '../electron/chromium-runtime/chromium.ts';
import { electronBinary } from '../electron/launcher/electron-binary.ts';
import { buildIfNeeded, root } from '../electron/launcher/build.ts';
import { check, numberOfChecks } from './check.ts';
import { fastFolder } from './fast-folder.ts';
import { installLine, missingPackages } from './machine.ts';
import { notOnElectron } from './playwright.config.ts';
import { type Count, readPlaywright, readVitest, slowest } from './reports.ts';

/** What the signal was that somebody ended the tests with: the folder is cleared before the end, and nothing new begins. */
let endedBy: NodeJS.Signals | null = null;

/** Runs a test runner with its lines on the terminal; its report is read, not its exit code alone. */
async function run(
  folder: string,
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  if (endedBy !== null) return 1;
  const runner = spawn(path.join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      TMPDIR: folder,
      // The runners are compiled once, and not by each of their processes.
      NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled'),
      ...environment,
    },
    shell: process.platform === 'win32',
  });
  // Ctrl C reaches the runner by itself; it has children of its own to end.
  const passOn = (signal: NodeJS.Signals): void => {
    endedBy = signal;
    if (signal !== 'SIGINT') runner.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, passOn);
  const [status] = await once(runner, 'exit');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, passOn);
  return typeof status === 'number' ? status : 1;
}

/** A runner that failed without naming a failed test (a broken file, no tests at all) counts as one failure. */
function counted(name: string, status: number, count: Count | null): Count {
  const known = count ?? { passed: 0, skipped: 0, failed: [], unsteady: [], took: [] };
  const { passed, skipped, failed } = known;
  const isSilentFailure = failed.length === 0 && (status !== 0 || passed === 0);
  const total = { ...known, failed: isSilentFailure ? [`${name}: exit code ${status}`] : failed };
  console.log(`${name}: ${passed} passed, ${total.failed.length} failed, ${skipped} skipped\n`);
  return total;
}

async function runVitest(folder: string): Promise<Count> {
  const file = path.join(folder, 'vitest.json');
  const status = await run(folder, 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted('Unit, backend and component tests', status, readVitest(file));
}

/** Tests that Electron cannot run here are counted and not begun: each would take a folder and a turn. */
async function runPlaywright(folder: string): Promise<Count> {
  const file = path.join(folder, 'playwright.json');
  const canRunElectron = electronBinary() !== null && hasDisplay();
  const projects = canRunElectron ? [] : ['--project=chromium'];
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json', ...projects];
  const status = await run(folder, 'playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const count = readPlaywright(file);
  if (count === null || canRunElectron) return counted('End-to-end tests', status, count);
  const onElectron = count.took.filter((test) => !notOnElectron.test(test.file)).length;
  return counted('End-to-end tests', status, { ...count, skipped: count.skipped + onElectron });
}

function runChecks(): Count {
  const failed = check();
  return counted('Checks', failed.length, {
    passed: numberOfChecks - failed.length,
    failed,
    skipped: 0,
    unsteady: [],
    took: [],
  });
}

/** All checks and tests; the exit code. The last lines name what failed, the very last is the sum over all runners. */
export async function runTests(): Promise<number> {
  const missing = missingPackages();
  if (missing.length > 0) {
    console.error(`The tests need ${missing.join(', ')}. On Debian and Ubuntu:\n  ${installLine(missing)}`);
    console.log('0 passed, 1 failed');
    return 1;
  }
  if (electronBinary() === null)
    console.log('Electron: skipped, its binary is not installed (npm run electron:install)');
  await buildIfNeeded();
  const counts = [runChecks()];
  const folder = mkdtempSync(path.join(process.env['TMPDIR'] ?? fastFolder(), 'rapport-tests-'));
  try {
    for (const runner of [runVitest, runPlaywright]) counts.push(await runner(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (endedBy !== null) process.kill(process.pid, endedBy);
  const failed = counts.flatMap((count) => count.failed);
  const took = counts.flatMap((count) => count.took);
  console.log(`Slowest: ${slowest(took, 10)}`);
  for (const name of counts.flatMap((count) => count.unsteady)) console.log(`PASSED ONLY WHEN RUN AGAIN ${name}`);
  for (const name of failed) console.log(`FAILED ${name}`);
  console.log(`${counts.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}
