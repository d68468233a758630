import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../electron/launcher/build.ts';
import { expect, test } from './app.ts';
import { runFile } from './program.ts';

interface Ended {
  readonly code: number | null;
  readonly words: string;
  readonly output: string;
}

const startFile = path.join(root, 'electron/launcher/start.mjs');

function run(environment: NodeJS.ProcessEnv, file: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    env: environment,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { code: status, words: stderr, output: stdout };
}

function without(environment: NodeJS.ProcessEnv, ...names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));
}

test('without a display it names the way without a window', ({ idle }) => {
  const environment = { ...idle.environment, ELECTRON_OVERRIDE_DIST_PATH: idle.folder };
  const { code, words } = run(without(environment, 'DISPLAY', 'WAYLAND_DISPLAY'), startFile);
  expect(code).toBe(1);
  expect(words).toContain('npm run electron:install');
  expect(words).toContain('npm start -- --headless --picture FILE.png');
});

test('without Chromium it names the line that installs it', ({ idle }) => {
  const { code, words } = run({ ...idle.environment, RAPPORT_CHROMIUM: '/nowhere' }, startFile, '--chromium');
  expect(code).toBe(1);
  expect(words).toContain('sudo apt-get install chromium');
});

test('start:electron without the binary says how to fetch it', ({ idle }) => {
  const { code, words } = run(
    { ...idle.environment, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' },
    startFile,
    '--electron',
  );
  expect(code).toBe(1);
  expect(words).toContain('npm run electron:install');
});

test('Electron is opened when its binary is there', ({ idle }) => {
  const distribution = path.join(idle.folder, 'electron');
  mkdirSync(distribution);
  writeFileSync(path.join(distribution, 'electron'), '#!/bin/sh\necho "opened with $@"\n');
  chmodSync(path.join(distribution, 'electron'), 0o755);
  const environment = { ...idle.environment, ELECTRON_OVERRIDE_DIST_PATH: distribution, DISPLAY: ':99' };
  const { code, output } = run(environment, startFile, '--sample');
  expect(code).toBe(0);
  expect(output).toMatch(new RegExp(`opened with .*${root} --sample`));
});

test('a switch it does not understand opens nothing', ({ idle }) => {
  for (const args of [['--data'], ['--data', '--sample'], ['--smaple']]) {
    const { code, words, output } = run(idle.environment, startFile, '--headless', ...args);
    expect(code).toBe(1);
    expect(words).toContain('It knows: --data, --picture, --sample');
    expect(output).toBe('');
  }
});

test('a picture of the first screen is saved without a window', ({ idle }) => {
  const picture = path.join(idle.folder, 'first.png');
  const { code, words } = run(idle.environment, startFile, '--headless', '--picture', picture);
  expect(words).toBe('');
  expect(code).toBe(0);
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
});

test('an old Node is told so before anything is loaded', ({ idle }) => {
  const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.2'}})`;
  const launcher = ['start', 'build', 'dev', 'run'].map((name) => `electron/launcher/${name}.mjs`);
  for (const entry of [...launcher, 'e2e/check.mjs', 'e2e/run-tests.mjs', 'e2e/shell/inspect.mjs']) {
    const { status, stderr } = spawnSync(process.execPath, ['--import', old, path.join(root, entry)], {
      env: idle.environment,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Rapport needs Node 22.18 or newer; this is Node 20.19.2');
  }
});

test('the smoke run proves the runtime', ({ idle }) => {
  const { code, output, words } = run(idle.environment, runFile, idle.mainFile, '--headless', '--smoke');
  expect(words).toBe('');
  expect(JSON.parse(output)).toMatchObject({ ok: true });
  expect(code).toBe(0);
});
