import { randomUUID } from 'node:crypto';
import { signals } from '../../shared/content/signals.ts';
import type { Program } from '../program.ts';
import { asLine } from './naughty-strings.ts';

const command = () => ({ commandId: randomUUID() });

/** A client in every field of whose notes and tasks one of these strings stands. */
export interface NaughtyClient {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly string[];
  /** Of the notes, in the order of the texts. */
  readonly noteIds: readonly string[];
}

/** What a note with this string says: in its title, in its text, and in a task. */
export function noteBody(text: string): string {
  return `${asLine(text)}\n\n${text}\n\n[ ] ${asLine(text)} @Vera by 01.12.2020`;
}

async function addContact(app: Program, clientId: string, text: string): Promise<string> {
  const line = asLine(text);
  const fields = { name: line, roleNote: line, email: line, phone: line };
  const { page } = await app.call('clients.addContact', { ...command(), clientId, ...fields });
  return page.contacts.at(-1)?.id ?? '';
}

async function writeNote(app: Program, clientId: string, text: string, place: number): Promise<string> {
  const personId = await addContact(app, clientId, text);
  const { note } = await app.call('notes.write', {
    ...command(),
    noteId: null,
    clientId,
    kind: 'call',
    happenedAt: new Date(Date.UTC(2026, 5, 1, 8, 0, -place)).toISOString(),
    initiatedBy: 'client',
    body: noteBody(text),
    attendees: [{ side: 'client', personId }],
    finished: true,
  });
  const line = asLine(text);
  await app.call('clients.addTask', {
    ...command(),
    clientId,
    title: line,
    side: place % 2 === 0 ? 'agency' : 'client',
    person: line,
    dueOn: '2020-12-01',
  });
  const code = signals[place]?.code ?? '';
  await app.call('clients.markSignal', {
    ...command(),
    clientId,
    code,
    side: 'client',
    markedOn: '2021-01-01',
    evidence: text.slice(0, 20_000),
    noteId: note.id,
  });
  return note.id;
}

export async function fillClient(app: Program, number: number, texts: readonly string[]): Promise<NaughtyClient> {
  const name = `Batch ${number}`;
  const { card } = await app.call('board.createClient', { ...command(), name, stage: 'stable' });
  const noteIds: string[] = [];
  for (const [place, text] of texts.entries()) noteIds.push(await writeNote(app, card.id, text, place));
  return { id: card.id, name, texts, noteIds };
}
