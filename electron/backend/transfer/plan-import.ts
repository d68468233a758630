import { setImmediate as breath } from 'node:timers/promises';
import { type ImportedNote, type KnownNote, knownNotes } from '../../../db/import-notes.ts';
import type { Reader } from '../../../db/schema.ts';
import { localDay } from '../../../db/local-day.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { ClientChoice, Skipped } from '../../../shared/contract/transfer.ts';
import { foldWord } from '../../../shared/search-words.ts';
import type { FoundNote, Source } from './read-source.ts';

export interface PlannedClient {
  readonly name: string;
  readonly notes: number;
  /** Of its notes: a new client is known since then. */
  readonly firstDay: Day;
  readonly choice: ClientChoice;
}

interface PlannedNote extends Omit<ImportedNote, 'clientId'> {
  /** The folded name of its client. */
  readonly clientKey: string;
}

export interface Plan {
  readonly found: readonly FoundNote[];
  readonly notes: readonly PlannedNote[];
  readonly here: number;
  readonly skipped: readonly Skipped[];
  /** By folded name, in the order of the source. */
  readonly clients: ReadonlyMap<string, PlannedClient>;
}

type Choices = Pick<CallRequest<'transfer.preview'>, 'columns' | 'clientFolder' | 'clients'>;

/** What an import would do: the dry run shows it and the import does it. */
export async function planImport(reader: Reader, source: Source, choices: Choices): Promise<Plan> {
  const { notes: found, skipped } = await source.notes(choices);
  const keyOf = foldedOnce();
  const clients = await planClients(reader, found, choices, keyOf);
  const known = await knownAmong(reader, found);
  const seen = new Set<Id>();
  const plan: { notes: PlannedNote[]; here: number; skipped: Skipped[] } = {
    notes: [],
    here: 0,
    skipped: [...skipped],
  };
  for (const [index, note] of found.entries()) {
    if (index % notesAtOnce === 0) await breath();
    const clientKey = keyOf(note.client);
    const { id, name, row } = note;
    if (seen.has(id)) plan.skipped.push({ name, row, reason: 'repeated' });
    else if (known.get(id) === 'alive') plan.here += 1;
    else if (known.get(id) === 'hidden') plan.skipped.push({ name, row, reason: 'in_trash' });
    else if (clients.get(clientKey)?.choice.to === 'nothing')
      plan.skipped.push({ name, row, reason: 'client_skipped' });
    else plan.notes.push({ ...imported(note), clientKey });
    seen.add(id);
  }
  const notes = await inOrderOfTime(plan.notes);
  return { found, clients, ...plan, notes };
}

/** So many are looked at before others get their turn. */
const notesAtOnce = 2000;

/** Which of them the file has. */
async function knownAmong(reader: Reader, found: readonly FoundNote[]): Promise<ReadonlyMap<Id, KnownNote>> {
  const known = new Map<Id, KnownNote>();
  for (let from = 0; from < found.length; from += notesAtOnce) {
    const ids = found.slice(from, from + notesAtOnce).map(({ id }) => id);
    for (const [id, state] of await knownNotes(reader, ids)) known.set(id, state);
    await breath();
  }
  return known;
}

/** Thousands of notes name the same few clients. */
function foldedOnce(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = known.get(name) ?? foldWord(name);
    known.set(name, key);
    return key;
  };
}

/** Rows and index grow at their end then, which is far cheaper. */
async function inOrderOfTime(notes: readonly PlannedNote[]): Promise<readonly PlannedNote[]> {
  await breath();
  const timed = notes.map((note) => ({ note, ms: Date.parse(note.happenedAt) }));
  await breath();
  return timed.toSorted((one, other) => one.ms - other.ms).map(({ note }) => note);
}

function imported({ id, kind, happenedAt, initiatedBy, people, ours, isDraft, body }: FoundNote) {
  return { id, kind, happenedAt, initiatedBy, people, ours, isDraft, body };
}

async function planClients(
  reader: Reader,
  found: readonly FoundNote[],
  { clients: chosen }: Choices,
  keyOf: (name: string) => string,
): Promise<ReadonlyMap<string, PlannedClient>> {
  const rows = await reader.selectFrom('client').select(['id', 'name']).where('deleted_at', 'is', null).execute();
  const here = new Map(rows.map(({ id, name }) => [foldWord(name), id]));
  const alive = new Set(rows.map(({ id }) => id));
  const choices = new Map(chosen.map(({ name, choice }) => [foldWord(name), choice]));
  const planned = new Map<string, PlannedClient>();
  for (const [index, { client: name, happenedAt }] of found.entries()) {
    if (index % notesAtOnce === 0) await breath();
    const day = localDay(happenedAt);
    const key = keyOf(name);
    const before = planned.get(key);
    if (before !== undefined) {
      planned.set(key, {
        ...before,
        notes: before.notes + 1,
        firstDay: day < before.firstDay ? day : before.firstDay,
      });
      continue;
    }
    const choice = choices.get(key);
    const isGone = choice?.to === 'existing' && !alive.has(choice.clientId);
    // A note without a client cannot make one: it has no name.
    const isNameless = name === '' && choice?.to === 'new';
    const own = choice === undefined || isGone || isNameless ? choiceFor(name, here.get(key)) : choice;
    planned.set(key, { name, notes: 1, firstDay: day, choice: own });
  }
  return planned;
}

function choiceFor(name: string, clientId: Id | undefined): ClientChoice {
  if (clientId !== undefined) return { to: 'existing', clientId };
  return name === '' ? { to: 'nothing' } : { to: 'new', stage: 'acquaintance' };
}
