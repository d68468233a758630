import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askForFolder, askWhereToSave } from './system-dialog.ts';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);
const question = () => ({ title: 'Save', start: inFolder('Handoff.pdf') });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-dialog-'));
  mkdirSync(inFolder('bin'));
  vi.stubEnv('PATH', `${inFolder('bin')}:/usr/bin:/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A dialog in which somebody types these names, one after the other, and closes it then. */
function install(program: 'zenity' | 'kdialog', typed: readonly string[]): void {
  writeFileSync(inFolder('typed'), typed.map((name) => `${name}\n`).join(''));
  const script = `#!/bin/sh
cd "${folder}"; echo "$@" >> asked
head -n 1 typed; tail -n +2 typed > rest; mv rest typed
`;
  writeFileSync(inFolder(`bin/${program}`), script);
  chmodSync(inFolder(`bin/${program}`), 0o755);
}

const asked = () => readFileSync(inFolder('asked'), 'utf8').trim().split('\n');

describe.each(['zenity', 'kdialog'] as const)('where to save, asked by %s', (program) => {
  test('is the file that was chosen, as it was typed', async () => {
    install(program, [inFolder('Mine.txt'), inFolder('Mine')]);
    expect(await askWhereToSave(question())).toBe(inFolder('Mine.txt'));
    expect(await askWhereToSave(question())).toBe(inFolder('Mine'));
    expect(asked()[0]).toContain(inFolder('Handoff.pdf'));
  });
});

test('zenity is told to ask before it writes over a file', async () => {
  install('zenity', []);
  expect(await askWhereToSave(question())).toBe('');
  expect(asked()[0]).toContain('--confirm-overwrite');
});

test('a system without dialogs has no answer', async () => {
  vi.stubEnv('PATH', inFolder('bin'));
  expect(await askWhereToSave(question())).toBeNull();
  expect(await askForFolder(question())).toBeNull();
});
