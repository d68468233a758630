import fc from 'fast-check';
import { type CallName, callSizeLimit, contract } from '../../shared/contract/contract.ts';
import { changed, gone, nested, valueAt, type Way, waysInto } from './mutate.ts';

/** Kinds of attack that each have a share of their own, so that none takes another's place. */
export type Family = 'whole' | 'field' | 'prototype' | 'huge' | 'foreign';

export interface Payload {
  readonly family: Family;
  /** Which mutation of its family. */
  readonly kind: string;
  /** Made when it is sent: some are large. */
  readonly make: () => unknown;
  /** The field that it changes, of a record that is not there. */
  readonly field?: string;
  /** Over the limit whatever the schema says. */
  readonly isTooLarge?: true;
}

type Makers = Readonly<Record<string, (example: unknown) => unknown>>;

function circle(example: unknown): unknown {
  const round: Record<string, unknown> = { ...Object(example) };
  round['self'] = round;
  return round;
}

/** In the place of all that a call is asked with. */
const wholes: Makers = {
  nothing: () => undefined,
  null: () => null,
  number: () => 0,
  text: () => 'settings.load',
  flag: () => true,
  list: (example) => [example],
  json: (example) => JSON.stringify(example),
  map: (example) => new Map(Object.entries(Object(example))),
  date: () => new Date(0),
  bytes: () => new Uint8Array(16),
  circle,
  nested: () => nested(20_000),
  'nested inside': (example) => ({ ...Object(example), deep: nested(20_000) }),
  'long list': () => Array.from({ length: 20_000 }, () => null),
  'map inside': (example) => ({ ...Object(example), extra: new Map() }),
  'bigint inside': (example) => ({ ...Object(example), extra: 10n }),
};

/** In the place of one field, whatever belongs there. */
const wrongValues: Readonly<Record<string, unknown>> = {
  gone,
  null: null,
  number: 42,
  'negative zero': -0,
  'not a number': Number.NaN,
  infinite: Number.POSITIVE_INFINITY,
  'past whole numbers': 2 ** 60,
  bigint: 1n,
  flag: true,
  empty: '',
  'lone surrogate': '\ud800',
  'zero character': 'a\0b',
  'way out': '../../../../etc/passwd',
  'two statements': `'; drop table client; --`,
  union: `") union select sql from sqlite_schema --`,
  'file address': 'file:///etc/passwd',
  'no such day': '2026-02-31',
  'no such moment': '9999-99-99T99:99:99.999Z',
  markup: '<img src=x onerror=alert(1)>',
  template: '${process.exit(1)}',
  'id in braces': '{01890a5d-ac96-774b-bcce-b302099a8057}',
  'id and a line': '01890a5d-ac96-774b-bcce-b302099a8057\n',
  list: [],
  'list of null': [null],
  object: {},
  date: new Date(0),
  map: new Map([['id', 1]]),
  set: new Set([1]),
  bytes: new Uint8Array(8),
  buffer: new ArrayBuffer(8),
  error: new RangeError('x'),
  pattern: /x/,
  function: () => 1,
  symbol: Symbol.iterator,
};

const withKey = (example: unknown, key: string, value: unknown): unknown =>
  Object.defineProperty({ ...Object(example) }, key, { value, enumerable: true });
const parsedPrototype = (): unknown => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}');

/** Keys that a careless program would take from the prototype of an object: beside the fields, and instead of one. */
const prototypeWholes: Makers = {
  'own prototype': (example) => withKey(example, '__proto__', { isAdmin: true }),
  'own methods': (example) => ({ ...Object(example), toString: 1, constructor: 'x', hasOwnProperty: null }),
  'only a prototype': parsedPrototype,
  'fields of the prototype': (example) => Object.create(Object(example)),
  'no prototype': (example) => Object.assign(Object.create(null), Object(example)),
};
const prototypeValues: Readonly<Record<string, () => unknown>> = {
  'its name': () => '__proto__',
  'constructor’s name': () => 'constructor',
  'parsed prototype': parsedPrototype,
  'own value': () => ({ __proto__: null, valueOf: 1, toString: 'x' }),
  'list with a prototype': () => withKey([], '__proto__', { length: 1 }),
};

let hundred: string | null = null;
/** Made once: it is as large as many whole data files. */
const hundredMegabytes = (): string => (hundred ??= 'x'.repeat(100_000_000));

const hundreds: Makers = {
  '100 MB': hundredMegabytes,
  '100 MB inside': (example) => ({ ...Object(example), extra: hundredMegabytes() }),
};
const huge: Makers = {
  'over the limit': (example) => ({ ...Object(example), extra: 'x'.repeat(callSizeLimit) }),
  'long key': (example) => ({ ...Object(example), ['k'.repeat(callSizeLimit)]: 1 }),
  'long list': (example) => ({ ...Object(example), extra: Array.from({ length: 400_000 }, () => 'x'.repeat(30)) }),
};
const hugeValues: Makers = { '5 MB in a field': () => 'x'.repeat(5_000_000) };

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

/** Ids of records that live, by their table. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

export interface PayloadsOf {
  readonly example: unknown;
  /** Another one begins elsewhere with each family, so that a short attack on many calls meets all kinds. */
  readonly seed: number;
}

function rotated<Each>(all: readonly Each[], by: number): readonly Each[] {
  const from = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(from), ...all.slice(0, from)];
}

const ofFamily = (family: Family, makers: Makers, { example, seed }: PayloadsOf): readonly Payload[] =>
  rotated(Object.entries(makers), seed).map(([kind, make]) => ({ family, kind, make: () => make(example) }));

export const wholePayloads = (of: PayloadsOf): readonly Payload[] => ofFamily('whole', wholes, of);

/** Each field meets each wrong value, one after another; then whatever comes to mind, without an end. */
export function* fieldPayloads({ example, seed }: PayloadsOf): Generator<Payload> {
  const ways = waysInto(example);
  const values = rotated(Object.entries(wrongValues), seed * 5);
  if (seed % 8 === 0) yield* anyPayloads(ways, seed, 1);
  for (let turn = 0; turn < values.length; turn += 1)
    for (const [place, way] of rotated(ways, seed).entries()) {
      const [kind, value] = values[(turn + place * 7) % values.length] ?? ['gone', gone];
      yield { family: 'field', kind, make: () => changed(example, way, value) };
    }
  for (let round = 0; ; round += 1) yield* anyPayloads(rotated(ways, round), seed + round, 100);

  function* anyPayloads([way]: readonly Way[], from: number, numRuns: number): Generator<Payload> {
    for (const value of fc.sample(anything, { seed: from, numRuns }))
      yield {
        family: way === undefined ? 'whole' : 'field',
        kind: 'anything',
        make: () => (way === undefined ? value : changed(example, way, value)),
      };
  }
}

export function prototypePayloads(of: PayloadsOf): readonly Payload[] {
  const { example, seed } = of;
  const inFields = Object.entries(prototypeValues).flatMap(([kind, make]) =>
    waysInto(example).map((way): Payload => ({ family: 'prototype', kind, make: () => changed(example, way, make()) })),
  );
  const beside = ofFamily('prototype', prototypeWholes, of);
  // By turns: of a wide example the fields alone would take all the room.
  return rotated(inFields, seed * 3)
    .flatMap((each, index) => [each, ...(beside[index] ? [beside[index]] : [])])
    .concat(beside.slice(inFields.length));
}

/** The first is one of 100 MB, when it is wanted. */
export function hugePayloads(of: PayloadsOf, isHundred: boolean): readonly Payload[] {
  const { example, seed } = of;
  const texts = waysInto(example).filter((way) => typeof valueAt(example, way) === 'string');
  const inFields = Object.entries(hugeValues).flatMap(([kind, make]) =>
    rotated(texts, seed)
      .slice(0, 1)
      .map((way): Payload => ({ family: 'huge', kind, make: () => changed(example, way, make(example)) })),
  );
  const over = (makers: Makers) => ofFamily('huge', makers, of).map((each): Payload => ({ ...each, isTooLarge: true }));
  const first = isHundred ? over(hundreds).slice(0, 1) : [];
  return [...first, ...rotated([...over(huge), ...inFields], seed)];
}

const looksLikeId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The caller makes them itself. */
const ownIds: readonly unknown[] = ['commandId', 'jobId', 'follows', 'sessions'];

/** The places where an example names a record. */
export function idsIn(example: unknown): readonly Way[] {
  return waysInto(example).filter(
    (way) => !way.some((key) => ownIds.includes(key)) && looksLikeId.test(String(valueAt(example, way))),
  );
}

/** Records that are not there, and records of every other kind, in the place of each that an example names. */
export function foreignPayloads(
  { example, seed }: PayloadsOf,
  known: KnownIds,
  newId: () => string,
): readonly Payload[] {
  return idsIn(example).flatMap((way) => {
    const here = String(valueAt(example, way));
    const field = String(way.at(-1));
    const foreign = [...known].flatMap(([table, ids]): readonly Payload[] => {
      const id = rotated(ids, seed)[0];
      if (id === undefined || ids.includes(here)) return [];
      return [{ family: 'foreign', kind: `a ${table}`, field, make: () => changed(example, way, id) }];
    });
    const nowhere: Payload = {
      family: 'foreign',
      kind: 'not there',
      field,
      make: () => changed(example, way, newId()),
    };
    return [nowhere, ...rotated(foreign, seed)];
  });
}

/** All kinds that must occur, by their families. */
export const kindsOf: Readonly<Record<Exclude<Family, 'foreign'>, readonly string[]>> = {
  whole: Object.keys(wholes),
  field: [...Object.keys(wrongValues), 'anything'],
  prototype: [...Object.keys(prototypeWholes), ...Object.keys(prototypeValues)],
  huge: [...Object.keys(hundreds), ...Object.keys(huge), ...Object.keys(hugeValues)],
};

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
