import { type Case, isGood } from './cases.ts';

interface KindFigures {
  readonly tried: number;
  readonly failed: number;
  /** By the code of the refusal. */
  readonly refused: Readonly<Record<string, number>>;
  /** Opened, with all that it held, and worked in. */
  readonly openedWhole: number;
  readonly openedWrongly: number;
  readonly endedByItself: number;
  /** Of the refused ones, those that lay there bit for bit as they were. */
  readonly keptEqual: number;
  readonly salvaged: number;
  /** Least part of the rows that was salvaged; null where nothing was to be. */
  readonly leastOfAgency: number | null;
  readonly leastOfHistory: number | null;
  readonly restored: number;
}

const openedOrEnded = new Set(['whole', 'wrong', 'ended']);

/** What became of each kind of damage. */
export function figuresOf(cases: readonly Case[]): Readonly<Record<string, KindFigures>> {
  const byKind = Map.groupBy(cases, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, own]) => [kind, figuresOfKind(own)]));
}

function figuresOfKind(own: readonly Case[]): KindFigures {
  const count = (isCounted: (each: Case) => boolean) => own.filter(isCounted).length;
  const refused = Map.groupBy(
    own.filter(({ outcome }) => !openedOrEnded.has(outcome)),
    ({ outcome }) => outcome,
  );
  const shares = own.flatMap(({ salvaged }) => salvaged ?? []);
  const least = (values: readonly number[]) => (values.length === 0 ? null : Math.min(...values));
  return {
    tried: own.length,
    failed: count((each) => !isGood(each)),
    refused: Object.fromEntries([...refused].map(([code, all]) => [code, all.length])),
    openedWhole: count(({ outcome }) => outcome === 'whole'),
    openedWrongly: count(({ outcome }) => outcome === 'wrong'),
    endedByItself: count(({ outcome }) => outcome === 'ended'),
    keptEqual: count(({ isKept }) => isKept === true),
    salvaged: shares.length,
    leastOfAgency: least(shares.map(({ agency }) => agency)),
    leastOfHistory: least(shares.map(({ history }) => history)),
    restored: count(({ isRestored }) => isRestored === true),
  };
}
