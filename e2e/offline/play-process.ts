import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tryInMain } from './controls.ts';
import { doorsOfPrograms } from './programs.ts';
import { networkInterfaces } from './namespace.ts';
import type { Watched } from './play.ts';
import { readTraffic } from './traffic.ts';

// Runs inside of the namespace: plays tests, and looks all the while at what waits for others there. At the end it talks
// itself, which the kernel must have counted.

const [file = '', ...args] = process.argv.slice(2);
const pause = 500;

const tests = spawn(
  process.execPath,
  [createRequire(import.meta.url).resolve('@playwright/test/cli'), 'test', ...args],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const began = Date.now();
const doors = new Set<string>();
const programs = new Set<number>();
let looks = 0;
const watching = setInterval(() => {
  looks += 1;
  for (const { pid, open } of doorsOfPrograms(process.pid)) {
    programs.add(pid);
    for (const door of open) doors.add(door);
  }
}, pause);
const [code] = await once(tests, 'exit');
clearInterval(watching);
const seconds = Math.round((Date.now() - began) / 1000);
const traffic = readTraffic();
await tryInMain();
const watched: Watched = {
  seconds,
  looks,
  programs: programs.size,
  doors: [...doors],
  traffic,
  trafficOfControl: readTraffic(),
  interfaces: networkInterfaces(),
};
writeFileSync(file, JSON.stringify(watched));
process.exitCode = code ?? 1;
