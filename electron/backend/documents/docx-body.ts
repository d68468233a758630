import { BorderStyle, HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { AssetProgress, AssetSection } from '../../../shared/handoff/document-assets.ts';
import type { CandidateSection } from '../../../shared/handoff/document-people.ts';
import type { PlanLine, PlanSection } from '../../../shared/handoff/document-plan.ts';
import type {
  AcceptanceSection,
  HandoffDocument,
  KnowledgeList,
  KnowledgeSection,
} from '../../../shared/handoff/document.ts';
import { type Cell, cell, dash, gap, grid, line, type Look, paragraphs, run, section } from './docx-blocks.ts';
import { colours, fonts, noLines, rowLines } from './docx-looks.ts';

type Block = Paragraph | Table;

export function docxBody(document: HandoffDocument): readonly Block[] {
  return [
    ...cover(document),
    ...plan(document.plan),
    ...(document.assets ? assets(document.assets) : []),
    ...(document.knowledge ? knowledge(document.knowledge, document.assets === null) : []),
    ...(document.candidates ? candidates(document.candidates) : []),
    ...(document.reasons ? [section(document.reasons.heading), ...paragraphs(document.reasons.text)] : []),
    section(document.after.heading),
    ...paragraphs(document.after.text, { keepNext: document.acceptance !== null }),
    ...(document.acceptance ? acceptance(document.acceptance) : []),
  ];
}

function cover(document: HandoffDocument): readonly Block[] {
  const { agencyName, version, title, clientName, letter, facts, ruler, people } = document;
  return [
    grid(
      noLines,
      [65, 35],
      [[cell(agencyName, { bold: true }), cell(version, { color: colours.quiet, align: 'right' })]],
    ),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({
      spacing: { after: 480 },
      children: [new TextRun({ text: clientName, font: fonts.heading, size: 38, color: colours.soft })],
    }),
    ...letter.flatMap((text) => paragraphs(text, { font: fonts.heading, size: 24, color: colours.soft })),
    gap(),
    grid(
      rowLines,
      facts.map(() => 100 / facts.length),
      [
        facts.map(({ label, value }) => [
          line(label, { size: 16, color: colours.quiet }),
          line(value, { font: fonts.heading, size: 27 }),
        ]),
      ],
    ),
    gap(),
    grid(
      noLines,
      ruler.map(() => 100 / ruler.length),
      [
        ruler.map((week) => [
          line(week.name, { bold: true, color: week.isReached ? colours.accent : colours.ink }),
          line(week.dates, { size: 16, color: colours.quiet }),
        ]),
      ],
    ),
    new Paragraph({ text: people.heading, heading: HeadingLevel.HEADING_2 }),
    grid(
      rowLines,
      [22, 78],
      people.rows.map((person) => [cell(person.name, { bold: true }), cell(person.note)]),
    ),
  ];
}

function plan(plan: PlanSection): readonly Block[] {
  const { columns, states } = plan;
  const head = ['', columns.item, columns.who, columns.due];
  return [
    section(plan.heading, true),
    ...plan.weeks.flatMap((week) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        children: [
          new TextRun({ text: week.name }),
          new TextRun({ text: `   ${week.dates}`, bold: false, size: 17, color: colours.quiet }),
        ],
      }),
      new Paragraph({
        keepNext: true,
        spacing: { after: 40 },
        children: [new TextRun({ text: week.sentence, font: fonts.heading, size: 19, color: colours.soft })],
      }),
      week.items.length === 0
        ? line(week.none, { color: colours.quiet })
        : grid(
            rowLines,
            [5, 58, 20, 17],
            week.items.map((item) => planRow(item, states)),
            head,
          ),
    ]),
  ];
}

function planRow(item: PlanLine, states: PlanSection['states']): readonly Cell[] {
  const look: Look = item.isDone ? { color: colours.quiet } : {};
  const mark = new Paragraph({
    children: [
      new TextRun({
        text: item.isDone ? '☑' : '☐',
        font: fonts.signs,
        color: item.isDone ? colours.accent : colours.quiet,
      }),
      // Read aloud and searched for, but not shown: the sign alone says it to the eye.
      new TextRun({ text: ` ${item.isDone ? states.done : states.open}`, vanish: true }),
    ],
  });
  const notes = item.notes.flatMap((note) => paragraphs(note, { size: 16, color: colours.quiet }));
  return [[mark], [line(item.title, look), ...notes], cell(item.who, look), cell(item.due, look)];
}

function assets({ heading, lead, columns, rows }: AssetSection): readonly Block[] {
  const signs: Readonly<Record<AssetProgress, string>> = { open: '○', moving: '◐', settled: '●' };
  return [
    section(heading, true),
    line(lead, { color: colours.soft }),
    gap(),
    grid(
      rowLines,
      [19, 27, 17, 13, 24],
      rows.map((row) => {
        const sign = new TextRun({ text: `${signs[row.progress]} `, font: fonts.signs, color: colours.accent });
        const state = new Paragraph({ children: [sign, new TextRun({ text: row.state })] });
        return [cell(row.name, { bold: true }), cell(row.whereKept), cell(row.heldBy), cell(row.goesTo), [state]];
      }),
      columns,
    ),
  ];
}

function knowledge({ heading, columns, openQuestions }: KnowledgeSection, onNewPage: boolean): readonly Block[] {
  return [section(heading, onNewPage), ...[...columns, ...(openQuestions ? [openQuestions] : [])].flatMap(list)];
}

function list({ heading, lines }: KnowledgeList): readonly Block[] {
  return [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }), ...lines.map(dash)];
}

function candidates(part: CandidateSection): readonly Block[] {
  const rows = part.rows.map((row) => [
    cell(row.name, { bold: true }),
    cell(row.fits),
    cell(row.consider),
    cell(row.answers),
  ]);
  return [
    section(part.heading, true),
    line(part.lead, { color: colours.soft }),
    gap(),
    grid(rowLines, [22, 34, 32, 12], rows, part.columns),
    new Paragraph({ text: part.questionsHeading, heading: HeadingLevel.HEADING_2 }),
    ...part.questions.map(dash),
  ];
}

function acceptance({ heading, text, signatures, date }: AcceptanceSection): readonly Block[] {
  const signed = signatures.map((name) => {
    const border = { top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: colours.ink } };
    const who = new Paragraph({ border, spacing: { before: 700 }, children: [run(name, { size: 17 })] });
    return [who, line(date, { size: 17, color: colours.quiet })];
  });
  const width = signatures.map(() => 100 / Math.max(signatures.length, 1));
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...paragraphs(text, { color: colours.soft, keepNext: true }),
    grid(noLines, width, [signed]),
  ];
}
