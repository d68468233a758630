import type { Excerpt, SearchGroup, SearchHit } from '../shared/contract/search.ts';
import type { Id } from '../shared/contract/call.ts';
import { plainText, splitTitle } from '../shared/note-title.ts';
import { cutSnippet, type Hit, hitsIn, type Wanted } from '../shared/search-words.ts';
import type { Reader } from './schema.ts';
import { handoffTexts } from './search-entries.ts';
import { keysOf } from './word-keys.ts';

/** The indexed texts of records, each with its own phrase: words of two items make no phrase. */
export async function textsOf(
  reader: Reader,
  group: SearchGroup,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly string[]>> {
  if (group === 'notes') {
    const notes = await reader.selectFrom('note').select(['id', 'body']).where('id', 'in', ids).execute();
    return new Map(notes.map((note) => [note.id, [plainText(note.body)]]));
  }
  const records = await recordsOf(reader, group, ids);
  return new Map(records.map(({ id, title, texts }) => [id, [title, ...texts.map(({ text }) => text)]]));
}

/** The rows of a group as they are shown, in the order of their ids, with the words marked. */
export async function hitsOf(
  reader: Reader,
  group: SearchGroup,
  ids: readonly Id[],
  query: Wanted,
): Promise<readonly SearchHit[]> {
  if (ids.length === 0) return [];
  const hits = group === 'notes' ? await noteHits(reader, ids, query) : await recordHits(reader, group, ids, query);
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A note as long as a book is looked through up to here for what its line shows. */
const lookedThrough = 300_000;

async function noteHits(reader: Reader, ids: readonly Id[], query: Wanted): Promise<readonly SearchHit[]> {
  const rows = await reader
    .selectFrom('note')
    .innerJoin('client', 'client.id', 'note.client_id')
    .select(['note.id', 'note.kind', 'note.happened_at', 'client.id as clientId'])
    .select((eb) => eb.fn<string>('substr', ['note.body', eb.val(1), eb.val(lookedThrough)]).as('body'))
    .select(['client.name', 'client.stage', 'client.partner_id'])
    .where('note.id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const { title, body } = splitTitle(row.body);
    const { text, hits } = passage(body, query);
    return {
      id: row.id,
      group: 'notes',
      clientId: row.clientId,
      clientName: row.name,
      stage: row.stage,
      kind: row.kind,
      isNextStep: false,
      noteId: null,
      itemId: null,
      isOver: false,
      partnerId: row.partner_id,
      title: whole(title, query),
      snippet:
        hits.length > 0 ? excerptOf(cutSnippet(text, hits)) : cut([title, text].filter(Boolean).join('. '), query),
      happenedAt: row.happened_at,
    };
  });
}

/** So many characters before and after the first hit are looked at for its line. */
const around = 2000;

/** The plain text of a body around its first line with a hit; its beginning when there is none. */
function passage(body: string, query: Wanted): { readonly text: string; readonly hits: readonly Hit[] } {
  const inPlain = (markdown: string) => {
    const text = plainText(markdown);
    return { text, hits: hitsIn(text, query, keysOf) };
  };
  if (body.length <= 2 * around) return inPlain(body);
  let at = 0;
  for (const line of body.split('\n')) {
    const [first] = hitsIn(line, query, keysOf);
    if (first !== undefined) {
      const found = at + first[0];
      return inPlain(body.slice(Math.max(0, found - around), found + around));
    }
    at += line.length + 1;
  }
  return { text: plainText(body.slice(0, around)), hits: [] };
}

interface FoundText {
  readonly text: string;
  /** The step of a handoff that says so. */
  readonly itemId?: Id;
}

interface FoundRecord {
  readonly id: Id;
  readonly clientId: Id;
  readonly title: string;
  readonly texts: readonly FoundText[];
  readonly isOver: boolean;
  readonly noteId?: Id | null;
}

type RecordGroup = Exclude<SearchGroup, 'notes'>;

async function recordHits(
  reader: Reader,
  group: RecordGroup,
  ids: readonly Id[],
  query: Wanted,
): Promise<readonly SearchHit[]> {
  const records = await recordsOf(reader, group, ids);
  const cards = await reader
    .selectFrom('local_client_card')
    .select(['client_id', 'name', 'stage', 'partner_id', 'next_task_id'])
    .where(
      'client_id',
      'in',
      records.map((record) => record.clientId),
    )
    .execute();
  return records.map(({ id, clientId, title, texts, isOver, noteId = null }) => {
    const card = cards.find((each) => each.client_id === clientId);
    const found = texts.find(({ text }) => hitsIn(text, query, keysOf).length > 0);
    return {
      id,
      group,
      clientId,
      clientName: card?.name ?? '',
      stage: card?.stage ?? '',
      kind: '',
      isNextStep: group === 'tasks' && card?.next_task_id === id,
      noteId,
      itemId: found?.itemId ?? null,
      isOver,
      partnerId: card?.partner_id ?? null,
      title: whole(title, query),
      snippet: cut(found?.text ?? '', query),
      happenedAt: null,
    };
  });
}

async function recordsOf(reader: Reader, group: RecordGroup, ids: readonly Id[]): Promise<readonly FoundRecord[]> {
  switch (group) {
    case 'clients': {
      const rows = await reader.selectFrom('client').select(['id', 'name', 'stage']).where('id', 'in', ids).execute();
      return rows.map(({ id, name, stage }) => ({
        id,
        clientId: id,
        title: name,
        texts: [],
        isOver: stage === 'ended',
      }));
    }
    case 'contacts': {
      const rows = await reader
        .selectFrom('contact')
        .select(['id', 'client_id', 'name', 'role_note', 'email', 'phone', 'left_on'])
        .where('id', 'in', ids)
        .execute();
      return rows.map(({ id, client_id, name, role_note, email, phone, left_on }) => ({
        id,
        clientId: client_id ?? '',
        title: name,
        texts: [role_note, email, phone].map((text) => ({ text })),
        isOver: left_on !== null,
      }));
    }
    case 'tasks': {
      const rows = await reader
        .selectFrom('task')
        .select(['id', 'client_id', 'note_id', 'title', 'done_at'])
        .where('id', 'in', ids)
        .execute();
      return rows.map(({ id, client_id, note_id, title, done_at }) => ({
        id,
        noteId: note_id,
        clientId: client_id ?? '',
        title,
        texts: [],
        isOver: done_at !== null,
      }));
    }
    case 'handoffs': {
      const rows = await reader
        .selectFrom('handoff')
        .innerJoin('client', 'client.id', 'handoff.client_id')
        .select(['handoff.id', 'client.id as clientId', 'client.name', 'handoff.state'])
        .where('handoff.id', 'in', ids)
        .execute();
      const items = Map.groupBy(await handoffTexts(reader, ids), (item) => item.handoffId);
      return rows.map(({ id, clientId, name, state }) => ({
        id,
        clientId,
        title: name,
        texts: items.get(id) ?? [],
        isOver: state !== 'running',
      }));
    }
  }
}

function whole(text: string, query: Wanted): Excerpt {
  return excerptOf({ text, hits: hitsIn(text, query, keysOf) });
}

function cut(text: string, query: Wanted): Excerpt {
  return excerptOf(cutSnippet(text, hitsIn(text, query, keysOf)));
}

function excerptOf({ text, hits }: { readonly text: string; readonly hits: readonly Hit[] }): Excerpt {
  return { text, hits: hits.map(([from, to]) => [from, to]) };
}
