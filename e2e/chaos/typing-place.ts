import { randomUUID } from 'node:crypto';
import { expect } from '../app.ts';
import { ClientPage } from '../client-page.ts';
import type { Program } from '../program.ts';
import { writeNote } from '../write-note.ts';

// Where a partner writes: opened as a partner does it, and read from the file after the end.

export const typingPlaces = ['composer', 'quick note', 'edited note'] as const;
export type TypingPlace = (typeof typingPlaces)[number];

export interface OpenPlace {
  /** What stands there before the first key. */
  readonly before: string;
  /** What is there now, in a program that was started again. */
  readonly read: () => Promise<string>;
}

export const clientName = 'Alder';

const openers: Readonly<Record<TypingPlace, (app: Program, clientId: string) => Promise<OpenPlace>>> = {
  composer: async (app, clientId) => {
    const client = new ClientPage(app.page);
    await client.open(clientName);
    await client.beginNote();
    return { before: '', read: () => readDraft(app, clientId) };
  },
  'quick note': async (app, clientId) => {
    const client = new ClientPage(app.page);
    // The client seen last is the one that a quick note is for.
    await client.open(clientName);
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
    await app.page.keyboard.press('n');
    await app.page.getByRole('button', { name: `Client: ${clientName}` }).waitFor();
    await expect(client.text()).toBeFocused();
    return { before: '', read: () => readDraft(app, clientId) };
  },
  'edited note': async (app, clientId) => {
    const before = 'What was said\nOne word after the other. ';
    const { id: noteId } = await writeNote(app, { clientId, body: before });
    const client = new ClientPage(app.page);
    await client.open(clientName);
    await client.head('What was said').press('e');
    await expect(client.text()).toBeFocused();
    await app.page.keyboard.press('Control+End');
    return { before, read: async () => (await app.call('notes.open', { noteId })).note.body };
  },
};

export function openPlace(app: Program, clientId: string, place: TypingPlace): Promise<OpenPlace> {
  return openers[place](app, clientId);
}

/** Nothing when not even the first word is there. */
async function readDraft(app: Program, clientId: string): Promise<string> {
  const { page } = await app.call('clients.open', { clientId });
  const noteId = page.drafts[0]?.id;
  return noteId === undefined ? '' : (await app.call('notes.open', { noteId })).note.body;
}

/** The next one begins with an empty desk. */
export async function clearDesk(app: Program, clientId: string): Promise<void> {
  const { page } = await app.call('clients.open', { clientId });
  for (const { id } of page.drafts) await app.call('notes.discard', { commandId: randomUUID(), noteId: id });
  const { entries } = await app.call('clients.timeline', { clientId, filter: 'notes', before: null, limit: 200 });
  for (const { id } of entries) await app.call('notes.delete', { commandId: randomUUID(), noteId: id });
}
