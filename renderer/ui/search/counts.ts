import { searchCountLimit } from '../../../shared/contract/search.ts';

/** `500+` where counting ended. */
export function shownCount(count: number): string {
  return count > searchCountLimit ? `${searchCountLimit}+` : String(count);
}
