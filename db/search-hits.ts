import type { Excerpt, SearchHit } from '../shared/contract/notes.ts';
import type { Id } from '../shared/contract/call.ts';
import { plainText, splitTitle } from '../shared/note-title.ts';
import { cutSnippet, type Hit, hitsIn, type SearchQuery } from '../shared/search-words.ts';
import type { Reader } from './schema.ts';
import { clientTexts, handoffTexts } from './search.ts';
import { stemOf } from './stems.ts';

export type Group = SearchHit['group'];

/** The indexed texts of records, each with its own phrase: words of two tasks make no phrase. */
export async function textsOf(
  reader: Reader,
  group: Group,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly string[]>> {
  if (group === 'notes') {
    const notes = await reader.selectFrom('note').select(['id', 'body']).where('id', 'in', ids).execute();
    return new Map(notes.map((note) => [note.id, [plainText(note.body)]]));
  }
  const records = await recordsOf(reader, group, ids);
  return new Map(records.map(({ id, name, texts }) => [id, [name, ...texts.map(({ text }) => text)]]));
}

interface RecordTexts {
  readonly id: Id;
  readonly clientId: Id;
  readonly name: string;
  readonly texts: readonly { readonly kind: string; readonly text: string }[];
}

async function recordsOf(
  reader: Reader,
  group: 'clients' | 'handoffs',
  ids: readonly Id[],
): Promise<readonly RecordTexts[]> {
  if (group === 'clients') {
    const rows = await reader.selectFrom('client').select(['id', 'name']).where('id', 'in', ids).execute();
    const texts = Map.groupBy(await clientTexts(reader, ids), (text) => text.clientId);
    return rows.map((row) => ({ ...row, clientId: row.id, texts: texts.get(row.id) ?? [] }));
  }
  const rows = await reader
    .selectFrom('handoff')
    .innerJoin('client', 'client.id', 'handoff.client_id')
    .select(['handoff.id', 'client.id as clientId', 'client.name'])
    .where('handoff.id', 'in', ids)
    .execute();
  const texts = Map.groupBy(await handoffTexts(reader, ids), (text) => text.handoffId);
  return rows.map((row) => ({
    ...row,
    texts: (texts.get(row.id) ?? []).map(({ text }) => ({ kind: '', text })),
  }));
}

/** The rows of a group as they are shown, in the order of their ids, with the words marked. */
export async function hitsOf(
  reader: Reader,
  group: Group,
  ids: readonly Id[],
  query: SearchQuery,
): Promise<readonly SearchHit[]> {
  const hits = group === 'notes' ? await noteHits(reader, ids, query) : await recordHits(reader, group, ids, query);
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function noteHits(reader: Reader, ids: readonly Id[], query: SearchQuery): Promise<readonly SearchHit[]> {
  const rows = await reader
    .selectFrom('note')
    .innerJoin('client', 'client.id', 'note.client_id')
    .select(['note.id', 'note.kind', 'note.happened_at', 'note.body', 'client.id as clientId'])
    .select(['client.name', 'client.stage', 'client.partner_id'])
    .where('note.id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const { title, body } = splitTitle(row.body);
    const text = plainText(body);
    const isInBody = hitsIn(text, query, stemOf).length > 0;
    return {
      id: row.id,
      group: 'notes',
      clientId: row.clientId,
      clientName: row.name,
      stage: row.stage,
      kind: row.kind,
      partnerId: row.partner_id,
      title: whole(title, query),
      snippet: cut(isInBody ? text : [title, text].filter(Boolean).join('. '), query),
      happenedAt: row.happened_at,
    };
  });
}

async function recordHits(
  reader: Reader,
  group: 'clients' | 'handoffs',
  ids: readonly Id[],
  query: SearchQuery,
): Promise<readonly SearchHit[]> {
  const records = await recordsOf(reader, group, ids);
  const cards = await reader
    .selectFrom('local_client_card')
    .select(['client_id', 'stage', 'partner_id', 'next_title'])
    .where(
      'client_id',
      'in',
      records.map((record) => record.clientId),
    )
    .execute();
  return records.map(({ id, clientId, name, texts }) => {
    const card = cards.find((each) => each.client_id === clientId);
    const match = texts.find(({ text }) => hitsIn(text, query, stemOf).length > 0);
    const isNext = match?.kind === 'task' && match.text === card?.next_title;
    return {
      id,
      group,
      clientId,
      clientName: name,
      stage: card?.stage ?? '',
      kind: isNext ? 'next_step' : (match?.kind ?? ''),
      partnerId: card?.partner_id ?? null,
      title: whole(name, query),
      snippet: cut(match?.text ?? '', query),
      happenedAt: null,
    };
  });
}

function whole(text: string, query: SearchQuery): Excerpt {
  return { text, hits: hitsIn(text, query, stemOf).map(pairOf) };
}

function cut(text: string, query: SearchQuery): Excerpt {
  const snippet = cutSnippet(text, hitsIn(text, query, stemOf));
  return { text: snippet.text, hits: snippet.hits.map(pairOf) };
}

function pairOf([from, to]: Hit): [number, number] {
  return [from, to];
}
