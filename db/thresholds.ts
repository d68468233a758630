import { v5 } from 'uuid';
import type { Id } from '../shared/contract/call.ts';
import type { ClientHealth } from '../shared/contract/client-health.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { defaultThresholds, healthRules, type HealthRule, isHealthRule } from '../shared/health/thresholds.ts';
import { isBoardStage } from '../shared/stage.ts';
import { contactNormOf, type OwnStage } from '../shared/stage-words.ts';
import { expectClient } from './records.ts';
import { changeRow, putRow } from './row-changes.ts';
import { dayOf } from './local-day.ts';
import type { Reader, Writer } from './schema.ts';
import { readOwnStages } from './stages.ts';
import type { Stamp } from './storage.ts';

/** Where a stage has no norm of its own. */
const someNorm = 14;

type OwnThresholds = Readonly<Partial<Record<HealthRule, number>>>;

function ownRows(reader: Reader, clientId: Id | null) {
  return reader
    .selectFrom('client_threshold')
    .select(['client_id', 'rule', 'days', 'updated_at'])
    .where('deleted_at', 'is', null)
    .where('days', 'is not', null)
    .$if(clientId !== null, (query) => query.where('client_id', '=', clientId))
    .execute();
}

/** What was changed for each client; null asks for all of them. The norm of touches is a column of the client. */
export async function readOwnThresholds(
  reader: Reader,
  clientId: Id | null,
): Promise<ReadonlyMap<Id | null, OwnThresholds>> {
  const rows = await ownRows(reader, clientId);
  const own = new Map<Id | null, OwnThresholds>();
  for (const { client_id, rule, days } of rows)
    if (isHealthRule(rule) && days !== null) own.set(client_id, { ...own.get(client_id), [rule]: days });
  return own;
}

/** What the stage asks for of everybody. */
export function normOf(stage: string, stages: readonly OwnStage[]): number {
  return (isBoardStage(stage) ? contactNormOf(stage, stages) : null) ?? someNorm;
}

/** All rules with the days that hold for this client. */
export async function readThresholds(reader: Reader, clientId: Id): Promise<ClientHealth['thresholds']> {
  const card = await reader
    .selectFrom('local_client_card')
    .select(['stage', 'contact_norm_days as norm'])
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  const changed = new Map((await ownRows(reader, clientId)).map((row) => [row.rule, row]));
  const usual = { ...defaultThresholds, rhythm: normOf(card.stage, await readOwnStages(reader)) };
  return healthRules.map((rule) => {
    const row = changed.get(rule);
    const own = rule === 'rhythm' ? card.norm : (row?.days ?? null);
    const changedAt = rule === 'rhythm' ? '' : (row?.updated_at ?? '');
    const changedOn = changedAt === '' ? null : dayOf(changedAt);
    return { rule, days: own ?? usual[rule], isOwn: own !== null, usual: usual[rule], changedOn };
  });
}

/** Null: as everybody has it. */
export async function setThreshold(
  writer: Writer,
  stamp: Stamp,
  { clientId, rule, days }: CallRequest<'health.setThreshold'>,
): Promise<void> {
  await expectClient(writer, clientId);
  if (rule === 'rhythm') return changeRow(writer, stamp, 'client', clientId, { contact_norm_days: days });
  return putRow(writer, stamp, 'client_threshold', v5(`threshold ${rule}`, clientId), {
    client_id: clientId,
    rule,
    days,
  });
}
