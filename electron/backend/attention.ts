import { readAttention } from '../../db/attention.ts';
import { readCounts } from '../../db/counts.ts';
import type { Id } from '../../shared/contract/call.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { attentionCount, attentionOf, nextContacts } from '../../shared/health/attention.ts';
import type { Context } from './context.ts';
import { readDoubts } from './doubts.ts';

/**
 * What waits on the clock's today: the page, the number in the side bar and the notification all come from here. The rows
 * are everybody's; numbers beside pages that show one partner's clients alone count those.
 */
export async function attentionNow(
  { storage, clock }: Pick<Context, 'storage' | 'clock'>,
  partnerId: Id | null = null,
): Promise<CallOutput<'health.attention'>> {
  const revision = await storage.revision();
  const today = clock.today();
  const facts = await readAttention(storage.read, today);
  const { rows, snoozed } = attentionOf({ ...facts, doubts: await readDoubts({ storage, clock }) }, today);
  const { onBoard, ended, handoffs } = await readCounts(storage.read, partnerId);
  const theirs = rows.filter((row) => partnerId === null || row.partnerId === partnerId);
  return {
    revision,
    today,
    rows,
    snoozed,
    next: nextContacts(facts.clients, today),
    counts: {
      clients: onBoard,
      archive: ended,
      handoffs,
      attention: attentionCount(theirs),
    },
  };
}
