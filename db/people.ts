import type { Id } from '../shared/contract/call.ts';
import type { Side } from '../shared/contract/clients.ts';
import { foldWord, wordsOf } from '../shared/search-words.ts';
import type { Reader } from './schema.ts';
import { keysOf } from './word-keys.ts';

/** Full names of those a task of a client may be promised by. */
export interface People {
  readonly partners: readonly string[];
  readonly contacts: readonly string[];
}

export const nobody: People = { partners: [], contacts: [] };

export async function readPeople(reader: Reader, clientId: Id): Promise<People> {
  const partners = await reader.selectFrom('partner').select('name').where('deleted_at', 'is', null).execute();
  const contacts = await reader
    .selectFrom('contact')
    .select('name')
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return { partners: partners.map((row) => row.name), contacts: contacts.map((row) => row.name) };
}

export function namesOf({ partners, contacts }: People): readonly string[] {
  return [...partners, ...contacts];
}

/** Without a name the promise is ours; a name that none of us bears belongs to the client. */
export function whose(name: string, { partners, contacts }: People): { readonly side: Side; readonly person: string } {
  if (name === '') return { side: 'agency', person: '' };
  const partner = partners.find((full) => isCalled(full, name));
  const contact = contacts.find((full) => isCalled(full, name));
  // Their Vera and ours may share a name: only the whole name speaks for theirs.
  const isContact = contact !== undefined && (partner === undefined || foldWord(contact) === foldWord(name));
  if (isContact) return { side: 'client', person: baseForm(contact, name) };
  return partner === undefined ? { side: 'client', person: name } : { side: 'agency', person: baseForm(partner, name) };
}

/** «Вера», «Вере» and «Вера Лунина» call «Вера Лунина»; «Вера Петрова» does not. */
function isCalled(fullName: string, name: string): boolean {
  const parts = wordsOf(fullName).map(({ text }) => keysOf(text));
  const called = wordsOf(name).map(({ text }) => keysOf(text));
  return called.length > 0 && called.every((keys, index) => keys.some((key) => parts[index]?.includes(key)));
}

/** The name as it was written, in its base form when it was declined. */
function baseForm(fullName: string, name: string): string {
  if (foldWord(fullName).startsWith(foldWord(name))) return name;
  return fullName.split(' ').slice(0, name.split(' ').length).join(' ');
}
