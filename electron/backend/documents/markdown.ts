import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { AcceptanceSection, HandoffDocument, KnowledgeSection } from '../../../shared/handoff/document.ts';
import type { AssetSection } from '../../../shared/handoff/document-assets.ts';
import type { CandidateSection } from '../../../shared/handoff/document-people.ts';
import type { PlanSection } from '../../../shared/handoff/document-plan.ts';

/** The document as Markdown with tables and task lists; the tree's serialiser escapes what would be syntax. */
export function documentMarkdown(document: HandoffDocument): string {
  return markdownOf([...cover(document), ...sections(document)]);
}

export function markdownOf(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  return toMarkdown(root, { bullet: '-', extensions: [gfmToMarkdown({ stringLength: widthOf })] });
}

function cover(document: HandoffDocument): readonly RootContent[] {
  const { facts, people } = document;
  return [
    heading(1, `${document.title}: ${document.clientName}`),
    paragraph(`${document.agencyName}, ${document.version}`),
    ...document.letter.map(paragraph),
    list(facts.map((fact) => [strong(fact.label), ...text(`: ${fact.value}`)])),
    heading(2, people.heading),
    list(people.rows.map((person) => [strong(person.name), ...text(`: ${person.note}`)])),
  ];
}

function sections(document: HandoffDocument): readonly RootContent[] {
  return [
    ...plan(document.plan),
    ...(document.assets ? assets(document.assets) : []),
    ...(document.knowledge ? knowledge(document.knowledge) : []),
    ...(document.candidates ? candidates(document.candidates) : []),
    ...(document.reasons ? [heading(2, document.reasons.heading), paragraph(document.reasons.text)] : []),
    heading(2, document.after.heading),
    paragraph(document.after.text),
    ...(document.acceptance ? acceptance(document.acceptance) : []),
  ];
}

function plan(section: PlanSection): readonly RootContent[] {
  const weeks = section.weeks.flatMap((week) => [
    heading(3, `${week.name}. ${week.dates}`),
    paragraph(week.sentence),
    week.items.length === 0
      ? paragraph(week.none)
      : {
          ...list([]),
          children: week.items.map((item): ListItem => {
            const line = paragraph(`${item.title}, ${item.who}, ${item.due}`);
            return listItem([line, ...item.notes.map(paragraph)], item.isDone);
          }),
        },
  ]);
  return [heading(2, section.heading), ...weeks];
}

function assets(section: AssetSection): readonly RootContent[] {
  const rows = section.rows.map((row) => [row.name, row.whereKept, row.heldBy, row.goesTo, row.state]);
  return [heading(2, section.heading), paragraph(section.lead), records(section.columns, rows)];
}

function knowledge(section: KnowledgeSection): readonly RootContent[] {
  const lists = [...section.columns, ...(section.openQuestions ? [section.openQuestions] : [])];
  return [
    heading(2, section.heading),
    ...lists.flatMap(({ heading: title, lines }) => [heading(3, title), list(lines.map(text))]),
  ];
}

function candidates(section: CandidateSection): readonly RootContent[] {
  const rows = section.rows.map((row) => [row.name, row.fits, row.consider, row.answers]);
  return [
    heading(2, section.heading),
    paragraph(section.lead),
    records(section.columns, rows),
    heading(3, section.questionsHeading),
    list(section.questions.map(text)),
  ];
}

function acceptance(section: AcceptanceSection): readonly RootContent[] {
  const lines = section.signatures.map((name) => text(`${name}, ${section.date}: ………………………………`));
  return [heading(2, section.heading), paragraph(section.text), list(lines)];
}

/** What a reader may press or copy. The last sign is no punctuation: that belongs to the sentence. */
const addresses = /(https?:\/\/[^\s<>|]*[\p{L}\p{N}/]|[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+)/iu;

/** An address stands as it is, in angle brackets: escaped inside, it could not be copied. */
export function text(value: string): PhrasingContent[] {
  return value.split(addresses).flatMap((part, index): PhrasingContent[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [{ type: 'text', value: part }];
    const url = part.includes('://') ? part : `mailto:${part}`;
    return [{ type: 'link', url, children: [{ type: 'text', value: part }] }];
  });
}

export function strong(value: string): PhrasingContent {
  return { type: 'strong', children: text(value) };
}

export function heading(depth: 1 | 2 | 3, value: string): RootContent {
  return { type: 'heading', depth, children: text(value) };
}

export function paragraph(value: string): BlockContent {
  return { type: 'paragraph', children: text(value) };
}

function listItem(children: readonly BlockContent[], checked: boolean | null = null): ListItem {
  return { type: 'listItem', spread: false, checked, children: [...children] };
}

export function list(lines: readonly PhrasingContent[][]): List {
  const children = lines.map((line) => listItem([{ type: 'paragraph', children: line }]));
  return { type: 'list', ordered: false, spread: false, children };
}

/** Columns of plain text that an editor shows in one line. */
const widestTable = 120;

/** A table that is read as well without a program that draws it, or, where its cells are long, a list. */
export function records(columns: readonly string[], rows: readonly (readonly string[])[]): Table | List {
  const widths = columns.map((_, index) => Math.max(...[columns, ...rows].map((row) => widthOf(row[index] ?? ''))));
  const whole = widths.reduce((sum, width) => sum + width + ' | '.length, 1);
  return whole <= widestTable ? table(columns, rows) : listOfRecords(columns, rows);
}

/** Signs on a line: a combining mark stands on the one before it. */
function widthOf(value: string): number {
  return Array.from(value.replace(/\p{M}/gu, '')).length;
}

function listOfRecords(columns: readonly string[], rows: readonly (readonly string[])[]): List {
  const children = rows.map(([name = '', ...cells]) => {
    const said = cells.flatMap((cell, index) => (cell === '' ? [] : [text(`${columns[index + 1] ?? ''}: ${cell}`)]));
    return listItem([{ type: 'paragraph', children: [strong(name)] }, ...(said.length > 0 ? [list(said)] : [])]);
  });
  return { type: 'list', ordered: false, spread: false, children };
}

/** A cell is one line: GFM has no way to break it. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: text(cell.replace(/\s*\n\s*/g, ' ')) })),
  });
  return { type: 'table', children: [row(columns), ...rows.map(row)] };
}
