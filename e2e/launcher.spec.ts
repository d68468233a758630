import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
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
const devFile = path.join(root, 'electron/launcher/dev.mjs');

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

test('Electron ends with the launcher', async ({ idle }) => {
  const file = path.join(idle.folder, 'electron');
  writeFileSync(file, `#!/bin/sh\ntrap 'echo ended; exit 7' TERM\necho opened\nwhile :; do sleep 0.1; done\n`);
  chmodSync(file, 0o755);
  const environment = { ...idle.environment, ELECTRON_OVERRIDE_DIST_PATH: idle.folder, DISPLAY: ':99' };
  const launcher = spawn(process.execPath, [startFile], { env: environment });
  let output = '';
  launcher.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await expect.poll(() => output).toContain('opened');
  launcher.kill('SIGTERM');
  expect(await once(launcher, 'exit')).toEqual([7, null]);
  expect(output).toContain('ended');
});

test.describe('what goes wrong is said in a sentence', () => {
  test('a picture that cannot be saved', ({ idle }) => {
    const { code, words } = run(idle.environment, startFile, '--headless', '--picture', '/nonexistent/first.png');
    expect(words).toMatch(/^The picture was not saved\. .*\/nonexistent\/first\.png.*\n$/);
    expect(code).toBe(1);
  });

  test('a folder of its own that is a file', ({ idle }) => {
    const file = path.join(idle.folder, 'file');
    writeFileSync(file, '');
    const { code, words } = run({ ...idle.environment, XDG_CONFIG_HOME: file }, startFile, '--headless');
    expect(words).toMatch(/^Rapport cannot use its own folder .*\n$/);
    expect(code).not.toBe(0);
  });

  test('a display that is not there', ({ idle }) => {
    const { code, words } = run({ ...idle.environment, DISPLAY: ':7654' }, runFile, idle.mainFile);
    expect(words).toMatch(/^Chromium did not start\. .*\n$/);
    expect(code).not.toBe(0);
  });

  test('hot reload without a display', ({ idle }) => {
    const { code, words } = run(without(idle.environment, 'DISPLAY', 'WAYLAND_DISPLAY'), devFile);
    expect(words).toMatch(/^There is no display here/);
    expect(code).toBe(1);
  });

  test('hot reload on a port that is taken', async ({ idle }) => {
    const other = createServer().listen(5173, '127.0.0.1');
    // Somebody else may hold it already: all the better.
    await once(other, 'listening').catch(() => undefined);
    try {
      const { code, words } = run({ ...idle.environment, DISPLAY: ':99' }, devFile);
      expect(words).toMatch(/^Vite cannot serve the pages\. .*5173.*\n$/);
      expect(code).toBe(1);
    } finally {
      other.close();
    }
  });
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

/** An older Node, on another system: what the entries read of it. */
function oldNode(platform: NodeJS.Platform): string {
  return `data:text/javascript,for(const [name,value] of Object.entries({versions:{node:'20.19.2'},platform:'${platform}'}))Object.defineProperty(process,name,{value})`;
}

test('an old Node is told so before anything is loaded', ({ idle }) => {
  const launcher = ['start', 'build', 'dev', 'run'].map((name) => `electron/launcher/${name}.mjs`);
  for (const entry of [...launcher, 'e2e/check.mjs', 'e2e/run-tests.mjs', 'e2e/shell/inspect.mjs']) {
    for (const [platform, advice] of [
      ['linux', 'Start it through npm'],
      ['darwin', 'Install it'],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, ['--import', oldNode(platform), path.join(root, entry)], {
        env: idle.environment,
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stderr).toContain(`Rapport needs Node 22.18 or newer; this is Node 20.19.2.\n${advice}`);
    }
  }
});

test('the smoke run proves the runtime', ({ idle }) => {
  const { code, output, words } = run(
    { ...idle.environment, TMPDIR: idle.folder },
    runFile,
    idle.mainFile,
    '--headless',
    '--smoke',
  );
  expect(words).toBe('');
  expect(JSON.parse(output)).toMatchObject({ ok: true });
  expect(code).toBe(0);
  expect(readdirSync(idle.folder).filter((name) => name.startsWith('rapport-smoke-'))).toEqual([]);
});
