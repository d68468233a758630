import { randomUUID } from 'node:crypto';
import type { HandlersOf } from '../../../electron/backend/context.ts';
import { type Rows, shareOf } from './rows.ts';

type Handlers = HandlersOf<'board'>;

export interface Hands {
  readonly create: Handlers['board.createClient'];
  readonly move: Handlers['board.moveClient'];
}

/** What a partner does next in a file that was opened: whatever lies in wait in it comes out now. The new client. */
export async function workIn({ create, move }: Hands): Promise<string> {
  const { card } = await create({ commandId: randomUUID(), name: 'Written afterwards', stage: 'honeymoon' });
  await move({ commandId: randomUUID(), clientId: card.id, stage: 'stable', after: null });
  return card.id;
}

/** All that was there before is there to the letter, and so is the work with its history. */
export function holdsWork(found: Rows, whole: Rows, clientId: string): boolean {
  const { agency, history } = shareOf(found, whole);
  const isThere = (rows: readonly string[] | undefined, ...words: readonly string[]) =>
    rows?.some((row) => words.every((word) => row.includes(`"${word}"`))) ?? false;
  return (
    agency === 1 &&
    history === 1 &&
    isThere(found.agency.get('client'), clientId, 'stable') &&
    isThere(found.history.get('local_change'), clientId, 'stage', 'honeymoon', 'stable')
  );
}
