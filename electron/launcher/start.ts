import { spawn } from 'node:child_process';
import { launchOnChromium } from '../chromium-runtime/launch.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { buildIfNeeded, mainFile, root } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { needChromium, needDisplay, stop } from './needs.ts';

function startElectron(binary: string, args: readonly string[]): void {
  // Chromium's sandbox does not work for root.
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [...forRoot, root, ...args], { stdio: 'inherit' });
  child.on('error', (problem) => stop(`Electron did not start: ${problem.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
  // All as SIGTERM: the terminal sends the same signal to Electron, too, and the second of a kind would kill it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'));
}

/** The binary of Electron, or null for the Chromium runtime; says what is missing before anything is built. */
function runtimeFor({ runtime, isHeadless }: Arguments): string | null {
  const binary = runtime === 'chromium' ? null : electronBinary();
  if (runtime === 'electron' && binary === null) {
    stop('The Electron binary is not installed. Fetch it with:\n  npm run electron:install');
  }
  if (runtime === 'any' && binary === null) {
    console.error(
      'Electron is not installed (npm run electron:install fetches it): the same program opens in Chromium instead.',
    );
  }
  if (binary === null) needChromium();
  if (!isHeadless) needDisplay();
  return binary;
}

/** Builds if needed and opens the program on the runtime that is there. */
export async function start(args: readonly string[]): Promise<void> {
  const read = readArguments(args, process.env, process.cwd());
  if ('problem' in read) stop(read.problem);
  const binary = runtimeFor(read);
  await buildIfNeeded();
  if (binary === null) await launchOnChromium(mainFile, read.forProgram);
  else startElectron(binary, read.forProgram);
}
