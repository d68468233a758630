import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { build, createServer } from 'vite';
import { readArguments } from './arguments.ts';
import { mainFile, root } from './build.ts';
import { firmV8 } from './firm-v8.ts';
import { needChromium, needDisplay, stop } from './needs.ts';

const host = '127.0.0.1';
const port = 5173;
const configurations = [
  'electron/vite.config.ts',
  'electron/vite.worker.config.ts',
  'electron/vite.note-worker.config.ts',
  'electron/vite.backup-worker.config.ts',
  'electron/vite.preload.config.ts',
];

function startProgram(server: string, args: readonly string[]): ChildProcess {
  const launcher = path.join(import.meta.dirname, 'run.mjs');
  return spawn(process.execPath, [...firmV8, launcher, mainFile, ...args], {
    stdio: 'inherit',
    env: { ...process.env, RAPPORT_DEV_SERVER: server },
  });
}

/** The Chromium runtime with hot reload of the renderer; a change of main or preload starts the program again. */
export async function develop(args: readonly string[]): Promise<void> {
  const read = readArguments(args, process.env, process.cwd());
  if ('problem' in read) stop(read.problem);
  needChromium();
  if (!read.isHeadless) needDisplay();
  const server = await createServer({
    configFile: path.join(root, 'renderer/vite.config.ts'),
    // The page has an https origin, from which only a socket to the loopback address may be opened without encryption.
    server: { host, port, strictPort: true, cors: false, ws: { protocol: 'ws', host, clientPort: port } },
  });
  await server
    .listen()
    .catch((problem: unknown) =>
      stop(`Vite cannot serve the pages. ${problem instanceof Error ? problem.message : ''}`),
    );
  const address = server.resolvedUrls?.local[0] ?? `http://${host}:${port}/`;
  let program: ChildProcess | null = null;
  let isRestarting = false;
  const run = (): void => {
    program = startProgram(address, read.forProgram);
    program.once('exit', (code) => {
      if (!isRestarting) process.exit(code ?? 1);
      isRestarting = false;
      run();
    });
  };
  for (const name of configurations) {
    const watcher = await build({ configFile: path.join(root, name), logLevel: 'warn', build: { watch: {} } });
    if (!('on' in watcher)) continue;
    await new Promise<void>((resolve) => {
      watcher.on('event', ({ code }) => {
        if (code !== 'END') return;
        if (program !== null && !isRestarting) {
          isRestarting = true;
          program.kill('SIGTERM');
        }
        resolve();
      });
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => program?.kill(signal));
  run();
}
