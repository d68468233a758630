import { randomFrom } from '../random.ts';
import { fileOf } from '../real-backend.ts';
import { type Case, clear, playCase, playHarmed, playRestore, playTaken } from './cases.ts';
import { openUnchecked, salvagePlainly } from './controls.ts';
import { copyOf, type Ground, makeGround } from './ground.ts';
import { damages, takings, zeroPage } from './kinds.ts';

/** Least part of the rows that is saved when one page is gone. */
export const leastSaved = 0.99;

export function isGood({ outcome, isKept, salvaged, isRestored }: Case): boolean {
  const isSaved = salvaged === null || Math.min(salvaged.agency, salvaged.history) >= leastSaved;
  return outcome !== 'wrong' && isKept && isSaved && isRestored !== false;
}

/** Every kind once, with each way out of it. */
export async function everyKind(ground: Ground, random: () => number): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const damage of damages) {
    cases.push(await playCase(ground, damage, random));
    if (damage.leaves === 'pieces') cases.push(await playRestore(ground, damage, random));
  }
  for (const taking of takings) cases.push(await playTaken(ground, taking));
  return cases;
}

/** Every page zeroed by itself, or every so many. */
export async function sweepPages(ground: Ground, step: number, from = 1): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (let page = from; page <= ground.pages; page += step) {
    const folder = copyOf(ground, 'case');
    zeroPage(folder, ground, page);
    const kind = `page ${page} zeroed`;
    cases.push(await playHarmed(ground, folder, { name: kind, leaves: 'pieces' }));
    if (!isGood(cases.at(-1) ?? missing)) console.error(`${fileOf(folder)}: ${JSON.stringify(cases.at(-1))}`);
  }
  return cases;
}

const missing: Case = { kind: '', outcome: 'wrong', isKept: false, salvaged: null, isRestored: null };

const flip = damages[0];

export async function controls(ground: Ground, rounds: number, random: () => number) {
  if (!flip) throw new Error('no damage');
  const middle = Math.floor(ground.pages / 2);
  const shares = Array.from({ length: rounds }, (_, index) =>
    salvagePlainly(ground, 2 + ((middle + index * 7) % middle)),
  );
  return {
    uncheckedWrongOpenings: await openUnchecked(ground, flip, rounds, random),
    plainSalvageLeast: Math.min(...shares.map(({ agency, history }) => Math.min(agency, history))),
  };
}

/** Prints one line of JSON; the exit code. `ROUNDS` of each kind, and every `STEP`th page. */
export async function chaosCorruption(): Promise<number> {
  const rounds = Number(process.env['ROUNDS'] ?? 10);
  const step = Number(process.env['STEP'] ?? 1);
  const random = randomFrom(Number(process.env['SEED'] ?? 1));
  const ground = await makeGround();
  try {
    const cases: Case[] = [];
    for (let round = 0; round < rounds; round += 1) cases.push(...(await everyKind(ground, random)));
    const swept = await sweepPages(ground, step);
    const failed = [...cases, ...swept].filter((each) => !isGood(each));
    for (const each of failed) console.error(JSON.stringify(each));
    const control = await controls(ground, Math.max(10, rounds), random);
    console.log(
      JSON.stringify({ ...figuresOf([...cases, ...swept]), pagesSwept: swept.length, ...savedOf(swept), control }),
    );
    const isCaught = control.uncheckedWrongOpenings > 0 && control.plainSalvageLeast < leastSaved;
    return failed.length === 0 && isCaught ? 0 : 1;
  } finally {
    clear(ground);
  }
}

function figuresOf(cases: readonly Case[]) {
  return {
    kinds: damages.length + takings.length,
    cases: cases.length,
    wrongOpenings: cases.filter(({ outcome }) => outcome === 'wrong').length,
    openedWhole: cases.filter(({ outcome }) => outcome === 'whole').length,
    brokenKept: cases.filter(({ isKept }) => isKept).length,
    restored: cases.filter(({ isRestored }) => isRestored === true).length,
  };
}

function savedOf(swept: readonly Case[]) {
  const shares = swept.flatMap(({ salvaged }) => salvaged ?? []);
  const [agency, history] = [shares.map((share) => share.agency), shares.map((share) => share.history)];
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  return {
    agencySaved: { least: Math.min(...agency), mean: mean(agency) },
    historySaved: { least: Math.min(...history), mean: mean(history) },
  };
}
