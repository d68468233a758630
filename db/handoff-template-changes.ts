import { v5 } from 'uuid';
import { type HandoffTemplate, handoffTemplate as shipped } from '../shared/content/handoff-template.ts';
import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { placeBetween } from '../shared/place.ts';
import { cellsIn, itemIdOf, livingItems, livingLinks, readTemplate, shippedTemplateId } from './handoff-templates.ts';
import { addRow, lastPlaceOf, putRow, removeRow } from './row-changes.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// Changes of a whole template; those of one item are in handoff-template-items.ts.

const handoffTemplate: HandoffTemplate = shipped;

/** Takes over what was changed of the other one; items of one's own get ids of their own. */
export async function copyTemplate(
  writer: Writer,
  stamp: Stamp,
  { templateId, copyId, name }: { readonly templateId: Id; readonly copyId: Id; readonly name: string },
): Promise<void> {
  await readTemplate(writer, templateId);
  const place = await lastPlace(writer);
  await putRow(writer, stamp, 'handoff_template', copyId, { name, place });
  const rows = (await livingItems(writer)).filter(({ template }) => template === templateId);
  const links = (await livingLinks(writer)).filter(({ template }) => template === templateId);
  const own = new Map(rows.filter(({ code }) => code === '').map(({ id }) => [id, v5(id, copyId)]));
  const codeOf = (code: string) => own.get(code) ?? code;
  for (const row of rows) {
    const id = row.code === '' ? codeOf(row.id) : itemIdOf(copyId, row.code);
    const { code, is_removed, place: at } = row;
    await putRow(writer, stamp, 'handoff_template_item', id, {
      template: copyId,
      code,
      is_removed,
      place: at,
      ...cellsIn(row),
    });
  }
  for (const { item, first, is_removed } of links)
    await putLink(writer, stamp, { templateId: copyId, item: codeOf(item), first: codeOf(first) }, is_removed);
}

export interface Link {
  readonly templateId: Id;
  readonly item: string;
  readonly first: string;
}

function linkIdOf({ templateId, item, first }: Link): Id {
  return v5(`${item} after ${first}`, templateId);
}

export function putLink(writer: Writer, stamp: Stamp, link: Link, isRemoved: number): Promise<void> {
  const { templateId: template, item, first } = link;
  const cells = { template, item, first, is_removed: isRemoved };
  return putRow(writer, stamp, 'handoff_template_after', linkIdOf(link), cells);
}

export function dropLink(writer: Writer, stamp: Stamp, link: Link): Promise<void> {
  return removeRow(writer, stamp, 'handoff_template_after', linkIdOf(link));
}

async function lastPlace(writer: Writer): Promise<string> {
  const last = await writer
    .selectFrom('handoff_template')
    .select(({ fn }) => fn.max('place').as('place'))
    .executeTakeFirst();
  return placeBetween(last?.place || null, null);
}

/** The name of one that ships is a change of it. */
export async function nameTemplate(writer: Writer, stamp: Stamp, templateId: Id, name: string): Promise<void> {
  await readTemplate(writer, templateId);
  if (templateId === shippedTemplateId && Object.values(handoffTemplate.name).includes(name))
    return forgetName(writer, stamp, templateId);
  await putRow(writer, stamp, 'handoff_template', templateId, { name });
}

async function forgetName(writer: Writer, stamp: Stamp, templateId: Id): Promise<void> {
  const named = await writer
    .selectFrom('handoff_template')
    .select('id')
    .where('id', '=', templateId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (named !== undefined) await removeRow(writer, stamp, 'handoff_template', templateId);
}

export async function removeTemplate(writer: Writer, stamp: Stamp, templateId: Id): Promise<void> {
  if (templateId === shippedTemplateId) throw new AppError('bad_input', 'the template that ships stays');
  await resetTemplate(writer, stamp, templateId);
  await removeRow(writer, stamp, 'handoff_template', templateId);
}

export async function resetTemplate(writer: Writer, stamp: Stamp, templateId: Id): Promise<void> {
  await readTemplate(writer, templateId);
  for (const { id, template } of await livingItems(writer))
    if (template === templateId) await removeRow(writer, stamp, 'handoff_template_item', id);
  for (const { id, template } of await livingLinks(writer))
    if (template === templateId) await removeRow(writer, stamp, 'handoff_template_after', id);
  if (templateId === shippedTemplateId) await forgetName(writer, stamp, templateId);
}

export interface NewTemplateItem {
  readonly templateId: Id;
  readonly language: 'en' | 'ru';
  readonly title: string;
  readonly day: number;
  readonly side: string;
}

export async function addTemplateItem(
  writer: Writer,
  stamp: Stamp,
  { templateId, language, title, day, side }: NewTemplateItem,
): Promise<void> {
  await readTemplate(writer, templateId);
  const place = await lastPlaceOf(writer, 'handoff_template_item', 'template', templateId);
  const titles = language === 'en' ? { title_en: title } : { title_ru: title };
  const cells = { template: templateId, ...titles, day, side, is_mandatory: 0, condition: '', place };
  await addRow(writer, stamp, 'handoff_template_item', cells);
}
