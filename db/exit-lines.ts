import type { Id } from '../shared/contract/call.ts';
import type { Reader } from './schema.ts';

/** Those of the playbook lines that nobody marked as done for this client. */
export async function unmarkedLines(reader: Reader, clientId: Id, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const marked = await reader
    .selectFrom('client_answer')
    .select('code')
    .where('client_id', '=', clientId)
    .where('code', 'in', codes)
    .where('is_done', '=', 1)
    .where('deleted_at', 'is', null)
    .execute();
  return codes.filter((code) => !marked.some((row) => row.code === code));
}
