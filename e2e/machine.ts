import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../electron/chromium-runtime/chromium.ts';

/** What npm cannot bring: a Debian package each, known by a program of it. */
const tools = [
  ['xvfb', 'Xvfb'],
  ['poppler-utils', 'pdftotext'],
  ['iproute2', 'ip'],
  ['libreoffice-writer-nogui', 'soffice'],
  ['python3-icalendar', 'icalendar'],
  ['strace', 'strace'],
] as const;

function isOnPath(program: string, folders: readonly string[]): boolean {
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** The packages that this machine lacks for the tests; the tools beside the browser are asked of Linux alone. */
export function missingPackages(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  chromium: string | null = findChromium(),
  platform: string = process.platform,
): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const lacking = platform === 'linux' ? tools.filter(([, program]) => !isOnPath(program, folders)) : [];
  return [...(chromium === null ? ['chromium'] : []), ...lacking.map(([name]) => name)];
}

export function installLine(packages: readonly string[]): string {
  return `sudo apt-get install -y ${packages.join(' ')}`;
}
