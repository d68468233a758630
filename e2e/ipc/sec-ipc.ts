import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded, root } from '../../electron/launcher/build.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Proven } from '../report.ts';
import { attackBackend } from './ground.ts';
import { hijackProgram, shortOfHijack } from './hijack.ts';
import type { Found } from './target.ts';
import { attackUnchecked } from './unchecked.ts';

const calls = Object.keys(contract).length;

/** The least of each family for `count` payloads a call, well below what it is as a rule: a family that fades is seen. */
function floorsFor(count: number): Readonly<Record<string, number>> {
  const ofEach = (share: number) => Math.floor(calls * count * share);
  return {
    whole: ofEach(0.07),
    field: ofEach(0.4),
    prototype: ofEach(0.03),
    huge: ofEach(0.015),
    foreign: calls * (count < 100 ? 1 : 6),
    replayed: calls,
    forged: calls * 10,
    unknown: 60,
  };
}

/** What an attack on all calls falls short of. */
export function shortOfAttack(found: Found, count: number): readonly string[] {
  const faded = Object.entries(floorsFor(count)).flatMap(([family, floor]) => {
    const tried = found.tried[family] ?? 0;
    return tried >= floor ? [] : [`${family}: ${tried} tried, not ${floor}`];
  });
  return [
    ...found.bad,
    ...(found.calls === calls ? [] : [`${found.calls} of ${calls} calls were attacked`]),
    ...found.missing.map((kind) => `never tried: ${kind}`),
    ...found.short,
    ...faded,
  ];
}

function attackPage(): ReturnType<typeof hijackProgram> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-ipc-'));
  try {
    return hijackProgram(path.join(root, 'dist/electron/main.js'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `PAYLOADS` chooses how many for each call. */
export async function secIpc(): Promise<Proven> {
  const count = Number(process.env['PAYLOADS'] ?? 200);
  const { short: tooFew, ...found } = await attackBackend({ count, said: console.error });
  await buildIfNeeded();
  const page = attackPage();
  const unchecked = await attackUnchecked(count);
  return {
    figures: {
      count,
      ...found,
      bad: found.bad.length,
      missing: found.missing.length,
      tooFew: tooFew.length,
      page: { ...page, bad: page.bad.length },
      control: unchecked.bad.length,
    },
    short: [
      ...shortOfAttack({ ...found, short: tooFew }, count),
      ...shortOfHijack(page),
      ...(unchecked.bad.length > 0 ? [] : ['control: handlers without a schema are not caught']),
    ],
  };
}
