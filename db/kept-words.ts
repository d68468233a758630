import type { Id, Instant } from '../shared/contract/call.ts';
import { keptWords, type KeptWords } from '../shared/contract/safety.ts';
import { putText, removeTexts } from './kept-text.ts';
import type { Reader, Writer } from './schema.ts';

// Words of fields whose save was refused and which are gone from the page, on this computer only.

const prefix = 'field ';
const subjectOf = (id: Id): string => `${prefix}${id}`;

export function keepWords(writer: Writer, kept: KeptWords, keptAt: Instant): Promise<void> {
  return putText(writer, subjectOf(kept.id), { body: JSON.stringify(kept), keptAt });
}

export function forgetWords(writer: Writer, ids: readonly Id[]): Promise<void> {
  return removeTexts(writer, ...ids.map(subjectOf));
}

/** The oldest first. What another version of the program kept and this one cannot read is left alone. */
export async function allKeptWords(reader: Reader): Promise<KeptWords[]> {
  const rows = await reader
    .selectFrom('local_kept_text')
    .select('body')
    .where('subject', 'like', `${prefix}%`)
    .orderBy('kept_at')
    .orderBy('subject')
    .execute();
  return rows.flatMap(({ body }) => wordsFrom(body) ?? []);
}

function wordsFrom(body: string): KeptWords | null {
  try {
    return keptWords.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
