import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../electron/launcher/build.ts';
import { patience } from '../patience.ts';
import { mistakesOfMain, mistakesOnPage, type Mutation } from './mutations.ts';

export type Kind = 'shown' | 'not shown';

export interface Outcome {
  readonly code: number;
  readonly text: string;
  /** Null where the program was stopped before it could be asked. */
  readonly found: { readonly promises: readonly string[]; readonly broken: readonly string[] } | null;
}

const changeable: readonly string[] = ['main.js', 'preload.cjs'] satisfies readonly Mutation['file'][];

/** The built program, with main and preload of its own, which can be spoilt. */
export function copyOfBuild(folder: string, name: string): string {
  const copy = path.join(folder, name);
  const built = path.join(root, 'dist/electron');
  const own = path.join(copy, 'dist/electron');
  mkdirSync(own, { recursive: true });
  for (const file of readdirSync(built)) {
    if (changeable.includes(file)) cpSync(path.join(built, file), path.join(own, file));
    else symlinkSync(path.join(built, file), path.join(own, file));
  }
  symlinkSync(path.join(root, 'dist/renderer'), path.join(copy, 'dist/renderer'));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
  return copy;
}

/** Holds the promises of the shell against a copy, in a process of its own; without a browser those of main alone. */
export function inspectCopy(copy: string, kind: Kind): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const args = [path.join(root, 'e2e/shell/inspect.mjs'), path.join(copy, 'dist/electron/main.js'), copy, kind];
  const env = { ...process.env, LANG: 'en_US.UTF-8', HOME: copy };
  execFile(process.execPath, args, { env, timeout: patience.testTimeout - 10_000 }, (problem, stdout, stderr) => {
    const report = stdout.split('\n').find((line) => line.startsWith('{"promises"'));
    resolve({
      code: typeof problem?.code === 'number' ? problem.code : problem ? -1 : 0,
      text: `${stdout}${stderr}`,
      found: report === undefined ? null : JSON.parse(report),
    });
  });
  return promise;
}

/**
 * Mistakes that break one promise each, and not the same one, are made in one copy: what they break must be broken then and
 * nothing else, so that one which covers another up is seen. `SHELL_MISTAKES=each` makes every one alone.
 */
function together(mistakes: readonly Mutation[]): readonly (readonly Mutation[])[] {
  if (process.env['SHELL_MISTAKES'] === 'each') return mistakes.map((mistake) => [mistake]);
  const groups: Mutation[][] = [];
  for (const mistake of mistakes) {
    const [promise, ...more] = mistake.breaks;
    const isSingle = promise !== undefined && more.length === 0;
    const fits = (group: Mutation[]) => group.every(({ breaks }) => breaks.length === 1 && breaks[0] !== promise);
    const group = isSingle ? groups.find(fits) : undefined;
    if (group) group.push(mistake);
    else groups.push([mistake]);
  }
  return groups;
}

function spoil(copy: string, { mistake, file, from, to }: Mutation): void {
  const spoilt = path.join(copy, 'dist/electron', file);
  const built = readFileSync(spoilt, 'utf8');
  const changed = built.replace(from, () => to);
  if (changed === built) throw new Error(`${mistake}: the file is not changed`);
  writeFileSync(spoilt, changed);
}

export interface Mistakes {
  readonly kind: Kind;
  readonly mistakes: readonly Mutation[];
}

export const allMistakes: readonly Mistakes[] = [
  ...together(mistakesOnPage).map((mistakes) => ({ kind: 'shown', mistakes }) as const),
  ...together(mistakesOfMain).map((mistakes) => ({ kind: 'not shown', mistakes }) as const),
];

export const namesOf = ({ mistakes }: Mistakes): string => mistakes.map(({ mistake }) => mistake).join('; ');

/** Makes the mistakes in a copy of their own, and says what of them was not noticed, with all that the program said. */
export async function tryMistakes(
  folder: string,
  name: string,
  mistakes: Mistakes,
): Promise<{ readonly missed: readonly string[]; readonly text: string }> {
  const copy = copyOfBuild(folder, name);
  for (const mistake of mistakes.mistakes) spoil(copy, mistake);
  const outcome = await inspectCopy(copy, mistakes.kind);
  return { missed: unnoticed(mistakes, outcome), text: outcome.text };
}

/** What the program with these mistakes should have been found to break, and was not; or more than that. */
function unnoticed({ mistakes }: Mistakes, { code, text, found }: Outcome): readonly string[] {
  const refusals = mistakes.flatMap(({ refusal }) =>
    refusal === undefined || text.includes(refusal) ? [] : [refusal],
  );
  const wanted = mistakes.flatMap(({ breaks }) => breaks);
  const broken = found?.broken ?? [];
  return [
    ...refusals.map((words) => `was not stopped by “${words}”`),
    ...wanted.filter((promise) => !broken.includes(promise)).map((promise) => `is not seen to break “${promise}”`),
    ...broken.filter((promise) => !wanted.includes(promise)).map((promise) => `breaks “${promise}” as well`),
    ...(wanted.length === 0 && found !== null ? ['runs on'] : []),
    ...(code === 0 ? ['ends as if all were well'] : []),
  ];
}

/** The version and the fuses are no matter of a program that runs: they are looked at in its manifests and in the settings of the packaging. */
export const pointsElsewhere: readonly number[] = [16, 19];

/** The points of Electron's security checklist that are looked at while the program runs. */
export function pointsOf({ found }: Outcome): readonly number[] {
  const points = new Set(found?.promises.map((promise) => Number.parseInt(promise, 10)));
  return Array.from({ length: 20 }, (_, index) => index + 1).filter((point) => points.has(point));
}
