import { mkdirSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from '../../electron/chromium-runtime/electron.ts';
import { launchOnChromium } from '../../electron/chromium-runtime/launch.ts';
import { processTree } from '../process-tree.ts';
import { openDoors, openPaths, type OpenDoor } from '../sockets.ts';
import { listenDuring, tryInMain, tryInPage } from './controls.ts';
import { openedPage, Session } from './session-acts.ts';
import { readTraffic } from './traffic.ts';
import type { SessionReport } from './session.ts';

// The built program on the Chromium runtime, in this very process and without any way in: a day of a partner, and then,
// after a word that the trace holds, all that must be noticed. One line of JSON tells what was seen from inside.

const [mainFile = '', folder = '', word = '', idle = '0'] = process.argv.slice(2);
const pause = 250;

const seen = new Map<string, OpenDoor>();
let looks = 0;

function look(): void {
  looks += 1;
  for (const door of [...openDoors(process.pid), ...openPaths(process.pid)])
    seen.set(`${door.protocol} ${door.address}`, door);
}

/** Nobody listens there; the attempt stands in the trace. */
async function say(): Promise<void> {
  const socket = connect(word);
  await once(socket, 'error');
}

process.env['XDG_CONFIG_HOME'] = path.join(folder, 'config');
process.env['HOME'] = path.join(folder, 'home');
process.env['RAPPORT_TEST_DESK'] = path.join(folder, 'desk');
for (const name of ['desk', 'home', 'exports', 'second', 'data'])
  mkdirSync(path.join(folder, name), { recursive: true });

await launchOnChromium(mainFile, ['--headless', '--data', path.join(folder, 'data')]);
const watching = setInterval(look, pause);
const page = await openedPage();
await new Session(page, folder).play();
look();
const looksOfDay = looks;
await wait(Number(idle) * 1000);
look();
const processes = processTree(process.pid).length;
clearInterval(watching);
const doors = [...seen.keys()];
const traffic = readTraffic();

await say();
const refusedInPage = await tryInPage(page);
await tryInMain();
const doorsOfControl = await listenDuring(() => openDoors(process.pid).map(({ protocol }) => protocol));
const report: SessionReport = {
  looks,
  idle: Number(idle),
  looksWhileIdle: looks - looksOfDay,
  processes,
  doors,
  traffic,
  control: { refusedInPage, doors: doorsOfControl, traffic: readTraffic() },
};
writeSync(1, `${JSON.stringify(report)}\n`);
app.exit(0);
