import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronBinary } from '../electron/launcher/electron-binary.ts';
import { buildIfNeeded, root } from '../electron/launcher/build.ts';
import { check, numberOfChecks } from './check.ts';
import { installLine, missingPackages } from './machine.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function numberAt(report: unknown, ...keys: readonly string[]): number {
  let value = report;
  for (const key of keys) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof value === 'number' ? value : 0;
}

/** Runs a test runner with its lines on the terminal; its report is read, not its exit code alone. */
function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): number {
  const { status } = spawnSync(path.join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that failed without naming a failed test (a broken file, no tests at all) counts as one failure. */
function counted(name: string, status: number, count: Count): Count {
  const isSilentFailure = count.failed === 0 && (status !== 0 || count.passed === 0);
  const total = isSilentFailure ? { ...count, failed: 1 } : count;
  console.log(`${name}: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total;
}

function runVitest(folder: string): Count {
  const file = path.join(folder, 'vitest.json');
  const status = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport(file);
  return counted('Unit, backend and component tests', status, {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  });
}

function runPlaywright(folder: string): Count {
  const file = path.join(folder, 'playwright.json');
  const status = run('playwright', ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const report = readReport(file);
  return counted('End-to-end tests', status, {
    passed: numberAt(report, 'stats', 'expected'),
    failed: numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky'),
    skipped: numberAt(report, 'stats', 'skipped'),
  });
}

function runChecks(): Count {
  const failed = check();
  return counted('Checks', failed, { passed: numberOfChecks - failed, failed, skipped: 0 });
}

/** All checks and tests; the exit code. The last line is the sum over all runners. */
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
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-tests-'));
  const counts = [runChecks(), runVitest(folder), runPlaywright(folder)];
  rmSync(folder, { recursive: true, force: true });
  const sum = (part: keyof Count): number => counts.reduce((total, count) => total + count[part], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
