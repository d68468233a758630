import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 } from 'uuid';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import { openTestStorage } from '../../db/testing.ts';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';
import { type Proven, unmet } from '../report.ts';
import { fillMarked, type MarkedClient } from './fill-marked.ts';
import { formCount, type Hit, hitsIn, marked, plant } from './marker.ts';

// The real program on its Chromium: one client whose every text is marked is looked at, deleted, and erased for ever; after
// each step every file that the program has is searched.

interface Searched {
  readonly database: number;
  readonly backups: number;
  readonly profile: number;
  readonly logs: number;
  readonly other: number;
}

function placeOf(file: string): keyof Searched {
  if (/(^|\/)backups\//.test(file)) return 'backups';
  if (/^data\/.*\.db/.test(file)) return 'database';
  if (/\/chromium\//.test(file)) return 'profile';
  return /\/logs\//.test(file) ? 'logs' : 'other';
}

function countsOf(hits: readonly Hit[]): Searched {
  const times = { database: 0, backups: 0, profile: 0, logs: 0, other: 0 };
  for (const hit of hits) times[placeOf(hit.file)] += hit.times;
  return times;
}

const sumOf = (searched: Searched) => Object.values(searched).reduce((sum, times) => sum + times, 0);

/** All that the program made; what a test noted down about it is not its own. */
function searched(app: Program): readonly Hit[] {
  return hitsIn(app.folder, (file) => !file.startsWith(path.join(app.folder, 'desk')));
}

async function fill(app: Program): Promise<MarkedClient> {
  const storage = openTestStorage(path.join(app.dataFolder, 'rapport.db'));
  try {
    return await fillMarked(storage);
  } finally {
    await storage.close();
  }
}

/** As a partner would: the page of the client, a note, a search for its words. */
async function lookAt(app: Program): Promise<void> {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  const name = marked('client.name');
  await page.getByRole('article', { name }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(marked('sought'));
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
}

export interface Erased {
  readonly before: Searched;
  readonly inTrash: Searched;
  /** While the program still runs. */
  readonly running: Searched;
  readonly copiesListed: number;
  readonly rewritten: number;
  readonly ended: Searched;
  readonly left: readonly Hit[];
}

export async function eraseMarked(app: Program): Promise<Erased> {
  const { clientId } = await fill(app);
  await app.start();
  await app.call('settings.finishFirstRun', {
    commandId: v4(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await app.restart();
  await lookAt(app);
  await app.call('safety.backUpNow', {});
  const before = countsOf(searched(app));
  await app.call('clients.delete', { commandId: v4(), clientId });
  const inTrash = countsOf(searched(app));
  const { erasureId } = await app.call('erasing.eraseClient', {
    commandId: v4(),
    clientId,
    typedName: marked('client.name'),
    why: 'Asked for by law',
  });
  const running = countsOf(searched(app));
  const { copies } = await app.call('erasing.copies', { erasureId });
  const { rewritten } = await app.call('erasing.rewriteCopies', { erasureId });
  await app.close();
  const left = searched(app);
  return { before, inTrash, running, copiesListed: copies.length, rewritten, ended: countsOf(left), left };
}

/** Every form of the marker, beside what each kind of file holds: how many of them are found there. */
function plantedIn(app: Program): Readonly<Record<string, number>> {
  const places = {
    database: path.join(app.dataFolder, 'planted.db'),
    profile: path.join(app.folder, 'config/Rapport/chromium/planted'),
    logs: path.join(app.folder, 'config/Rapport/logs/planted.log'),
  };
  for (const file of Object.values(places)) {
    mkdirSync(path.dirname(file), { recursive: true });
    plant(file);
  }
  const found = searched(app);
  const formsIn = (file: string) => found.filter((hit) => path.join(app.folder, hit.file) === file).length;
  return Object.fromEntries(
    Object.entries(places).map(([place, file]) => [
      place,
      placeOf(path.relative(app.folder, file)) === place ? formsIn(file) : 0,
    ]),
  );
}

export async function secErase(): Promise<Proven> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-erase-'));
  const app = new Program(folder, defaultOptions);
  try {
    const { left, ...erased } = await eraseMarked(app);
    for (const hit of left) console.error(JSON.stringify(hit));
    const planted = plantedIn(app);
    const { backups, ...beside } = erased.running;
    return {
      figures: { ...erased, planted, forms: formCount },
      short: unmet({
        'something is left': sumOf(erased.ended) === 0,
        'something is left beside the backups while the program runs': sumOf({ ...beside, backups: 0 }) === 0,
        'no copy is listed': erased.copiesListed > 0,
        'a copy is not rewritten': erased.rewritten === erased.copiesListed,
        'control: nothing is found before, in the trash or in the backups':
          erased.before.database > 0 && erased.inTrash.database > 0 && backups > 0,
        'control: a planted form is not found': Object.values(planted).every((forms) => forms === formCount),
      }),
    };
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
