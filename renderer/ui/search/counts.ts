import type { CallOutput } from '../../../shared/contract/contract.ts';
import { searchCountLimit, type SearchGroup } from '../../../shared/contract/search.ts';

type Counted = Pick<CallOutput<'search.find'>, 'total' | 'atLeast'>;

/** `500+` where counting ended. */
export function shownCount({ total, atLeast }: Counted, groups: readonly SearchGroup[]): string {
  const count = sumOf(total, groups);
  if (count > searchCountLimit) return `${searchCountLimit}+`;
  return groups.some((group) => atLeast.includes(group)) ? `${count}+` : String(count);
}

/** Whether there are, or may be, more than so many. */
export function isMoreThan(shown: number, { total, atLeast }: Counted, groups: readonly SearchGroup[]): boolean {
  return sumOf(total, groups) > shown || groups.some((group) => atLeast.includes(group));
}

function sumOf(total: Counted['total'], groups: readonly SearchGroup[]): number {
  return groups.reduce((sum, group) => sum + total[group], 0);
}
