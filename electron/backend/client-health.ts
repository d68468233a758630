import { readHealthFacts, readLastTouch } from '../../db/health-facts.ts';
import { readAsleep, readHealthSnoozes } from '../../db/health-snoozes.ts';
import { readThresholds, setThreshold } from '../../db/thresholds.ts';
import type { CardVerdict, ClientHealth, HealthReason } from '../../shared/contract/client-health.ts';
import type { Day, Id } from '../../shared/contract/call.ts';
import { daysSince } from '../../shared/health/days-since.ts';
import { worstAwake } from '../../shared/health/reasons.ts';
import { actsFor } from '../../shared/health/receipt-acts.ts';
import { changesSinceLastWeek, receipt } from '../../shared/health/receipt.ts';
import { carryOut, type Context, type HandlersOf } from './context.ts';

type Calls = 'health.receipt' | 'health.verdicts' | 'health.setThreshold';

export function clientHealthHandlers(context: Context): Pick<HandlersOf<'health'>, Calls> {
  const { storage, clock } = context;
  return {
    'health.receipt': async ({ clientId }) => ({
      revision: await storage.revision(),
      health: await healthOf(context, clientId),
    }),
    'health.verdicts': async () => ({
      revision: await storage.revision(),
      verdicts: await doubtful(context, clock.today()),
    }),
    'health.setThreshold': (request) =>
      carryOut(context, 'health.setThreshold', request, (writer, stamp) => setThreshold(writer, stamp, request)),
  };
}

async function healthOf({ storage, clock }: Context, clientId: Id): Promise<ClientHealth | null> {
  const today = clock.today();
  const facts = (await readHealthFacts(storage.read, { only: clientId, today })).get(clientId);
  const now = facts === undefined ? null : receipt(facts, today);
  if (facts === undefined || now === null) return null;
  return {
    receipt: now,
    lastTouchId: await readLastTouch(storage.read, clientId, today),
    changes: changesSinceLastWeek(facts, now, today),
    acts: actsFor(facts, now, today),
    thresholds: await readThresholds(storage.read, clientId),
    snoozes: await readHealthSnoozes(storage.read, clientId, today),
  };
}

async function doubtful({ storage }: Context, today: Day): Promise<readonly CardVerdict[]> {
  const facts = await readHealthFacts(storage.read, { only: null, today });
  const asleep = await readAsleep(storage.read, today);
  const since = daysSince(today);
  return [...facts].flatMap(([clientId, each]): readonly CardVerdict[] => {
    const now = receipt(each, today, since);
    if (now?.verdict !== 'watch' && now?.verdict !== 'risk') return [];
    const sleeping = asleep.get(clientId);
    const worst = worstAwake(now, (subject) => sleeping?.has(subject) === true);
    return [{ clientId, verdict: now.verdict, worst: worst === null ? null : forCard(worst) }];
  });
}

/** More than two lines of a card hold. */
const longestEvidence = 160;

/** A card has room for two lines, and there may be thousands of cards. */
function forCard(reason: HealthReason): HealthReason {
  if (reason.code !== 'flag') return reason;
  const line = reason.evidence.replaceAll(/\s+/gu, ' ').trim();
  const evidence = line.length > longestEvidence ? `${line.slice(0, longestEvidence).trimEnd()}…` : line;
  return { ...reason, evidence };
}
