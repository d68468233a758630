import { addRow } from '../../../db/row-changes.ts';
import { recentPeriods } from '../../../shared/health/reports.ts';
import { clientNamed } from './fill-attention.ts';
import type { Filling } from './filling.ts';
import { sampleHealth } from './health-facts.ts';

/** Plans, ideas and reports, from which the verdicts of the example follow. */
export async function fillHealth(filling: Filling): Promise<void> {
  const { writer, stamp, say, dayAgo } = filling;
  for (const { name, plan, idea, reportDaysAgo } of sampleHealth) {
    const client_id = await clientNamed(filling, name);
    if (plan !== undefined)
      await addRow(writer, stamp, 'intent_check', {
        client_id,
        checked_on: dayAgo({ days: plan.daysAgo }),
        has_plan: 'yes',
        said_by: say(plan.saidBy),
        words: say(plan.words),
      });
    if (idea !== undefined)
      await addRow(writer, stamp, 'insight', {
        client_id,
        kind: 'idea',
        told_on: dayAgo({ days: idea.daysAgo }),
        title: say(idea.title),
        state: idea.isAccepted === true ? 'accepted' : 'offered',
      });
    if (reportDaysAgo === undefined) continue;
    const sent_on = dayAgo({ days: reportDaysAgo });
    const [, period = ''] = recentPeriods('month', sent_on, 2);
    await addRow(writer, stamp, 'report', { client_id, kind: 'month', period, sent_on });
  }
}
