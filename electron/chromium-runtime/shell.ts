import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Shell } from 'electron';
import { runtimeOptions } from './runtime-options.ts';
import { noteOnDesk } from './test-desk.ts';

const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'xdg-open',
  darwin: 'open',
  win32: 'explorer',
};

function openOutside(address: string): void {
  const { desk } = runtimeOptions();
  if (desk !== null) {
    noteOnDesk(desk, { opened: address });
    return;
  }
  const opener = openers[process.platform] ?? 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => console.error(`Nothing here can open ${address} (${opener} is missing)`));
  child.unref();
}

export const shell = {
  openExternal: async (address) => openOutside(address),
  showItemInFolder: (file) => openOutside(path.dirname(file)),
} satisfies Pick<Shell, 'openExternal' | 'showItemInFolder'>;
