import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listBackups } from '../../../db/backup.ts';
import { firmV8 } from '../../../electron/launcher/firm-v8.ts';
import { isSound } from '../../../db/verified-copy.ts';
import { newestVersion } from '../../../db/migrations/migrations.ts';
import { dataOf, exportsOf, fileOf, openReal } from '../real-backend.ts';
import { makeScene } from '../scene.ts';
import { makeOldFile, versionIn, wordsIn } from './old-file.ts';

// The backend is killed in the middle of a piece of work and started again on what it left.

export const works = ['migration', 'backup', 'restore', 'export'] as const;
export type Work = (typeof works)[number];

export interface KilledAtWork {
  readonly work: Work;
  /** It was still at it. */
  readonly isAmid: boolean;
  readonly reopenMs: number;
  /** What should be there and is not, or is there and should not be. */
  readonly wrong: readonly string[];
}

const program = path.join(import.meta.dirname, 'work-process.ts');
const oldSize = { clients: 12, notesOfEach: 120 } as const;

/** What the work begins with. */
async function setUp(folder: string, work: Work, version: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (work === 'migration') return makeOldFile(dataOf(folder), version, oldSize);
  await makeScene(folder);
  if (work === 'restore') writeFileSync(fileOf(folder), 'not a file of ours any more, and kept all the same');
}

interface Working {
  readonly child: ChildProcess;
  readonly said: string[];
  /** The last that it wrote before it ended. */
  readonly complaint: () => string;
  /** It is over, and all that it said is here. */
  readonly closed: Promise<unknown>;
}

function begin(folder: string, work: Work): Working {
  const child = spawn(process.execPath, [...firmV8, program, folder, work], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  let rest = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-400);
  });
  return { child, said, complaint: () => complaint, closed: once(child, 'close') };
}

const longestWaitMs = 120_000;

async function until({ child, complaint, closed }: Working, what: string, isSo: () => boolean): Promise<void> {
  const end = performance.now() + longestWaitMs;
  while (!isSo()) {
    if (hasEnded(child)) await closed;
    if (isSo()) return;
    if (hasEnded(child)) throw new Error(`the work ended by itself before ${what}: ${endOf(child)} ${complaint()}`);
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await wait(1);
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
const endOf = ({ exitCode, signalCode }: ChildProcess) => signalCode ?? `exit code ${exitCode}`;

function says(working: Working, word: string): Promise<void> {
  return until(working, `"${word}"`, () => working.said.includes(word));
}

/** How it ended when that was not our doing; null when it was, or when its work was done. */
async function kill({ child, said, complaint, closed }: Working): Promise<string | null> {
  if (!hasEnded(child)) child.kill('SIGKILL');
  await closed;
  const isKilled = child.signalCode === 'SIGKILL';
  const isDone = child.exitCode === 0 && said.includes('done');
  return isKilled || isDone ? null : `ended by itself: ${endOf(child)} ${complaint()}`.trim();
}

/** From the moment at which the work is really under way: a migration begins when the backup before it has its name. */
async function isUnderWay(folder: string, work: Work, working: Working): Promise<void> {
  await says(working, 'begun');
  if (work !== 'migration') return;
  await until(working, 'the backup', () => backupsIn(folder).length > 0 || working.said.includes('done'));
}

function backupsIn(folder: string) {
  return listBackups(path.join(dataOf(folder), 'backups'));
}

/** How long the work takes when nobody ends it. */
export async function lengthOf(root: string, work: Work): Promise<number> {
  const folder = path.join(root, `length-${work}`);
  await setUp(folder, work, 1);
  const working = begin(folder, work);
  try {
    await isUnderWay(folder, work, working);
    const started = performance.now();
    await says(working, 'done');
    return performance.now() - started;
  } finally {
    await kill(working);
  }
}

export interface KillAtWork {
  readonly work: Work;
  readonly random: () => number;
  readonly lengthMs: number;
  /** Ends the work in the place of the kill: a control lets it end by itself. */
  readonly strike?: (child: ChildProcess) => void;
  /** Done to what is left, before it is looked at: a control spoils it here. */
  readonly spoil?: (folder: string) => void;
}

export async function killAtWork(
  root: string,
  { work, random, lengthMs, strike, spoil }: KillAtWork,
): Promise<KilledAtWork> {
  const folder = path.join(root, `killed-${work}`);
  const version = 1 + Math.floor(random() * (newestVersion - 1));
  await setUp(folder, work, version);
  const before = work === 'restore' ? wordsOfBackup(folder) : wordsIn(folder);
  const working = begin(folder, work);
  const byItself = await isUnderWay(folder, work, working)
    .then(() => wait(random() * lengthMs))
    .then(() => strikeFirst(working, strike))
    .then(() => kill(working))
    .finally(() => kill(working));
  const isAmid = work === 'backup' || work === 'export' || !working.said.includes('done');
  const versionLeft = work === 'migration' ? versionIn(folder) : newestVersion;
  spoil?.(folder);
  const saved = working.said.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length));
  const started = performance.now();
  const wrong = await startAgain(folder, work);
  const reopenMs = performance.now() - started;
  return {
    work,
    isAmid,
    reopenMs,
    wrong: [
      ...(byItself === null ? [] : [byItself]),
      ...wrong,
      ...([version, newestVersion].includes(versionLeft) ? [] : [`half migrated: ${versionLeft}`]),
      ...wrongWith(folder, work, { before, saved }),
    ],
  };
}

async function strikeFirst({ child, closed }: Working, strike: KillAtWork['strike']): Promise<void> {
  if (strike === undefined) return;
  strike(child);
  await closed;
}

function wordsOfBackup(folder: string): readonly string[] {
  const [newest] = backupsIn(folder);
  const copy = path.join(folder, 'looked-at');
  mkdirSync(dataOf(copy), { recursive: true });
  cpSync(path.join(dataOf(folder), 'backups', newest?.name ?? ''), fileOf(copy));
  return wordsIn(copy);
}

/** As the partner does: where the restoring had not come to its end, it is asked for once more. */
async function startAgain(folder: string, work: Work): Promise<readonly string[]> {
  const real = await openReal(folder);
  try {
    const loaded = await real.reply('settings.load', {});
    if (loaded.ok) return [];
    if (work !== 'restore') return [`refused: ${loaded.code}`];
    const [newest] = backupsIn(folder);
    const restored = await real.reply('safety.restoreBackup', { name: newest?.name ?? '' });
    return restored.ok ? [] : [`not to be restored: ${restored.code}`];
  } finally {
    await real.backend.close();
  }
}

interface Expected {
  readonly before: readonly string[];
  readonly saved: readonly string[];
}

function wrongWith(folder: string, work: Work, { before, saved }: Expected): readonly string[] {
  const words = new Set(wordsIn(folder));
  const lost = before.filter((each) => !words.has(each)).map((each) => `lost: ${each.slice(0, 40)}`);
  const names = [...words].filter((each) => each.startsWith('client '));
  const lostSaved = saved.filter((name) => !names.some((each) => each.endsWith(` ${name}`)));
  return [
    ...lost,
    ...lostSaved.map((name) => `lost: ${name}`),
    ...(versionIn(folder) === newestVersion ? [] : ['not migrated']),
    ...backupsIn(folder)
      .filter(({ name, sha256 }) => !isSound(path.join(dataOf(folder), 'backups', name), sha256))
      .map(({ name }) => `no sound backup: ${name}`),
    ...(backupsIn(folder).length === 0 ? ['no backup'] : []),
    ...(work === 'restore' && !isBrokenKept(folder) ? ['the broken file is gone'] : []),
    ...(work === 'export' ? cutShort(folder) : []),
    ...readdirSync(dataOf(folder)).filter((name) => /restoring|being-checked/.test(name)),
  ];
}

function isBrokenKept(folder: string): boolean {
  return readdirSync(dataOf(folder)).some(
    (name) =>
      name.startsWith('rapport-set-aside') &&
      name.endsWith('.db') &&
      readFileSync(path.join(dataOf(folder), name), 'utf8').startsWith('not a file of ours'),
  );
}

/** Files under their own names that do not hold their whole note. */
function cutShort(folder: string): readonly string[] {
  if (!existsSync(exportsOf(folder))) return [];
  return readdirSync(exportsOf(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !path.basename(name).startsWith('.'))
    .filter((name) => !/note \d/.test(readFileSync(path.join(exportsOf(folder), name), 'utf8')))
    .map((name) => `cut short: ${name}`);
}
