import type { Id } from '../shared/contract/call.ts';
import { isBoardStage } from '../shared/stage.ts';
import { runningHandoffs } from './handoff.ts';
import type { Reader } from './schema.ts';

/** All clients who are with us; of one partner, or all, those with whom we have parted and the handoffs they lead. */
export async function readCounts(
  reader: Reader,
  partnerId: Id | null,
): Promise<{ readonly onBoard: number; readonly ended: number; readonly handoffs: number }> {
  const stages = await reader
    .selectFrom('local_client_card')
    .select(['stage', 'partner_id', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['stage', 'partner_id'])
    .execute();
  const sum = (isMeant: (row: (typeof stages)[number]) => boolean) =>
    stages.filter(isMeant).reduce((total, { count }) => total + count, 0);
  const isTheirs = (id: Id | null) => partnerId === null || id === partnerId;
  const leads = await runningHandoffs(reader).select('lead_partner_id').execute();
  return {
    onBoard: sum(({ stage }) => isBoardStage(stage)),
    ended: sum((row) => row.stage === 'ended' && isTheirs(row.partner_id)),
    handoffs: leads.filter((handoff) => isTheirs(handoff.lead_partner_id)).length,
  };
}
