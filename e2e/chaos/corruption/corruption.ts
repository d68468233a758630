import { type Proven } from '../../report.ts';
import { randomFrom } from '../random.ts';
import { type Case, clear, isGood, leastSaved, playCase, playRestore, playTaken, playZeroed } from './cases.ts';
import { type Fared, fareCarelessly, fareTaken, salvagePlainly } from './controls.ts';
import { figuresOf } from './figures.ts';
import { type Ground, makeGround } from './ground.ts';
import { damages, takings } from './kinds.ts';

function told(played: Case): Case {
  if (!isGood(played)) console.error(JSON.stringify(played));
  return played;
}

/** Every kind once, with each way out of it. */
async function everyKind(ground: Ground, random: () => number): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const damage of damages) {
    cases.push(told(await playCase(ground, damage, random)));
    if (damage.leaves === 'pieces') cases.push(told(await playRestore(ground, damage, random)));
  }
  for (const taking of takings) cases.push(told(await playTaken(ground, taking)));
  return cases;
}

/** Every page zeroed by itself, or every so many. */
export async function sweepPages(ground: Ground, step: number, from = 1): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (let page = from; page <= ground.pages; page += step) {
    const played = await playZeroed(ground, page);
    if (!isGood(played)) console.error(`page ${page}`);
    cases.push(told(played));
  }
  return cases;
}

/** How a program without any check fares with each kind. */
export async function careless(ground: Ground, random: () => number): Promise<Readonly<Record<string, Fared>>> {
  const fared: Record<string, Fared> = {};
  for (const damage of damages) fared[damage.name] = await fareCarelessly(ground, damage, random);
  for (const taking of takings) fared[taking.name] = await fareTaken(ground, taking);
  return fared;
}

/** Least part that SQLite alone still gives when one of these pages is gone. */
export function plainSalvageLeast(ground: Ground, pages: number): number {
  const middle = Math.floor(ground.pages / 2);
  const shares = Array.from({ length: pages }, (_, index) =>
    salvagePlainly(ground, 2 + ((middle + index * 7) % middle)),
  );
  return Math.min(...shares.map(({ agency, history }) => Math.min(agency, history)));
}

/** `ROUNDS` of each kind, and every `STEP`th page. */
export async function chaosCorruption(): Promise<Proven> {
  const rounds = Number(process.env['ROUNDS'] ?? 10);
  const step = Number(process.env['STEP'] ?? 1);
  const random = randomFrom(Number(process.env['SEED'] ?? 1));
  const ground = await makeGround();
  try {
    const cases: Case[] = [];
    for (let round = 0; round < rounds; round += 1) cases.push(...(await everyKind(ground, random)));
    cases.push(...(await sweepPages(ground, step)));
    const fared = await careless(ground, random);
    const savedPlainly = plainSalvageLeast(ground, 10);
    const kinds = figuresOf(cases);
    const failed = Object.entries(kinds).flatMap(([kind, { failed: count }]) =>
      count > 0 ? [`${kind}: ${count}`] : [],
    );
    const uncaught = Object.entries(fared).flatMap(([kind, { caught }]) =>
      caught === 0 ? [`control not caught: ${kind}`] : [],
    );
    return {
      figures: {
        pages: ground.pages,
        step,
        cases: cases.length,
        kinds,
        control: { careless: fared, plainSalvageLeast: savedPlainly },
      },
      short: [...failed, ...uncaught, ...(savedPlainly < leastSaved ? [] : ['control not caught: plain salvage'])],
    };
  } finally {
    clear(ground);
  }
}
