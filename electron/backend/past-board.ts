import { restAfter } from '../../db/board-as-of.ts';
import { lastCommandOf } from '../../db/board-days.ts';
import type { Card } from '../../shared/contract/board.ts';
import type { CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import type { Context } from './context.ts';

interface Answered {
  readonly moment: number;
  /** As text, which tells at once whether a card is the same. */
  readonly cards: ReadonlyMap<string, string>;
}

/** What was answered last from a file; the page asks for one board after the other. */
const lastOf = new WeakMap<Context['storage'], Answered & { readonly rest: NodeJS.Timeout }>();

/** Let go of when nobody looked at the past for so long, as the copy it was read from. */
function remember(storage: Context['storage'], answered: Answered): void {
  clearTimeout(lastOf.get(storage)?.rest);
  const rest = setTimeout(() => lastOf.delete(storage), restAfter);
  rest.unref();
  lastOf.set(storage, { ...answered, rest });
}

/**
 * The board of a past day. A page that goes on from the board it got last is sent what differs: of 10,000 clients a day
 * changes few, and sending all of them would take longer than finding them out.
 */
export async function pastBoard(
  { storage, clock }: Pick<Context, 'storage' | 'clock'>,
  { day, seen }: CallRequest<'board.past'>,
): Promise<CallOutput<'board.past'>> {
  const moment = await lastCommandOf(storage.read, day, clock.today());
  const cards = await storage.cardsAfter(moment);
  const last = lastOf.get(storage);
  const now = new Map(cards.map((card) => [card.id, JSON.stringify(card)]));
  remember(storage, { moment, cards: now });
  if (last?.moment !== seen) return { day, moment, isWhole: true, cards, gone: [] };
  return { day, moment, isWhole: false, ...difference(last.cards, now, cards) };
}

function difference(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  cards: readonly Card[],
): { readonly cards: Card[]; readonly gone: string[] } {
  return {
    cards: cards.filter(({ id }) => before.get(id) !== now.get(id)),
    gone: [...before.keys()].filter((id) => !now.has(id)),
  };
}
