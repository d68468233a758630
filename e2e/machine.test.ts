import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../electron/launcher/build.ts';
import { installLine, missingPackages } from './machine.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-machine-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('what the tests lack is named by its package', () => {
  const missing = (chromium: string | null) => missingPackages({ PATH: folder }, chromium, 'linux');
  expect(missing(null)).toEqual([
    'chromium',
    'xvfb',
    'poppler-utils',
    'iproute2',
    'libreoffice-writer-nogui',
    'python3-icalendar',
    'strace',
  ]);
  writeFileSync(path.join(folder, 'pdftotext'), '');
  expect(missing('/usr/bin/chromium')).toEqual([
    'xvfb',
    'iproute2',
    'libreoffice-writer-nogui',
    'python3-icalendar',
    'strace',
  ]);
  for (const program of ['Xvfb', 'ip', 'soffice', 'icalendar', 'strace']) writeFileSync(path.join(folder, program), '');
  expect(missing('/usr/bin/chromium')).toEqual([]);
  expect(missingPackages({}, null, 'darwin')).toEqual(['chromium']);
});

it.runIf(process.platform === 'linux')('the tests say so in one line, and fail before they run', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'e2e/run-tests.mjs')], {
    env: { PATH: folder, RAPPORT_CHROMIUM: '/nowhere' },
    encoding: 'utf8',
  });
  expect(stderr).toContain(
    installLine([
      'chromium',
      'xvfb',
      'poppler-utils',
      'iproute2',
      'libreoffice-writer-nogui',
      'python3-icalendar',
      'strace',
    ]),
  );
  expect(stdout).toBe('0 passed, 1 failed\n');
  expect(status).toBe(1);
});

it.each(['README.md', '.ci/run'])('%s names the same packages', (file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const name of missingPackages({}, null, 'linux')) expect(text).toContain(name);
});
