import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { doorsOfPrograms } from './programs.ts';
import { networkInterfaces } from './namespace.ts';
import type { Watched } from './play.ts';
import { readTraffic } from './traffic.ts';

// Runs inside of the namespace: plays tests, and looks all the while at what waits for others there.

const [file = '', ...args] = process.argv.slice(2);
const pause = 500;

const tests = spawn(
  process.execPath,
  [createRequire(import.meta.url).resolve('@playwright/test/cli'), 'test', ...args],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const doors = new Set<string>();
let looks = 0;
const watching = setInterval(() => {
  looks += 1;
  for (const door of doorsOfPrograms(process.pid)) doors.add(door);
}, pause);
const [code] = await once(tests, 'exit');
clearInterval(watching);
const watched: Watched = { looks, doors: [...doors], traffic: readTraffic(), interfaces: networkInterfaces() };
writeFileSync(file, JSON.stringify(watched));
process.exitCode = code ?? 1;
