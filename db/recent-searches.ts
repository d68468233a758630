import type { Reader } from './schema.ts';
import type { Storage } from './storage.ts';

const kept = 8;
const settingName = (index: number): string => `recent_search_${index}`;

/** What was looked for on this computer, the latest first. */
export async function recentSearches(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('local_setting')
    .select('value')
    .where('name', 'like', 'recent_search_%')
    .where('value', '!=', '')
    .orderBy('name')
    .execute();
  return rows.map(({ value }) => value);
}

/** Longer words for the same thing take the place of what they began with. */
export async function rememberSearch(storage: Pick<Storage, 'read' | 'saveSettings'>, text: string): Promise<void> {
  const others = (await recentSearches(storage.read)).filter((each) => !sameStart(text, each));
  await keepSearches(storage, [text, ...others]);
}

export async function forgetSearches(storage: Pick<Storage, 'saveSettings'>): Promise<void> {
  await keepSearches(storage, []);
}

async function keepSearches(storage: Pick<Storage, 'saveSettings'>, texts: readonly string[]): Promise<void> {
  const slots = Array.from({ length: kept }, (_, index) => [settingName(index), texts[index] ?? ''] as const);
  await storage.saveSettings(Object.fromEntries(slots));
}

function sameStart(text: string, earlier: string): boolean {
  return text.toLowerCase().startsWith(earlier.toLowerCase());
}
