import { readLanguages } from '../../db/clients.ts';
import { readHealthFacts } from '../../db/health-facts.ts';
import type { Reader } from '../../db/schema.ts';
import type { Day, Id } from '../../shared/contract/call.ts';
import type { HealthReason } from '../../shared/contract/client-health.ts';
import { daysSince } from '../../shared/health/days-since.ts';
import type { Doubt } from '../../shared/health/doubts.ts';
import { worstReasons } from '../../shared/health/reasons.ts';
import { receipt } from '../../shared/health/receipt.ts';
import { shortLine } from '../../shared/short-line.ts';
import type { Context } from './context.ts';

interface Known {
  readonly revision: number;
  readonly today: Day;
  readonly doubts: Promise<ReadonlyMap<Id, Doubt>>;
}

/** The board and the list of what waits ask after the same change: all clients are looked at once for both. */
const known = new WeakMap<object, Known>();

/** Of all clients on the board those in doubtful health, in the order of their cards. */
export async function readDoubts({
  storage,
  clock,
}: Pick<Context, 'storage' | 'clock'>): Promise<ReadonlyMap<Id, Doubt>> {
  const revision = await storage.revision();
  const today = clock.today();
  const last = known.get(storage);
  if (last?.revision === revision && last.today === today) return last.doubts;
  const doubts = doubtsOn(storage.read, today);
  known.set(storage, { revision, today, doubts });
  // What could not be read is read again when it is asked for again.
  doubts.catch(() => known.delete(storage));
  return doubts;
}

async function doubtsOn(reader: Reader, today: Day): Promise<ReadonlyMap<Id, Doubt>> {
  const facts = await readHealthFacts(reader, { only: null, today });
  const languages = await readLanguages(reader);
  const since = daysSince(today);
  const doubts = new Map<Id, Doubt>();
  for (const [clientId, each] of facts) {
    const now = receipt(each, today, since);
    if (now?.verdict !== 'watch' && now?.verdict !== 'risk') continue;
    const language = languages.get(clientId) ?? null;
    doubts.set(clientId, { verdict: now.verdict, reasons: worstReasons(now).map(inShort), language });
  }
  return doubts;
}

/** More than two lines of a card hold. */
const longestEvidence = 160;

/** A card has room for two lines, and there may be thousands of cards. */
function inShort(reason: HealthReason): HealthReason {
  if (reason.code !== 'flag') return reason;
  return { ...reason, evidence: shortLine(reason.evidence.replaceAll(/\s+/gu, ' ').trim(), longestEvidence) };
}
