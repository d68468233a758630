import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Proven, unmet } from '../../report.ts';
import { quickPlace } from '../quick-place.ts';
import { randomFrom } from '../random.ts';
import { fileOf } from '../real-backend.ts';
import { makeScene } from '../scene.ts';
import { type Script, scriptNames, secondOf, wholeOf } from './acts.ts';
import { keepData, mountSmall, remount } from './disks.ts';
import { type Call, type Fault, fileCalls, isFileCall, systemCalls } from './fault.ts';
import { type Faults, isFaultless, judge, type Run, type Shapes, shapesIn } from './judge.ts';
import { canInject, countCalls, type Counts, runScript, type ScriptOptions } from './run-script.ts';

/** A scene that every run begins with, and what the acts leave behind on a sound disk. */
export interface Ground {
  readonly root: string;
  readonly shapes: Shapes;
  /** What each script leaves on a sound disk. */
  readonly sound: Readonly<Record<Script, Run>>;
}

export async function makeGround(): Promise<Ground> {
  const root = mkdtempSync(path.join(quickPlace, 'rapport-io-'));
  const scene = path.join(root, 'scene');
  await makeScene(scene);
  for (const place of [wholeOf(scene), secondOf(scene)]) mkdirSync(place);
  const soundly = async (script: Script) => {
    const run = await runScript(copyOf(root, `sound-${script}`), { script });
    cpSync(run.folder, untouchedOf(run), { recursive: true });
    return run;
  };
  const sound = { work: await soundly('work'), files: await soundly('files') };
  const shapes = shapesIn(sound.work.folder);
  for (const [script, run] of Object.entries(sound)) {
    const { faults, refused } = await judged(script, run, shapes);
    if (!isFaultless(faults) || refused > 0)
      throw new Error(`${script} does not pass on a sound disk: ${JSON.stringify(faults)}, ${refused} refused`);
  }
  return { root, shapes, sound };
}

const untouchedOf = ({ folder }: Run) => `${folder}.untouched`;

/** As the script left it, in its own place: where the second folder is, it knows by the whole path. */
export function putBack(run: Run): void {
  rmSync(run.folder, { recursive: true, force: true });
  cpSync(untouchedOf(run), run.folder, { recursive: true });
}

function copyOf(root: string, name: string): string {
  const folder = path.join(root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, 'scene'), folder, { recursive: true });
  return folder;
}

export interface Judged {
  readonly what: string;
  /** Which of the script's calls was to fail; none on a disk that fails as a whole. */
  readonly call?: string;
  readonly isMet: boolean;
  readonly faults: Faults;
  readonly saved: number;
  readonly refused: number;
}

export async function judged(what: string, run: Run, shapes: Shapes): Promise<Judged> {
  const faults = await judge(run, shapes);
  const saved = run.told.filter(({ ok }) => ok).length;
  return { what, isMet: run.isMet, faults, saved, refused: run.told.length - saved };
}

export interface Trial {
  readonly script: Script;
  readonly fault: Fault;
}

/** `lane`: others may be at it beside this one. */
export async function underFault(
  { root, shapes }: Ground,
  { script, fault }: Trial,
  { kind = 'true', lane = 0 }: Pick<ScriptOptions, 'kind'> & { readonly lane?: number } = {},
): Promise<Judged> {
  const folder = copyOf(root, `faulty-${lane}`);
  const run = await runScript(folder, { script, fault, kind });
  const { call, error, when } = fault;
  return { ...(await judged(`${script}: ${call} ${error} ${when}`, run, shapes)), call: `${script}: ${call}` };
}

/** Null where no disk may be mounted. */
export async function onFullDisk({ root, shapes }: Ground): Promise<Judged | null> {
  const folder = copyOf(root, 'small');
  const unmount = mountSmall(folder, '2m');
  if (unmount === null) return null;
  const run = await runScript(folder, { disk: 'full' });
  keepData(folder, unmount);
  return judged('a full disk of 2 MB', run, shapes);
}

/** The folder can only be read, then written to again; null where no disk may be mounted. */
export async function onReadOnlyDisk({ root, shapes }: Ground): Promise<Judged | null> {
  const folder = copyOf(root, 'read-only');
  const unmount = mountSmall(folder, '64m');
  if (unmount === null) return null;
  const before = digestOfFile(folder);
  remount(folder, 'ro');
  const run = await runScript(folder);
  const isUntouched = digestOfFile(folder) === before;
  remount(folder, 'rw');
  const again = await runScript(folder);
  keepData(folder, unmount);
  const { faults, ...found } = await judged(
    'a folder that can only be read',
    { ...again, told: [...run.told.filter(({ ok }) => !ok), ...again.told] },
    shapes,
  );
  const falselySaved = [
    ...faults.falselySaved,
    ...run.told.filter(({ ok, name }) => ok && name !== 'transfer.export').map(({ act }) => act),
  ];
  const half = [...faults.half, ...(isUntouched ? [] : ['the file was touched'])];
  return { ...found, faults: { ...faults, falselySaved, half, crashes: faults.crashes + (run.isEnded ? 0 : 1) } };
}

function digestOfFile(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(fileOf(folder)))
    .digest('hex');
}

/** Every call that is made, how it fails chosen by the seed: once, for a while, from then on, or again and again. */
export function faultsFor(counts: Counts, random: () => number): readonly Fault[] {
  const one = <Each>(all: readonly [Each, ...Each[]]): Each => all[Math.floor(random() * all.length)] ?? all[0];
  return [...counts].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index) => {
      const n = index + 1;
      const when = one([`${n}`, `${n}..${n + 3}`, `${n}+`, `${n}+${2 + Math.floor(random() * 9)}`]);
      return call === 'write'
        ? { call, error: one(['EIO', 'ENOSPC', 'short'] as const), when }
        : { call, error: one(['EIO', 'ENOSPC'] as const), when };
    }),
  );
}

export function picked<Each>(all: readonly Each[], count: number, random: () => number): readonly Each[] {
  return all
    .map((each) => [random(), each] as const)
    .toSorted(([one], [other]) => one - other)
    .slice(0, count)
    .map(([, each]) => each);
}

/** Calls of the system through all the work; calls by which files are made, and again all but the pages, through all the files. */
async function trialsOf({ root }: Ground, random: () => number) {
  const counted = async (script: Script, isMeant: (call: Call) => boolean) => {
    const counts = [...(await countCalls(copyOf(root, `counted-${script}`), script))];
    return new Map(counts.filter(([call]) => isMeant(call)));
  };
  const calls = {
    work: await counted('work', (call) => !isFileCall(call)),
    files: await counted('files', (call) => call !== 'pwrite64'),
  } as const;
  const trials = scriptNames.flatMap((script) =>
    faultsFor(calls[script], random).map((fault): Trial => ({ script, fault })),
  );
  return { trials, calls: { work: Object.fromEntries(calls.work), files: Object.fromEntries(calls.files) } };
}

/** As many beside each other as there are processors, and no new one after so many minutes. */
async function allUnderFault(ground: Ground, trials: readonly Trial[], minutes: number): Promise<readonly Judged[]> {
  const end = performance.now() + minutes * 60_000;
  const done: Judged[] = [];
  const rest = trials.values();
  const lanes = Array.from({ length: availableParallelism() }, async (_, lane) => {
    for (const trial of rest) {
      done.push(report(await underFault(ground, trial, { lane })));
      if (performance.now() > end) return;
    }
  });
  await Promise.all(lanes);
  return done;
}

/** A program that says "saved" whatever the disk says. */
export const controls: readonly Trial[] = [
  { script: 'work', fault: { call: 'pwrite64', error: 'EIO', when: '40+' } },
  { script: 'files', fault: { call: 'write', error: 'ENOSPC', when: '1+' } },
];

export async function chaosIo(): Promise<Proven> {
  const seed = Number(process.env['SEED'] ?? 20261126);
  if (!canInject()) return { figures: {}, short: ['skipped: strace may not follow a process here'] };
  const random = randomFrom(seed);
  const ground = await makeGround();
  try {
    const { trials, calls } = await trialsOf(ground, random);
    const rounds = Number(process.env['ROUNDS'] ?? trials.length);
    const minutes = Number(process.env['MINUTES'] ?? 220);
    const done = await allUnderFault(ground, picked(trials, rounds, random), minutes);
    const [small, readOnly] = [await onFullDisk(ground), await onReadOnlyDisk(ground)];
    const disks = [small, readOnly].filter((disk) => disk !== null).map(report);
    const swallowing: Judged[] = [];
    for (const control of controls) swallowing.push(await underFault(ground, control, { kind: 'swallowing' }));
    const missed = missedIn(done);
    const failed = [...done, ...disks].filter(({ faults }) => !isFaultless(faults));
    return {
      figures: {
        seed,
        calls,
        swept: done.length,
        of: trials.length,
        missed: Object.fromEntries(missed.map(({ call, count }) => [call, count])),
        smallDisk: small === null ? 'skipped: no mount' : 'done',
        readOnly: readOnly === null ? 'skipped: no mount' : 'done',
        ...figuresOf([...done, ...disks]),
        failed: failed.length,
        control: figuresOf(swallowing),
      },
      short: [
        ...failed.map(({ what }) => what),
        ...unmet({
          [`${done.length} of ${trials.length} faults were tried`]: done.length === trials.length,
          'a call is never made': [...fileCalls, ...systemCalls].every((call) =>
            Object.hasOwn({ ...calls.work, ...calls.files }, call),
          ),
          // Threads do not divide their work alike each time.
          'many faults met no call': missed.every(({ count, of }) => count <= of / 10),
          'control: a program that swallows errors is caught': swallowing.every(
            ({ faults }) => faults.falselySaved.length > 0,
          ),
          'no small disk may be mounted here': small !== null,
          'no disk that can only be read may be mounted here': readOnly !== null,
        }),
      ],
    };
  } finally {
    rmSync(ground.root, { recursive: true, force: true });
  }
}

/** How many faults met no call, for each call of each script. */
function missedIn(done: readonly Judged[]) {
  return [...Map.groupBy(done, ({ call = '' }) => call)].map(([call, trials]) => ({
    call,
    count: trials.filter(({ isMet }) => !isMet).length,
    of: trials.length,
  }));
}

function report(done: Judged): Judged {
  if (!isFaultless(done.faults)) console.error(JSON.stringify(done));
  return done;
}

function figuresOf(done: readonly Judged[]) {
  const sum = (value: (each: Judged) => number) => done.reduce((all, each) => all + value(each), 0);
  return {
    saved: sum(({ saved }) => saved),
    refused: sum(({ refused }) => refused),
    crashes: sum(({ faults }) => faults.crashes),
    falselySaved: sum(({ faults }) => faults.falselySaved.length),
    wordless: sum(({ faults }) => faults.wordless.length),
    halfApplied: sum(({ faults }) => faults.half.length),
    notOpening: sum(({ faults }) => (faults.isOpen ? 0 : 1)),
  };
}
