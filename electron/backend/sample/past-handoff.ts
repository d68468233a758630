import { addPlan } from '../../../db/handoff-plan.ts';
import { addMoment } from '../../../db/retrospectives.ts';
import { newRow, touched } from '../../../db/rows.ts';
import type { HealthReason } from '../../../shared/contract/client-health.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { addDays } from '../../../shared/calendar.ts';
import { endOfHandoff, handoffDays, keptPlan } from '../../../shared/handoff/plan.ts';
import type { RetrospectiveMoment } from '../../../shared/handoff/retrospective.ts';
import type { Calendar, Filling, Happening } from './filling.ts';
import type { SampleClient } from './sample-client.ts';
import { words } from './sample-client.ts';

const shown = words('Письмо клиента в папке передачи', 'The client’s letter in the handoff folder');
const theirWords = words(
  'Просили держать для них место на следующую осень',
  'They asked us to keep a place for them next autumn',
);
const lesson = words(
  'О планах на год спрашивать весной, а не когда отчёты стали скучными',
  'Ask about plans for the year in spring, not when reports have become boring',
);

/** A month of handoff that went as promised: begun four weeks before the client left, and closed on that day. */
export function pastHandoff(
  { dayAgo, instantAgo }: Calendar,
  client: SampleClient,
  clientId: Id,
): readonly Happening[] {
  const { ended, partner: by } = client;
  if (ended === undefined) return [];
  const days = handoffDays - 2;
  const startAgo = { ...ended.ago, days: (ended.ago.days ?? 0) + days };
  let handoffId = '';
  const begun: Happening = {
    name: 'handoff.end',
    at: instantAgo(startAgo, 9),
    by,
    fill: async (filling) => {
      handoffId = await begin(filling, clientId, dayAgo(startAgo));
    },
  };
  const closed: Happening = {
    name: 'handoff.close',
    at: instantAgo(ended.ago, 9),
    by,
    fill: (filling) => close(filling, handoffId),
  };
  return [begun, closed];
}

const rhythm = (days: number): HealthReason => ({ code: 'rhythm', days, norm: 14, points: -10, isUnknown: false });
const noIdeas: HealthReason = { code: 'ideas', count: 0, norm: 90, insightId: null, points: -6, isUnknown: false };
const noPlan: HealthReason = {
  code: 'intent',
  answer: 'no',
  days: 4,
  norm: 180,
  checkId: null,
  points: -6,
  isUnknown: false,
};

const moments: readonly RetrospectiveMoment[] = [
  { daysBefore: 90, verdict: 'watch', reasons: [noIdeas, { code: 'quiet', now: 3, before: 7 }] },
  { daysBefore: 60, verdict: 'watch', reasons: [rhythm(26), noIdeas] },
  { daysBefore: 30, verdict: 'risk', reasons: [noPlan, rhythm(31)] },
];

async function begin({ writer, stamp, calendar, partners }: Filling, clientId: Id, startOn: string): Promise<Id> {
  const row = newRow(stamp);
  const endOn = endOfHandoff(startOn);
  await writer
    .insertInto('handoff')
    .values({
      ...row,
      client_id: clientId,
      lead_partner_id: partners.vera,
      start_on: startOn,
      end_on: endOn,
      care_until_on: addDays(endOn, handoffDays),
      state: 'running',
      successor: 'contractor',
    })
    .execute();
  await addPlan(writer, stamp, row.id, keptPlan({ startOn, successor: 'contractor', extended: [], calendar }));
  return row.id;
}

async function close({ writer, stamp, say }: Filling, handoffId: Id): Promise<void> {
  await writer
    .updateTable('handoff_item')
    .set({ state: 'done', evidence: say(shown), done_at: stamp.now, ...touched(stamp) })
    .where('handoff_id', '=', handoffId)
    .execute();
  await writer
    .updateTable('handoff')
    .set({
      state: 'closed',
      closed_at: stamp.now,
      would_return: 'perhaps',
      would_return_words: say(theirWords),
      lesson: say(lesson),
      told_by: 'ideas',
      ...touched(stamp),
    })
    .where('id', '=', handoffId)
    .execute();
  for (const moment of moments) await addMoment(writer, stamp, handoffId, moment);
}
