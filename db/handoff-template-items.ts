import type { Id } from '../shared/contract/call.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { HandoffTemplateItemView, HandoffTemplateView } from '../shared/contract/handoff-templates.ts';
import { AppError } from '../shared/errors.ts';
import { mayWaitFor, type TemplateItem } from '../shared/handoff/template.ts';
import { dropLink, type Link, putLink } from './handoff-template-changes.ts';
import {
  cellsIn,
  emptyCells,
  itemIdOf,
  type ItemRow,
  livingItems,
  livingLinks,
  readTemplate,
  shippedOf,
} from './handoff-templates.ts';
import { changeRow, putRow, removeRow } from './row-changes.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// Changes of one item of a template.

type Cells = ReturnType<typeof cellsIn>;
type Change = Omit<CallRequest<'handoff.editTemplateItem'>, 'commandId'>;

export async function editTemplateItem(writer: Writer, stamp: Stamp, change: Change): Promise<void> {
  const template = await readTemplate(writer, change.templateId);
  const item = itemIn(template, change.code);
  const ships = shippedOf(change.code);
  const row = await rowOf(writer, change.templateId, change.code);
  const cells = cellsAfter(cellsIn(row ?? emptyCells), change, ships === null ? null : cellsOf(ships));
  if (ships === null && !cells.title_en && !cells.title_ru)
    throw new AppError('bad_input', 'an item needs a title', { title: 'missing' });
  const isTouched = Object.entries(cells).some(([name, cell]) => cell !== Reflect.get(row ?? emptyCells, name));
  if (isTouched && ships === null) await changeRow(writer, stamp, 'handoff_template_item', change.code, cells);
  else if (isTouched) await putShipped(writer, stamp, change, { ...cells, is_removed: 0 });
  if (change.after !== undefined) await waitFor(writer, stamp, template, { item, after: change.after });
}

/** What says the same as what ships is no change. */
function cellsAfter(now: Cells, change: Change, ships: Cells | null): Cells {
  const { title, evidence, day, side, isMandatory, condition } = change;
  const sent: Partial<Record<keyof Cells, string | number | undefined>> = {
    // A title that ships and is emptied is the one that ships again.
    title_en: title?.en === '' ? (ships?.title_en ?? '') : title?.en,
    title_ru: title?.ru === '' ? (ships?.title_ru ?? '') : title?.ru,
    evidence_en: evidence?.en,
    evidence_ru: evidence?.ru,
    day,
    side,
    is_mandatory: isMandatory === undefined ? undefined : Number(isMandatory),
    condition: condition === undefined ? undefined : (condition ?? ''),
  };
  const text = (name: 'title_en' | 'title_ru' | 'evidence_en' | 'evidence_ru' | 'side' | 'condition') => {
    const value = sent[name];
    return value === undefined ? now[name] : ships?.[name] === value ? null : String(value);
  };
  const number = (name: 'day' | 'is_mandatory') => {
    const value = sent[name];
    return value === undefined ? now[name] : ships?.[name] === value ? null : Number(value);
  };
  return {
    title_en: text('title_en'),
    title_ru: text('title_ru'),
    evidence_en: text('evidence_en'),
    evidence_ru: text('evidence_ru'),
    day: number('day'),
    side: text('side'),
    is_mandatory: number('is_mandatory'),
    condition: text('condition'),
  };
}

function cellsOf({ title, evidence, day, side, isMandatory, condition }: TemplateItem): Cells {
  return {
    title_en: title.en,
    title_ru: title.ru,
    evidence_en: evidence.en,
    evidence_ru: evidence.ru,
    day,
    side,
    is_mandatory: Number(isMandatory),
    condition: condition ?? '',
  };
}

interface Waiting {
  readonly item: HandoffTemplateItemView;
  readonly after: readonly string[];
}

/** Links that ship are dropped by a row, and others are rows. */
async function waitFor(
  writer: Writer,
  stamp: Stamp,
  { id: templateId, items }: HandoffTemplateView,
  { item, after }: Waiting,
): Promise<void> {
  const ships = new Set(shippedOf(item.code)?.after);
  const wanted = new Set(after);
  for (const first of wanted) {
    if (item.after.includes(first)) continue;
    if (!items.some(({ code }) => code === first)) throw new AppError('not_found', 'no such item to wait for');
    if (!mayWaitFor(items, item.code, first)) throw new AppError('bad_input', 'an item would wait for itself');
    const link = { templateId, item: item.code, first };
    if (ships.has(first)) await dropLink(writer, stamp, link);
    else await putLink(writer, stamp, link, 0);
  }
  for (const first of item.after) {
    if (!wanted.has(first)) await waitNoMore(writer, stamp, { templateId, item: item.code, first });
  }
}

async function waitNoMore(writer: Writer, stamp: Stamp, link: Link): Promise<void> {
  if (shippedOf(link.item)?.after.includes(link.first)) await putLink(writer, stamp, link, 1);
  else await dropLink(writer, stamp, link);
}

/** While it was away, or waited for nothing, others may have come to wait for it: it does not wait for them. */
async function cutCircles(writer: Writer, stamp: Stamp, { templateId, code }: ItemOf): Promise<void> {
  const { items } = await readTemplate(writer, templateId);
  for (const first of items.find((each) => each.code === code)?.after ?? [])
    if (!mayWaitFor(items, code, first)) await waitNoMore(writer, stamp, { templateId, item: code, first });
}

interface ItemOf {
  readonly templateId: Id;
  readonly code: string;
}

/** What waited for it waits for nothing of it any more. */
export async function removeTemplateItem(writer: Writer, stamp: Stamp, { templateId, code }: ItemOf): Promise<void> {
  itemIn(await readTemplate(writer, templateId), code);
  if (shippedOf(code) === null) return removeRow(writer, stamp, 'handoff_template_item', code);
  const row = await rowOf(writer, templateId, code);
  await putShipped(writer, stamp, { templateId, code }, { ...cellsIn(row ?? emptyCells), is_removed: 1 });
}

export async function returnTemplateItem(writer: Writer, stamp: Stamp, { templateId, code }: ItemOf): Promise<void> {
  const row = await rowOf(writer, templateId, expectShipped(code));
  if (row?.is_removed !== 1) throw new AppError('not_found', 'not removed');
  await putShipped(writer, stamp, { templateId, code }, { ...cellsIn(row), is_removed: 0 });
  await cutCircles(writer, stamp, { templateId, code });
}

export async function resetTemplateItem(writer: Writer, stamp: Stamp, { templateId, code }: ItemOf): Promise<void> {
  expectShipped(code);
  await readTemplate(writer, templateId);
  const row = await rowOf(writer, templateId, code);
  if (row !== undefined) await removeRow(writer, stamp, 'handoff_template_item', row.id);
  for (const link of await livingLinks(writer))
    if (link.template === templateId && link.item === code)
      await removeRow(writer, stamp, 'handoff_template_after', link.id);
  await cutCircles(writer, stamp, { templateId, code });
}

function itemIn({ items }: HandoffTemplateView, code: string): HandoffTemplateItemView {
  const item = items.find((each) => each.code === code);
  if (item === undefined) throw new AppError('not_found', 'no such item in this template');
  return item;
}

function expectShipped(code: string): string {
  if (shippedOf(code) === null) throw new AppError('not_found', 'no item that ships');
  return code;
}

async function rowOf(writer: Writer, templateId: Id, code: string): Promise<ItemRow | undefined> {
  const id = shippedOf(code) === null ? code : itemIdOf(templateId, code);
  return (await livingItems(writer)).find((row) => row.id === id && row.template === templateId);
}

/** Every cell is given: a row whose making was undone comes back with nothing of its first life. */
function putShipped(
  writer: Writer,
  stamp: Stamp,
  { templateId, code }: ItemOf,
  cells: Cells & Pick<ItemRow, 'is_removed'>,
): Promise<void> {
  const id = itemIdOf(templateId, code);
  return putRow(writer, stamp, 'handoff_template_item', id, { template: templateId, code, ...cells });
}
