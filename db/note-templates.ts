import type { Selectable } from 'kysely';
import { v5 } from 'uuid';
import { noteTemplates, type NoteTemplate as Shipped } from '../shared/content/note-templates.ts';
import type { CallOutput, CallRequest } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import type { NoteTemplate } from '../shared/contract/note-templates.ts';
import { AppError } from '../shared/errors.ts';
import { placeBetween } from '../shared/place.ts';
import { addRow, changeRow, putRow, removeRow } from './row-changes.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import { agencyId } from './settings.ts';
import type { Stamp } from './storage.ts';

// The row of a template that ships holds only what a partner changed: a cell without a value follows the program.

const cellNames = ['kind', 'title_en', 'title_ru', 'text_en', 'text_ru'] as const;
type Row = Selectable<Schema['note_template']>;
type Cells = Pick<Row, (typeof cellNames)[number]>;

const untouched: Cells = { kind: null, title_en: null, title_ru: null, text_en: null, text_ru: null };

/** The same template is the same row on every computer. */
export function templateIdOf(code: string): Id {
  return v5(`note template ${code}`, agencyId);
}

/** Those that ship in their order, then the partners' own. */
export async function readTemplates(reader: Reader): Promise<CallOutput<'notes.templates'>> {
  const rows = await livingRows(reader);
  const shipped = noteTemplates.map((template) => {
    const row = rows.find(({ id }) => id === templateIdOf(template.code));
    return { template: shown(template, row ?? untouched), isRemoved: row?.is_removed === 1 };
  });
  const own = rows.filter(({ code }) => code === '').map(ownTemplate);
  const of = (isRemoved: boolean) =>
    shipped.filter((each) => each.isRemoved === isRemoved).map(({ template }) => template);
  return { templates: [...of(false), ...own], removed: of(true) };
}

function livingRows(reader: Reader): Promise<Row[]> {
  return reader
    .selectFrom('note_template')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
}

function shown({ code, kind, title, text }: Shipped, cells: Cells): NoteTemplate {
  return {
    id: templateIdOf(code),
    code,
    kind: cells.kind ?? kind,
    title: { en: cells.title_en ?? title.en, ru: cells.title_ru ?? title.ru },
    text: { en: cells.text_en ?? text.en, ru: cells.text_ru ?? text.ru },
    isChanged: cellNames.some((name) => cells[name] !== null),
  };
}

function ownTemplate(row: Row): NoteTemplate {
  return {
    id: row.id,
    code: '',
    kind: row.kind ?? 'meeting',
    title: { en: row.title_en ?? '', ru: row.title_ru ?? '' },
    text: { en: row.text_en ?? '', ru: row.text_ru ?? '' },
    isChanged: false,
  };
}

type Request<Name extends 'notes.addTemplate' | 'notes.editTemplate'> = Omit<CallRequest<Name>, 'commandId'>;

export async function addTemplate(
  writer: Writer,
  stamp: Stamp,
  { kind, language, title }: Request<'notes.addTemplate'>,
): Promise<void> {
  const last = await writer
    .selectFrom('note_template')
    .select(({ fn }) => fn.max('place').as('place'))
    .executeTakeFirst();
  const place = placeBetween(last?.place || null, null);
  const name = language === 'en' ? { title_en: title } : { title_ru: title };
  await addRow(writer, stamp, 'note_template', { kind, ...name, place });
}

export async function editTemplate(
  writer: Writer,
  stamp: Stamp,
  { templateId, kind, title, text }: Request<'notes.editTemplate'>,
): Promise<void> {
  const sent = { kind, title_en: title?.en, title_ru: title?.ru, text_en: text?.en, text_ru: text?.ru };
  const shipped = shippedOf(templateId);
  const row = (await livingRows(writer)).find(({ id }) => id === templateId);
  if (shipped === null && row === undefined) throw new AppError('not_found', 'no such template');
  const ships = shipped === null ? null : cellsOf(shipped);
  const now = row ?? untouched;
  const cell = (name: keyof Cells) => {
    const value = sent[name];
    if (value === undefined) return now[name];
    return ships !== null && value === ships[name] ? null : value;
  };
  const cells: Cells = {
    kind: cell('kind'),
    title_en: cell('title_en'),
    title_ru: cell('title_ru'),
    text_en: cell('text_en'),
    text_ru: cell('text_ru'),
  };
  const titles = [cells.title_en ?? ships?.title_en, cells.title_ru ?? ships?.title_ru];
  if (titles.every((each) => !each)) throw new AppError('bad_input', 'a template needs a name', { title: 'missing' });
  if (shipped === null) await changeRow(writer, stamp, 'note_template', templateId, cells);
  else await putShipped(writer, stamp, shipped, { ...cells, is_removed: row?.is_removed ?? 0 });
}

export async function removeTemplate(writer: Writer, stamp: Stamp, templateId: Id): Promise<void> {
  const shipped = shippedOf(templateId);
  if (shipped === null) return removeRow(writer, stamp, 'note_template', templateId);
  const row = (await livingRows(writer)).find(({ id }) => id === templateId);
  if (row?.is_removed === 1) throw new AppError('not_found', 'removed already');
  await putShipped(writer, stamp, shipped, { ...cellsIn(row), is_removed: 1 });
}

export async function returnTemplate(writer: Writer, stamp: Stamp, templateId: Id): Promise<void> {
  const row = (await livingRows(writer)).find(({ id }) => id === templateId);
  await putShipped(writer, stamp, expectShipped(templateId), { ...cellsIn(row), is_removed: 0 });
}

export function resetTemplate(writer: Writer, stamp: Stamp, templateId: Id): Promise<void> {
  return putShipped(writer, stamp, expectShipped(templateId), { ...untouched, is_removed: 0 });
}

function shippedOf(templateId: Id): Shipped | null {
  return noteTemplates.find(({ code }) => templateIdOf(code) === templateId) ?? null;
}

function expectShipped(templateId: Id): Shipped {
  const shipped = shippedOf(templateId);
  if (shipped === null) throw new AppError('not_found', 'no template that ships');
  return shipped;
}

function cellsOf({ kind, title, text }: Shipped): Cells {
  return { kind, title_en: title.en, title_ru: title.ru, text_en: text.en, text_ru: text.ru };
}

function cellsIn({ kind, title_en, title_ru, text_en, text_ru }: Cells = untouched): Cells {
  return { kind, title_en, title_ru, text_en, text_ru };
}

/** Every cell is given: a row whose making was undone comes back with nothing of its first life. */
function putShipped(
  writer: Writer,
  stamp: Stamp,
  { code }: Shipped,
  cells: Cells & Pick<Row, 'is_removed'>,
): Promise<void> {
  return putRow(writer, stamp, 'note_template', templateIdOf(code), { code, ...cells });
}
