import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Proven, unmet } from '../../report.ts';
import { randomFrom } from '../random.ts';
import { fileOf } from '../real-backend.ts';
import { makeScene } from '../scene.ts';
import {
  canInject,
  countCalls,
  type Fault,
  keepData,
  mountSmall,
  remount,
  runScript,
  type ScriptOptions,
} from './disks.ts';
import { type Faults, isFaultless, judge, type Run, type Shapes, shapesIn } from './judge.ts';

/** A scene that every run begins with, and what the acts leave behind on a sound disk. */
export interface Ground {
  readonly root: string;
  readonly shapes: Shapes;
}

export async function makeGround(): Promise<Ground> {
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-io-'));
  await makeScene(path.join(root, 'scene'));
  const sound = copyOf(root, 'sound');
  const { isEnded } = await runScript(sound);
  if (!isEnded) throw new Error('the script does not come to its end on a sound disk');
  return { root, shapes: shapesIn(sound) };
}

function copyOf(root: string, name: string): string {
  const folder = path.join(root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, 'scene'), folder, { recursive: true });
  return folder;
}

export interface Judged {
  readonly what: string;
  readonly faults: Faults;
  readonly saved: number;
  readonly refused: number;
}

export async function judged(what: string, run: Run, shapes: Shapes): Promise<Judged> {
  const faults = await judge(run, shapes);
  const saved = run.told.filter(({ ok }) => ok).length;
  return { what, faults, saved, refused: run.told.length - saved };
}

export async function underFault(
  { root, shapes }: Ground,
  fault: Fault,
  kind: ScriptOptions['kind'] = 'true',
): Promise<Judged> {
  const folder = copyOf(root, 'faulty');
  const run = await runScript(folder, { fault, kind });
  const { call, error, when } = fault;
  return judged(`${call} ${error} ${when}`, run, shapes);
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
export function faultsFor(counts: ReadonlyMap<string, number>, random: () => number): readonly Fault[] {
  return [...counts].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index) => {
      const n = index + 1;
      const shapes = [`${n}`, `${n}..${n + 3}`, `${n}+`, `${n}+${2 + Math.floor(random() * 9)}`];
      return {
        call,
        error: random() < 0.5 ? 'EIO' : 'ENOSPC',
        when: shapes[Math.floor(random() * shapes.length)] ?? `${n}`,
      } as const;
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

export async function chaosIo(): Promise<Proven> {
  const seed = Number(process.env['SEED'] ?? 20261126);
  const rounds = Number(process.env['ROUNDS'] ?? 160);
  if (!canInject()) return { figures: {}, short: ['skipped: strace may not follow a process here'] };
  const random = randomFrom(seed);
  const ground = await makeGround();
  try {
    const counts = await countCalls(copyOf(ground.root, 'counted'));
    const all = faultsFor(counts, random);
    // Pages are written by the thousand, and much alike; of what is rare nothing is left out.
    const isRare = ({ call }: Fault) => call !== 'pwrite64';
    const rare = all.filter(isRare);
    const pages = picked(
      all.filter((fault) => !isRare(fault)),
      rounds - rare.length,
      random,
    );
    const done: Judged[] = [];
    for (const fault of [...rare, ...pages]) done.push(report(await underFault(ground, fault)));
    const [small, readOnly] = [await onFullDisk(ground), await onReadOnlyDisk(ground)];
    const disks = [small, readOnly].filter((disk) => disk !== null).map(report);
    const control = await underFault(ground, { call: 'pwrite64', error: 'EIO', when: '40+' }, 'swallowing');
    const failed = [...done, ...disks].filter(({ faults }) => !isFaultless(faults));
    return {
      figures: {
        seed,
        calls: Object.fromEntries(counts),
        swept: done.length,
        of: all.length,
        smallDisk: small === null ? 'skipped: no mount' : 'done',
        readOnly: readOnly === null ? 'skipped: no mount' : 'done',
        ...figuresOf([...done, ...disks]),
        failed: failed.length,
        control: figuresOf([control]),
      },
      short: [
        ...failed.map(({ what }) => what),
        ...unmet({
          'control: a program that swallows errors is caught': control.faults.falselySaved.length > 0,
          'no small disk may be mounted here': small !== null,
          'no disk that can only be read may be mounted here': readOnly !== null,
        }),
      ],
    };
  } finally {
    rmSync(ground.root, { recursive: true, force: true });
  }
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
