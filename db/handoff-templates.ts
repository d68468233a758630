import type { Selectable } from 'kysely';
import { v5 } from 'uuid';
import { isHandoffCondition } from '../shared/content/handoff-conditions.ts';
import { handoffTemplate } from '../shared/content/handoff-template.ts';
import type { Id } from '../shared/contract/call.ts';
import { sides } from '../shared/contract/clients.ts';
import type { HandoffTemplateItemView, HandoffTemplateView } from '../shared/contract/handoff-templates.ts';
import { AppError } from '../shared/errors.ts';
import { handoffDays } from '../shared/handoff/plan.ts';
import { shippedItems, type TemplateItem } from '../shared/handoff/template.ts';
import type { Reader, Schema } from './schema.ts';
import { agencyId } from './settings.ts';

// The rows of a template hold what was changed of the one that ships: a cell without a value follows the program, also
// in a template of the partners' own.

export type ItemRow = Selectable<Schema['handoff_template_item']>;
export type LinkRow = Selectable<Schema['handoff_template_after']>;

/** The same template is the same row on every computer. */
export const shippedTemplateId: Id = v5('handoff template', agencyId);

/** Items that a template is made of; the call after the month is none of them. */
const monthItems = shippedItems.filter(({ day }) => day <= handoffDays);

export const emptyCells = {
  title_en: null,
  title_ru: null,
  evidence_en: null,
  evidence_ru: null,
  day: null,
  side: null,
  is_mandatory: null,
  condition: null,
} as const satisfies Partial<ItemRow>;

/** Of an item that ships. */
export function itemIdOf(templateId: Id, code: string): Id {
  return v5(code, templateId);
}

export function shippedOf(code: string): TemplateItem | null {
  return monthItems.find((item) => item.code === code) ?? null;
}

export async function readTemplates(reader: Reader): Promise<readonly HandoffTemplateView[]> {
  const named = await reader
    .selectFrom('handoff_template')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const rows = Map.groupBy(await livingItems(reader), ({ template }) => template);
  const known = new Set([...monthItems.map(({ code }) => code), ...[...rows.values()].flat().map(({ id }) => id)]);
  // What an item waited for that is gone for good says nothing any more.
  const told = (await livingLinks(reader)).filter(({ item, first }) => known.has(item) && known.has(first));
  const links = Map.groupBy(told, ({ template }) => template);
  const view = (id: Id, name: string | undefined): HandoffTemplateView => {
    const parts = { rows: rows.get(id) ?? [], links: links.get(id) ?? [] };
    const isOwn = id !== shippedTemplateId;
    return {
      id,
      name: name === undefined ? handoffTemplate.name : { en: name, ru: name },
      isOwn,
      isChanged: parts.rows.some(saysSomething) || parts.links.length > 0 || (!isOwn && name !== undefined),
      ...itemsOf(parts),
    };
  };
  const shipped = named.find(({ id }) => id === shippedTemplateId);
  const own = named.filter(({ id }) => id !== shippedTemplateId);
  return [view(shippedTemplateId, shipped?.name), ...own.map(({ id, name }) => view(id, name))];
}

/** Refused as `not_found` when there is none of this id. */
export async function readTemplate(reader: Reader, templateId: Id): Promise<HandoffTemplateView> {
  const template = (await readTemplates(reader)).find(({ id }) => id === templateId);
  if (template === undefined) throw new AppError('not_found', 'no such template');
  return template;
}

export function livingItems(reader: Reader): Promise<ItemRow[]> {
  return reader
    .selectFrom('handoff_template_item')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
}

export function livingLinks(reader: Reader): Promise<LinkRow[]> {
  return reader
    .selectFrom('handoff_template_after')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('first')
    .execute();
}

interface Parts {
  readonly rows: readonly ItemRow[];
  readonly links: readonly LinkRow[];
}

function itemsOf({ rows, links }: Parts): Pick<HandoffTemplateView, 'items' | 'removed'> {
  const linksOf = Map.groupBy(links, ({ item }) => item);
  const rowOf = new Map(rows.filter(({ code }) => code !== '').map((row) => [row.code, row]));
  const shipped = monthItems.map((item) => ({
    item: shownItem(item, rowOf.get(item.code), linksOf.get(item.code) ?? []),
    isRemoved: rowOf.get(item.code)?.is_removed === 1,
  }));
  const own = rows.filter(({ code }) => code === '').map((row) => ownItem(row, linksOf.get(row.id) ?? []));
  const living = [...shipped.flatMap(({ item, isRemoved }) => (isRemoved ? [] : [item])), ...own];
  const codes = new Set(living.map(({ code }) => code));
  return {
    items: living.map((item) => ({ ...item, after: item.after.filter((code) => codes.has(code)) })),
    removed: shipped.flatMap(({ item, isRemoved }) => (isRemoved ? [item] : [])),
  };
}

function shownItem(item: TemplateItem, row: ItemRow | undefined, links: readonly LinkRow[]): HandoffTemplateItemView {
  const cells = row ?? emptyCells;
  const after = firstsOf(item.after, links);
  const hasOwnTitle = cells.title_en !== null || cells.title_ru !== null;
  const hasOwnEvidence = cells.evidence_en !== null || cells.evidence_ru !== null;
  return {
    ...item,
    after: [...after],
    title: { en: cells.title_en ?? item.title.en, ru: cells.title_ru ?? item.title.ru },
    // Words of one's own hold for every successor.
    titleWithoutContractor: item.titleWithoutContractor && {
      en: cells.title_en ?? item.titleWithoutContractor.en,
      ru: cells.title_ru ?? item.titleWithoutContractor.ru,
    },
    evidence: { en: cells.evidence_en ?? item.evidence.en, ru: cells.evidence_ru ?? item.evidence.ru },
    day: cells.day ?? item.day,
    side: sideOf(cells.side) ?? item.side,
    isMandatory: cells.is_mandatory === null ? item.isMandatory : cells.is_mandatory === 1,
    condition: cells.condition === null ? item.condition : conditionOf(cells.condition),
    hasOwnTitle,
    hasOwnEvidence,
    isOwn: false,
    isChanged: links.length > 0 || hasCells(cells),
  };
}

/** A row stays where everything was set back. */
function saysSomething(row: ItemRow): boolean {
  return row.code === '' || row.is_removed === 1 || hasCells(row);
}

function hasCells(cells: Parameters<typeof cellsIn>[0]): boolean {
  return Object.values(cellsIn(cells)).some((cell) => cell !== null);
}

export function cellsIn(cells: Pick<ItemRow, keyof typeof emptyCells>) {
  const { title_en, title_ru, evidence_en, evidence_ru, day, side, is_mandatory, condition } = cells;
  return { title_en, title_ru, evidence_en, evidence_ru, day, side, is_mandatory, condition };
}

function ownItem(row: ItemRow, links: readonly LinkRow[]): HandoffTemplateItemView {
  return {
    code: row.id,
    section: '',
    day: row.day ?? 0,
    side: sideOf(row.side) ?? 'agency',
    isMandatory: row.is_mandatory === 1,
    condition: conditionOf(row.condition ?? ''),
    after: [...firstsOf([], links)],
    title: { en: row.title_en ?? '', ru: row.title_ru ?? '' },
    titleWithoutContractor: null,
    evidence: { en: row.evidence_en ?? '', ru: row.evidence_ru ?? '' },
    hasOwnTitle: true,
    hasOwnEvidence: true,
    isOwn: true,
    isChanged: false,
  };
}

function firstsOf(shipped: readonly string[], links: readonly LinkRow[]): readonly string[] {
  const dropped = new Set(links.filter(({ is_removed }) => is_removed === 1).map(({ first }) => first));
  const added = links.filter(({ is_removed }) => is_removed === 0).map(({ first }) => first);
  return [...new Set([...shipped, ...added])].filter((code) => !dropped.has(code));
}

function sideOf(side: string | null): TemplateItem['side'] | null {
  return sides.find((each) => each === side) ?? null;
}

/** An empty cell says: in every plan. */
function conditionOf(cell: string): TemplateItem['condition'] {
  return isHandoffCondition(cell) ? cell : null;
}
