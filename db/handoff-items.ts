import type { Selectable } from 'kysely';
import { handoffTemplate, type HandoffTemplate } from '../shared/content/handoff-template.ts';
import type { HandoffItem } from '../shared/contract/handoff.ts';
import { AppError } from '../shared/errors.ts';
import { isOpen, isTransferStep, stateProblem } from '../shared/handoff/items.ts';
import { titleOf } from '../shared/handoff/plan.ts';
import { sideIn } from '../shared/handoff/successor-switch.ts';
import { transferEvidence, transferTitle } from '../shared/handoff/transfer-items.ts';
import type { Language, Words } from '../shared/language.ts';
import { readAssets } from './assets.ts';
import { readHandoff, successorMode } from './handoff.ts';
import { localDay } from './local-day.ts';
import { addRow, expectLiving, lastPlaceOf } from './row-changes.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import { expectOne, touched } from './rows.ts';
import type { Stamp } from './storage.ts';

const template: HandoffTemplate = handoffTemplate;
const templateItems = new Map(template.items.map((item) => [item.code, item]));

/**
 * Items in the order of the plan. The title of a template item stands empty in the file and is said in the asked
 * language; once somebody has written a title of their own, that one holds in every language.
 */
export async function readItems(
  reader: Reader,
  handoffId: string,
  language: Language,
): Promise<readonly HandoffItem[]> {
  const rows = await reader
    .selectFrom('handoff_item')
    .leftJoin('asset', 'asset.id', 'handoff_item.asset_id')
    .selectAll('handoff_item')
    .select('asset.name as account')
    .where('handoff_id', '=', handoffId)
    .where('handoff_item.deleted_at', 'is', null)
    .orderBy('due_on')
    .orderBy('handoff_item.place')
    .orderBy('handoff_item.id')
    .execute();
  const { successor, client_id } = await readHandoff(reader, handoffId);
  const mode = successorMode(successor);
  const assets = new Set((await readAssets(reader, client_id)).map(({ id }) => id));
  const afterOf = await readDependencies(reader, handoffId);
  return rows.map((row) => {
    const given = givenWords(row, row.account, mode);
    return {
      id: row.id,
      code: row.code,
      section: row.section,
      title: titleIn(row, given, language),
      side: sideIn(mode, row),
      person: row.person,
      dueOn: row.due_on,
      state: row.state,
      stateReason: row.state_reason,
      isMandatory: row.is_mandatory === 1,
      evidence: row.evidence,
      evidenceHint: inLanguage(row, given.evidence, language) ?? '',
      confirmedBy: row.confirmed_by,
      confirmedOn: row.confirmed_on,
      assetId: row.asset_id !== null && assets.has(row.asset_id) ? row.asset_id : null,
      doneAt: row.done_at,
      place: row.place,
      after: [...(afterOf.get(row.id) ?? [])],
    };
  });
}

/** What each item is called by the day it is due, of those that left the plan too. */
export async function readTitles(
  reader: Reader,
  handoffId: string,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('handoff_item')
    .leftJoin('asset', 'asset.id', 'handoff_item.asset_id')
    .selectAll('handoff_item')
    .select('asset.name as account')
    .where('handoff_id', '=', handoffId)
    .orderBy('due_on')
    .orderBy('handoff_item.place')
    .orderBy('handoff_item.id')
    .execute();
  const mode = successorMode((await readHandoff(reader, handoffId)).successor);
  return new Map(rows.map((row) => [row.id, titleIn(row, givenWords(row, row.account, mode), language)]));
}

/** Steps that are called by the account they are about. */
export async function readAccountSteps(reader: Reader, handoffId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('handoff_item')
    .select('id')
    .where('handoff_id', '=', handoffId)
    .where('asset_id', 'is not', null)
    .where('title', '=', '')
    .where('own_title_en', 'is', null)
    .where('own_title_ru', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function titleIn(row: Pick<ItemRow, 'title' | 'code'>, given: GivenWords, language: Language): string {
  return row.title === '' ? (inLanguage(row, given.title, language) ?? row.code) : row.title;
}

type ItemRow = Selectable<Schema['handoff_item']>;
type WordCells = Pick<
  ItemRow,
  'code' | 'section' | 'own_title_en' | 'own_title_ru' | 'own_evidence_en' | 'own_evidence_ru'
>;

interface GivenWords {
  readonly title: Words | null;
  readonly evidence: Words | null;
}

/** What an item says as long as nobody writes a title of their own: the words of its template, or of its access. */
function givenWords(row: WordCells, account: string | null, successor: string): GivenWords {
  if (isTransferStep(row) && account !== null) return { title: transferTitle(account), evidence: transferEvidence };
  const known = templateItems.get(row.code);
  return {
    title: bothWords(row.own_title_en, row.own_title_ru, known ? titleOf(known, successor) : null),
    evidence: bothWords(row.own_evidence_en, row.own_evidence_ru, known?.evidence ?? null),
  };
}

/** What was kept in a language, else what ships; null where there is neither. */
function bothWords(en: string | null, ru: string | null, ships: Words | null): Words | null {
  return en === null && ru === null ? ships : { en: en ?? ships?.en ?? '', ru: ru ?? ships?.ru ?? '' };
}

/** An item of one's own may have words in one language only; one that ships says nothing where it was emptied. */
function inLanguage({ code }: Pick<ItemRow, 'code'>, words: Words | null, language: Language): string | null {
  if (words === null || templateItems.has(code)) return words?.[language] ?? null;
  return words[language] || words[language === 'en' ? 'ru' : 'en'];
}

async function readDependencies(reader: Reader, handoffId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader
    .selectFrom('handoff_item_after as link')
    .innerJoin('handoff_item as item', 'item.id', 'link.item_id')
    .innerJoin('handoff_item as first', 'first.id', 'link.after_item_id')
    .where('item.handoff_id', '=', handoffId)
    .where('link.deleted_at', 'is', null)
    .where('first.deleted_at', 'is', null)
    .select(['item.id as item_id', 'first.id as first_id'])
    .orderBy('first.due_on')
    .orderBy('first.id')
    .execute();
  const byItem = Map.groupBy(rows, (row) => row.item_id);
  return new Map([...byItem].map(([id, links]) => [id, links.map((link) => link.first_id)]));
}

/** When each item was changed last. */
export async function readItemTimes(reader: Reader, handoffId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('handoff_item')
    .select(['id', 'updated_at'])
    .where('handoff_id', '=', handoffId)
    .execute();
  return new Map(rows.map(({ id, updated_at }) => [id, updated_at]));
}

export interface NewItem {
  readonly handoffId: string;
  readonly title: string;
  readonly side: string;
  readonly person: string;
  readonly dueOn: string;
}

export async function addItem(writer: Writer, stamp: Stamp, item: NewItem): Promise<void> {
  const { handoffId, title, side, person, dueOn } = item;
  await addRow(writer, stamp, 'handoff_item', {
    handoff_id: handoffId,
    title,
    side,
    person,
    due_on: dueOn,
    state: 'todo',
    place: await lastPlaceOf(writer, 'handoff_item', 'handoff_id', handoffId),
  });
}

/** The handoff an item belongs to, also when the item was deleted. */
export async function handoffOfItem(reader: Reader, itemId: string): Promise<string> {
  const row = await reader.selectFrom('handoff_item').select('handoff_id').where('id', '=', itemId).executeTakeFirst();
  if (!row?.handoff_id) throw new AppError('not_found', 'no such item');
  return row.handoff_id;
}

async function readItem(reader: Reader, itemId: string) {
  const row = await reader
    .selectFrom('handoff_item')
    .selectAll()
    .where('id', '=', itemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', 'no such item');
  return row;
}

export interface ItemChange {
  readonly title?: string | undefined;
  readonly side?: string | undefined;
  readonly person?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly state?: string | undefined;
  readonly stateReason?: string | undefined;
  readonly evidence?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly confirmedOn?: string | null | undefined;
  readonly assetId?: string | null | undefined;
}

/** An item that says one of these says nothing of its own. */
async function givenTitles(
  writer: Writer,
  row: WordCells & { readonly asset_id: string | null },
): Promise<readonly string[]> {
  const account =
    row.asset_id === null
      ? undefined
      : await writer.selectFrom('asset').select('name').where('id', '=', row.asset_id).executeTakeFirst();
  return ['contractor', 'in_house'].flatMap((successor) =>
    Object.values(givenWords(row, account?.name ?? null, successor).title ?? {}),
  );
}

/** Refused with `evidence_missing` or `reason_missing` when the item would say what nothing shows. */
export async function changeItem(writer: Writer, stamp: Stamp, itemId: string, change: ItemChange): Promise<void> {
  const before = await readItem(writer, itemId);
  const given = await givenTitles(writer, before);
  const state = change.state ?? before.state;
  const dueOn = change.dueOn ?? before.due_on;
  if (isTransferStep(before) && change.assetId !== undefined && change.assetId !== before.asset_id)
    throw new AppError('bad_input', 'the step is made for its access');
  if (change.assetId) await expectLiving(writer, 'asset', change.assetId);
  const after = {
    title: change.title === undefined ? before.title : given.includes(change.title) ? '' : change.title,
    side: change.side ?? (await sideAfter(writer, before, state)),
    person: change.person ?? before.person,
    due_on: dueOn,
    is_day_own: dueOn === before.due_on ? before.is_day_own : 1,
    state,
    state_reason: change.stateReason ?? before.state_reason,
    evidence: change.evidence ?? before.evidence,
    ...acceptance(stamp, before, change),
    asset_id: change.assetId === undefined ? before.asset_id : change.assetId,
    done_at: state === 'done' ? (before.done_at ?? stamp.now) : null,
  };
  const problem = stateProblem({
    state,
    isMandatory: before.is_mandatory === 1,
    evidence: after.evidence,
    stateReason: after.state_reason,
  });
  if (problem) throw new AppError(problem, `item may not be ${state}`);
  const result = await writer
    .updateTable('handoff_item')
    .set({ ...after, ...touched(stamp) })
    .where('id', '=', itemId)
    .executeTakeFirst();
  expectOne(result);
}

/** Where nobody new takes over, what is done was done by the client. */
async function sideAfter(writer: Writer, before: ItemRow, state: string): Promise<string> {
  if (isOpen({ state }) || !isOpen(before)) return before.side;
  const { successor } = await readHandoff(writer, before.handoff_id ?? '');
  return sideIn(successorMode(successor), before);
}

interface Acceptance {
  readonly confirmed_by: string;
  readonly confirmed_on: string | null;
}

/** Who accepts it does so today, unless another day is said; what nobody accepts has no day. */
function acceptance(stamp: Stamp, before: Acceptance, change: ItemChange): Acceptance {
  const confirmed_by = change.confirmedBy ?? before.confirmed_by;
  if (confirmed_by.trim() === '') return { confirmed_by, confirmed_on: null };
  if (change.confirmedOn !== undefined) return { confirmed_by, confirmed_on: change.confirmedOn };
  const isNew = before.confirmed_by.trim() === '';
  return { confirmed_by, confirmed_on: isNew ? localDay(stamp.now) : before.confirmed_on };
}

/** A step of the plan that must be shown is not deleted: it may say why it does not apply. */
export async function deleteItem(writer: Writer, stamp: Stamp, itemId: string): Promise<void> {
  const mandatory = await writer
    .selectFrom('handoff_item')
    .select('id')
    .where('id', '=', itemId)
    .where('is_mandatory', '=', 1)
    .executeTakeFirst();
  if (mandatory) throw new AppError('step_mandatory', 'a mandatory step stays in the plan');
  const result = await writer
    .updateTable('handoff_item')
    // On nobody's side it does not return when who takes over turns out otherwise.
    .set({ side: '', deleted_at: stamp.now, ...touched(stamp) })
    .where('id', '=', itemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  expectOne(result);
}
