import { CheckBox, Paragraph, TextRun } from 'docx';
import type { AssetProgress, AssetSection } from '../../../shared/handoff/document-assets.ts';
import type { CandidateSection } from '../../../shared/handoff/document-people.ts';
import type { PlanLine, PlanSection, PlanWeek } from '../../../shared/handoff/document-plan.ts';
import type { Fact } from '../../../shared/handoff/document-source.ts';
import type {
  AcceptanceSection,
  DocumentFrame,
  HandoffDocument,
  KnowledgeList,
  KnowledgeSection,
  TextSection,
} from '../../../shared/handoff/document.ts';
import { type Block, type Cell, cell, grid, type Row, section, spacer } from './docx-blocks.ts';
import { fonts } from './docx-looks.ts';
import { dash, line, lines, runs } from './docx-text.ts';

export function docxBody(document: HandoffDocument): readonly Block[] {
  const { reasons, after, acceptance: accepted } = document;
  return [
    ...cover(document),
    ...plan(document.plan),
    ...(document.assets ? assets(document.assets) : []),
    ...(document.knowledge ? knowledge(document.knowledge, document.assets === null) : []),
    ...(document.candidates ? candidates(document.candidates) : []),
    ...(reasons ? textSection(reasons) : []),
    ...textSection(after, accepted !== null),
    ...(accepted ? acceptance(accepted) : []),
  ];
}

function cover(document: HandoffDocument): readonly Block[] {
  const { letter, facts, ruler, people } = document;
  return [
    ...coverHead(document),
    ...letter.flatMap((text) => lines('Letter', text)),
    spacer('WideSpacer'),
    factsTable(facts),
    spacer('WideSpacer'),
    grid('Bar', evenly(ruler), [
      {
        cells: ruler.map((week) => [
          line(week.isReached ? 'RulerReached' : 'RulerAhead', week.name),
          line('TableNote', week.dates),
        ]),
      },
    ]),
    spacer('WideSpacer'),
    line('Heading2', people.heading),
    grid(
      'RowsWithoutHead',
      [22, 78],
      people.rows.map(({ name, note }) => ({ cells: [cell(name, 'TableText', { look: 'Strong' }), cell(note)] })),
    ),
  ];
}

export function coverHead({ agencyName, version, title, clientName }: DocumentFrame): readonly Block[] {
  return [
    grid('Bar', [65, 35], [{ cells: [cell(agencyName, 'AgencyName'), cell(version, 'VersionDate')] }]),
    line('Title', title),
    line('Subtitle', clientName),
  ];
}

export function factsTable(facts: readonly Fact[]): Block {
  return grid('Facts', evenly(facts), [
    { cells: facts.map(({ label, value }) => [line('FactLabel', label), line('FactValue', value)]), isFlush: true },
  ]);
}

function evenly(parts: readonly unknown[]): readonly number[] {
  return parts.map(() => 100 / parts.length);
}

function plan(plan: PlanSection): readonly Block[] {
  return [section(plan.heading, true), ...plan.weeks.flatMap((week) => planWeek(plan, week))];
}

function planWeek({ columns, states }: PlanSection, week: PlanWeek): readonly Block[] {
  return [
    new Paragraph({ style: 'Heading2', children: [...runs(week.name), ...runs(`   ${week.dates}`, 'Dates')] }),
    line('WeekSentence', week.sentence),
    week.items.length === 0
      ? line('TableTextDone', week.none)
      : grid(
          'Rows',
          [5, 58, 20, 17],
          week.items.map((item) => planRow(item, states)),
          ['', columns.item, columns.who, columns.due],
        ),
  ];
}

function planRow(item: PlanLine, states: PlanSection['states']): Row {
  const look = item.isDone ? 'TableTextDone' : 'TableText';
  const box = new CheckBox({
    alias: states.done,
    checked: item.isDone,
    checkedState: { value: '2611', font: fonts.signs },
    uncheckedState: { value: '2610', font: fonts.signs },
  });
  const check = new Paragraph({ style: item.isDone ? 'CheckDone' : 'CheckOpen', children: [box] });
  const notes = item.notes.flatMap((note) => lines('TableNote', note));
  return { cells: [[check], [line(look, item.title), ...notes], cell(item.who, look), cell(item.due, look)] };
}

function assets({ heading, lead, columns, rows }: AssetSection): readonly Block[] {
  const signs: Readonly<Record<AssetProgress, string>> = { open: '○', moving: '◐', settled: '●' };
  return [
    section(heading, true),
    line('Lead', lead),
    grid(
      'Rows',
      [19, 27, 17, 13, 24],
      rows.map((row) => {
        const sign = new TextRun({ text: `${signs[row.progress]} `, style: 'Sign' });
        const state = new Paragraph({ style: 'TableText', children: [sign, ...runs(row.state)] });
        const name = cell(row.name, 'TableText', { look: 'Strong' });
        return { cells: [name, cell(row.whereKept), cell(row.heldBy), cell(row.goesTo), [state]] };
      }),
      columns,
    ),
  ];
}

function knowledge({ heading, columns, openQuestions }: KnowledgeSection, onNewPage: boolean): readonly Block[] {
  return [
    section(heading, onNewPage),
    ...(columns.length > 1 ? [sideBySide(columns.map(list))] : columns.flatMap(list)),
    ...(openQuestions
      ? [spacer('WideSpacer'), grid('Panel', [100], [{ cells: [list(openQuestions)], mayBreak: true }])]
      : []),
  ];
}

function sideBySide(columns: readonly Cell[]): Block {
  return grid('SideBySide', evenly(columns), [{ cells: columns, mayBreak: true }]);
}

function list({ heading, lines: texts }: KnowledgeList): Cell {
  return [line('Heading2', heading), ...texts.map(dash)];
}

function candidates(part: CandidateSection): readonly Block[] {
  const rows = part.rows.map((row) => ({
    cells: [cell(row.name, 'TableText', { look: 'Strong' }), cell(row.fits), cell(row.consider), cell(row.answers)],
  }));
  const half = Math.ceil(part.questions.length / 2);
  return [
    section(part.heading, true),
    line('Lead', part.lead),
    grid('Rows', [22, 34, 32, 12], rows, part.columns),
    line('Heading2', part.questionsHeading),
    sideBySide([part.questions.slice(0, half).map(dash), part.questions.slice(half).map(dash)]),
  ];
}

function textSection({ heading, text }: TextSection, keepNext = false): readonly Block[] {
  return [section(heading), ...lines('Normal', text, { keepNext })];
}

function acceptance({ heading, text, signatures, date }: AcceptanceSection): readonly Block[] {
  const signed = signatures.map((name) => [line('Signature', name), line('SignatureDate', date)]);
  return [
    spacer('WideSpacer'),
    grid('Panel', evenly(signatures), [
      { cells: [[line('Heading2', heading), ...lines('PanelText', text)]], isWide: true },
      { cells: signed },
    ]),
  ];
}
