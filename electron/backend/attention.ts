import { countClients, readAttention } from '../../db/attention.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { attentionCount, attentionOf, nextContacts } from '../../shared/health/attention.ts';
import type { Context } from './context.ts';

/** What waits on the clock's today: the page, the number in the side bar and the notification all come from here. */
export async function attentionNow({
  storage,
  clock,
}: Pick<Context, 'storage' | 'clock'>): Promise<CallOutput<'health.attention'>> {
  const revision = await storage.revision();
  const today = clock.today();
  const facts = await readAttention(storage.read, today);
  const { rows, snoozed } = attentionOf(facts, today);
  const { onBoard, ended } = await countClients(storage.read);
  return {
    revision,
    today,
    rows,
    snoozed,
    next: nextContacts(facts.clients, today),
    counts: {
      clients: onBoard,
      archive: ended,
      handoffs: facts.handoffs.length,
      attention: attentionCount(rows),
    },
  };
}
