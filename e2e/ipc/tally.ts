import type { CallName } from '../../shared/contract/contract.ts';
import { type Family, kindsOf, type Payload } from './payloads.ts';

/** How many payloads of each family a call has to meet. */
export type Shares = Readonly<Record<Exclude<Family, 'foreign'>, number>>;

/** Of `count` payloads for a call: each family has a share of its own, and the fields the rest. */
export function sharesOf(count: number): Shares {
  const part = (share: number, most: number) => Math.min(most, Math.max(1, Math.round(count * share)));
  const [whole, prototype, huge] = [part(0.08, kindsOf.whole.length), part(0.06, 12), part(0.02, 4)];
  return { whole, prototype, huge, field: Math.max(1, count - whole - prototype - huge) };
}

/** What was tried, by family, kind and call. */
export class Tally {
  readonly #tried = new Map<string, number>();
  readonly #kinds = new Set<string>();
  readonly #short: string[] = [];

  add(name: CallName, { family, kind }: Pick<Payload, 'family' | 'kind'>): void {
    this.#tried.set(`${name} ${family}`, this.of(name, family) + 1);
    this.#kinds.add(`${family}: ${kind}`);
  }

  of(name: CallName, family: Family): number {
    return this.#tried.get(`${name} ${family}`) ?? 0;
  }

  /** Says so when a call met fewer of a family than it has to. */
  expect(name: CallName, family: Family, floor: number): void {
    const tried = this.of(name, family);
    if (tried < floor) this.#short.push(`${name}: ${tried} of ${floor} of ${family}`);
  }

  short(): readonly string[] {
    return this.#short;
  }

  /** Kinds that no call met. */
  missing(): readonly string[] {
    const all = Object.entries(kindsOf).flatMap(([family, kinds]) => kinds.map((kind) => `${family}: ${kind}`));
    return all.filter((kind) => !this.#kinds.has(kind));
  }

  totals(): Readonly<Record<Family, number>> {
    const sum = (family: Family) =>
      [...this.#tried].reduce((all, [key, tried]) => (key.endsWith(` ${family}`) ? all + tried : all), 0);
    return {
      whole: sum('whole'),
      field: sum('field'),
      prototype: sum('prototype'),
      huge: sum('huge'),
      foreign: sum('foreign'),
    };
  }
}
