import { spawn } from 'node:child_process';
import { findChromium, hasDisplay } from '../chromium-runtime/chromium.ts';
import { launchOnChromium } from '../chromium-runtime/launch.ts';
import { buildIfNeeded, mainFile, root } from './build.ts';
import { electronBinary } from './electron-binary.ts';

const withoutWindow = 'npm start -- --headless --picture FILE.png';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function startElectron(binary: string, args: readonly string[]): void {
  if (!hasDisplay()) stop(`There is no display here. Save a picture of the first screen instead:\n  ${withoutWindow}`);
  // Chromium's sandbox does not work for root.
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [...forRoot, root, ...args], { stdio: 'inherit' });
  child.on('error', (problem) => stop(`Electron did not start: ${problem.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function startChromium(args: readonly string[]): Promise<void> {
  if (findChromium() === null) {
    stop(
      'Rapport needs Electron or an installed Chromium, Chrome or Edge. On Debian and Ubuntu:\n  sudo apt-get install chromium',
    );
  }
  if (!args.includes('--headless') && !hasDisplay()) {
    stop(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty). Save a picture of the first screen instead:\n' +
        `  ${withoutWindow}\nor give it a display of its own:\n  sudo apt-get install xvfb && xvfb-run npm start`,
    );
  }
  await launchOnChromium(mainFile, args);
}

function chosen(args: readonly string[]): 'electron' | 'chromium' | 'any' {
  if (args.includes('--electron')) return 'electron';
  // Electron has no way without a window; the Chromium runtime has.
  return args.includes('--chromium') || args.includes('--headless') ? 'chromium' : 'any';
}

/** Builds if needed and opens the program on the runtime that is there. */
export async function start(args: readonly string[]): Promise<void> {
  const runtime = chosen(args);
  const forProgram = args.filter((argument) => argument !== '--electron' && argument !== '--chromium');
  const binary = runtime === 'chromium' ? null : electronBinary();
  if (runtime === 'electron' && binary === null) {
    stop('The Electron binary is not installed. Fetch it with:\n  npm run electron:install');
  }
  await buildIfNeeded();
  if (binary !== null) {
    startElectron(binary, forProgram);
    return;
  }
  if (runtime === 'any') {
    console.error(
      'Electron is not installed (npm run electron:install fetches it): opening in Chromium, the same program.',
    );
  }
  await startChromium(forProgram);
}
