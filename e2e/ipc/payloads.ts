import fc from 'fast-check';
import type { Scene } from '../../electron/backend/every-call/scene-in-test.ts';
import { type CallName, callSizeLimit, contract } from '../../shared/contract/contract.ts';

/** Of what stands in the file: ids of records of every kind. */
export type KnownIds = readonly string[];

const fiveMegabytes = 'x'.repeat(5_000_000);
let hundred: string | null = null;
/** Made once: it is as large as many whole data files. */
export const hundredMegabytes = (): string => (hundred ??= 'x'.repeat(100_000_000));

/** In the place of one field, whatever belongs there. */
const wrongValues: readonly unknown[] = [
  null,
  42,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 60,
  1n,
  true,
  '',
  '\ud800',
  'a\0b',
  '../../../../etc/passwd',
  `'; drop table client; --`,
  `") union select sql from sqlite_schema --`,
  'file:///etc/passwd',
  '2026-02-31',
  '9999-99-99T99:99:99.999Z',
  '<img src=x onerror=alert(1)>',
  '${process.exit(1)}',
  '__proto__',
  [],
  [null],
  {},
  { __proto__: null, valueOf: 1 },
  new Date(0),
  new Map([['id', 1]]),
  new Set([1]),
  new Uint8Array(8),
  new ArrayBuffer(8),
  new RangeError('x'),
  /x/,
  () => 1,
  Symbol.iterator,
];

type Way = readonly (string | number)[];

/** Every field of an example, those inside others as well. */
function waysInto(value: unknown, way: Way = []): readonly Way[] {
  if (typeof value !== 'object' || value === null || way.length > 3) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...way, key], ...waysInto(inner, [...way, key])]);
}

const gone = Symbol('gone');

/** A copy of the example with another value at one place. */
function changed(value: unknown, way: Way, to: unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return to;
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? Array.from<unknown>(value) : { ...value };
  const next = changed(Reflect.get(copy, key), rest, to);
  if (next === gone) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, next);
  return copy;
}

function circle(example: unknown): unknown {
  const round: Record<string, unknown> = { ...Object(example) };
  round['self'] = round;
  return round;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** Keys that a careless program would take from the prototype of an object. */
const ownPrototype = (example: unknown): unknown =>
  Object.defineProperty({ ...Object(example) }, '__proto__', { value: { isAdmin: true }, enumerable: true });

const wholes: readonly ((example: unknown) => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => 'settings.load',
  () => true,
  (example) => [example],
  (example) => JSON.stringify(example),
  (example) => new Map(Object.entries(Object(example))),
  () => new Date(0),
  () => new Uint8Array(16),
  circle,
  () => nested(20_000),
  (example) => ({ ...Object(example), deep: nested(20_000) }),
  () => Array.from({ length: 20_000 }, () => null),
  (example) => ({ ...Object(example), extra: new Map() }),
  (example) => ({ ...Object(example), extra: 10n }),
  (example) => ({ ...Object(example), toString: 1, constructor: 'x', hasOwnProperty: null }),
  ownPrototype,
];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withSparseArray: true,
  withUnicodeString: true,
  maxDepth: 3,
});

/** The main process says "no" to it before any handler sees it. */
export function isMalformed(name: CallName, payload: unknown): boolean {
  try {
    const text = JSON.stringify(payload, (_key, value: unknown) => {
      if (typeof value === 'bigint') throw new TypeError('not plain');
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      const kind: unknown = Object.getPrototypeOf(value);
      if (kind !== Object.prototype && kind !== null) throw new TypeError('not plain');
      return value;
    });
    return (text?.length ?? 0) > callSizeLimit || !contract[name].input.safeParse(payload).success;
  } catch {
    return true;
  }
}

interface PayloadsOf {
  readonly example: unknown;
  readonly ids: KnownIds;
  readonly scene: Pick<Scene, 'newId'>;
  readonly seed: number;
}

/** Targeted ones first, then whatever comes to mind; without an end. */
export function* payloadsOf({ example, ids, scene, seed }: PayloadsOf): Generator<unknown> {
  for (const whole of wholes) yield whole(example);
  const ways = waysInto(example);
  for (const way of ways) yield changed(example, way, gone);
  // Each field meets each wrong value in the end; of a wide example not all of them fit in.
  for (let turn = 0; turn < wrongValues.length; turn += 1)
    for (const [place, way] of ways.entries())
      yield changed(example, way, wrongValues[(turn + place * 7) % wrongValues.length]);
  for (const way of ways.slice(0, 1)) yield changed(example, way, fiveMegabytes);
  for (const way of ways) yield changed(example, way, ids[(seed + way.length) % Math.max(1, ids.length)]);
  for (const way of ways) yield changed(example, way, scene.newId());
  for (let round = 0; ; round += 1)
    for (const value of fc.sample(anything, { seed: seed + round, numRuns: 100 })) {
      yield value;
      const way = ways[round % Math.max(1, ways.length)];
      if (way !== undefined) yield changed(example, way, value);
    }
}

export const unknownCalls: readonly unknown[] = [
  'notes.burn',
  'toString',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'board.load ',
  'BOARD.LOAD',
  'board.load\0',
  'board',
  '',
  '../board.load',
  `board.load'; drop table client; --`,
  7,
  null,
  undefined,
  {},
  [],
  ['board.load'],
  { toString: () => 'board.load' },
  Symbol('board.load'),
  1n,
];
