import { planItemId } from '../../../db/handoff-plan.ts';
import { localDay } from '../../../db/local-day.ts';
import { newRow, touched } from '../../../db/rows.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { dueOn, endOfHandoff } from '../../../shared/handoff/plan.ts';
import { addDays } from '../../../shared/calendar.ts';
import { placesBetween } from '../../../shared/place.ts';
import type { Filling } from './filling.ts';
import { careDays, handoffDay, items, letter, reasonText, type SampleItem } from './spindle-handoff.ts';
import { assets, candidates } from './spindle-register.ts';

/** The handoff of «Веретено» on its first day: the whole plan is ahead. */
export async function fillHandoff(filling: Filling, clientId: Id): Promise<void> {
  const { writer, stamp, say, dayAgo, partners } = filling;
  const startOn = dayAgo({ days: handoffDay });
  const endOn = endOfHandoff(startOn);
  const engagement = await writer
    .selectFrom('engagement')
    .select('id')
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  const row = newRow(stamp);
  await writer
    .insertInto('handoff')
    .values({
      ...row,
      client_id: clientId,
      engagement_id: engagement?.id ?? null,
      lead_partner_id: partners.nika,
      start_on: startOn,
      end_on: endOn,
      care_until_on: addDays(endOn, careDays),
      state: 'running',
      successor: 'contractor',
      letter: say(letter),
      reason_text: say(reasonText),
    })
    .execute();
  for (const code of ['outgrew_each_other', 'no_growth_plan'])
    await writer
      .insertInto('parting_reason')
      .values({ ...newRow(stamp), client_id: clientId, handoff_id: row.id, code })
      .execute();
  const accesses = await fillAssets(filling, clientId, startOn);
  await fillItems(filling, row.id, { startOn, accesses });
  await fillCandidates(filling, row.id);
}

interface Start {
  readonly startOn: string;
  /** Ids of the accesses by name. */
  readonly accesses: ReadonlyMap<string, Id>;
}

async function fillItems(filling: Filling, handoffId: Id, { startOn, accesses }: Start): Promise<void> {
  const { writer, stamp, say, calendar } = filling;
  const ids = new Map<SampleItem, Id>();
  const places = placesBetween(null, null, items.length);
  for (const [index, item] of items.entries()) {
    const made = newRow(stamp);
    const row = item.code === undefined ? made : { ...made, id: planItemId(handoffId, item.code) };
    ids.set(item, row.id);
    await writer
      .insertInto('handoff_item')
      .values({
        ...row,
        handoff_id: handoffId,
        code: item.code ?? '',
        section: item.code?.slice(0, 1) ?? 'A',
        title: say(item.title),
        side: item.side,
        person: item.person ? say(item.person) : '',
        due_on: dueOn(startOn, item.day, calendar),
        plan_day: item.day,
        state: 'todo',
        is_mandatory: 1,
        place: places[index] ?? '',
        asset_id: item.access ? (accesses.get(say(item.access)) ?? null) : null,
      })
      .execute();
    const first = item.after && ids.get(item.after);
    if (first !== undefined)
      await writer
        .insertInto('handoff_item_after')
        .values({ ...newRow(stamp), item_id: row.id, after_item_id: first })
        .execute();
  }
}

/** What was done on a day of the handoff. */
export async function fillDoneItem(
  { writer, stamp, say }: Filling,
  { title, done, acceptedBy }: SampleItem,
): Promise<void> {
  await writer
    .updateTable('handoff_item')
    .set({
      state: 'done',
      evidence: done ? say(done) : '',
      done_at: stamp.now,
      ...touched(stamp),
      ...(acceptedBy && { confirmed_by: say(acceptedBy), confirmed_on: localDay(stamp.now) }),
    })
    .where('title', '=', say(title))
    .execute();
}

async function fillAssets(
  { writer, stamp, say }: Filling,
  clientId: Id,
  startOn: string,
): Promise<ReadonlyMap<string, Id>> {
  const ids = new Map<string, Id>();
  const places = placesBetween(null, null, assets.length);
  for (const [index, asset] of assets.entries()) {
    const row = newRow(stamp);
    ids.set(say(asset.name), row.id);
    await writer
      .insertInto('asset')
      .values({
        ...row,
        client_id: clientId,
        name: say(asset.name),
        where_kept: say(asset.whereKept),
        held_by: say(asset.heldBy),
        admin: say(asset.heldBy),
        goes_to: asset.goesTo,
        state: asset.state,
        state_on: asset.day === null ? null : addDays(startOn, asset.day),
        place: places[index] ?? '',
      })
      .execute();
  }
  return ids;
}

async function fillCandidates({ writer, stamp, say }: Filling, handoffId: Id): Promise<void> {
  const places = placesBetween(null, null, candidates.length);
  for (const [index, candidate] of candidates.entries()) {
    const row = newRow(stamp);
    await writer
      .insertInto('candidate')
      .values({
        ...row,
        handoff_id: handoffId,
        name: say(candidate.name),
        fits: say(candidate.fits),
        consider: say(candidate.consider),
        load: say(candidate.load),
        contact: candidate.contact ? say(candidate.contact) : '',
        state: candidate.state,
        place: places[index] ?? '',
      })
      .execute();
    for (const [question, answer] of candidate.answers)
      await writer
        .insertInto('candidate_answer')
        .values({ ...newRow(stamp), candidate_id: row.id, question, answer: say(answer) })
        .execute();
  }
}
