import { readHealthFacts, readLastTouch } from '../../db/health-facts.ts';
import { readAsleep, readHealthSnoozes } from '../../db/health-snoozes.ts';
import { readThresholds, setThreshold } from '../../db/thresholds.ts';
import type { CardVerdict, ClientHealth } from '../../shared/contract/client-health.ts';
import type { Id } from '../../shared/contract/call.ts';
import { languageOf } from '../../shared/health/doubts.ts';
import { worstAwake } from '../../shared/health/reasons.ts';
import { actsFor } from '../../shared/health/receipt-acts.ts';
import { changesSinceLastWeek, receipt } from '../../shared/health/receipt.ts';
import { carryOut, type Context, type HandlersOf } from './context.ts';
import { readDoubts } from './doubts.ts';

type Calls = 'health.receipt' | 'health.verdicts' | 'health.setThreshold';

export function clientHealthHandlers(context: Context): Pick<HandlersOf<'health'>, Calls> {
  const { storage } = context;
  return {
    'health.receipt': async ({ clientId }) => ({
      revision: await storage.revision(),
      health: await healthOf(context, clientId),
    }),
    'health.verdicts': async () => ({
      revision: await storage.revision(),
      verdicts: await doubtful(context),
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

async function doubtful(context: Context): Promise<readonly CardVerdict[]> {
  const asleep = await readAsleep(context.storage.read, context.clock.today());
  return [...(await readDoubts(context))].map(([clientId, doubt]): CardVerdict => {
    const sleeping = asleep.get(clientId);
    const worst = worstAwake(doubt.reasons, (subject) => sleeping?.has(subject) === true);
    return { clientId, verdict: doubt.verdict, worst, ...languageOf(doubt, worst) };
  });
}
