import type { HandoffDocument, KnowledgeList } from '../../shared/handoff/document.ts';
import { plain } from '../document-text.ts';

/** All that a document says, section by section in reading order, without white space. */
export function sectionsOf(document: HandoffDocument): readonly string[] {
  const { plan, assets, knowledge, candidates, reasons, after, acceptance } = document;
  const sections = [
    cover(document),
    [plan.heading, ...plan.weeks.flatMap((week) => weekOf(plan.columns, week))],
    assets && [assets.heading, assets.lead, ...assets.columns, ...assets.rows.flatMap(assetOf)],
    knowledge && [knowledge.heading, ...knowledge.columns.flatMap(listOf), ...listOf(knowledge.openQuestions)],
    candidates && [
      candidates.heading,
      candidates.lead,
      ...candidates.columns,
      ...candidates.rows.flatMap(({ name, fits, consider, answers }) => [name, fits, consider, answers]),
      candidates.questionsHeading,
      ...candidates.questions.map((question) => `–${question}`),
    ],
    reasons && [reasons.heading, reasons.text],
    [after.heading, after.text],
    acceptance && [
      acceptance.heading,
      acceptance.text,
      ...acceptance.signatures.flatMap((name) => [name, acceptance.date]),
    ],
  ];
  return sections.flatMap((texts) => (texts === null ? [] : [plain(texts.join(''))]));
}

function cover({ agencyName, version, title, clientName, letter, facts, ruler, people }: HandoffDocument) {
  return [
    agencyName,
    version,
    title,
    clientName,
    ...letter,
    ...facts.flatMap(({ label, value }) => [label, value]),
    ...ruler.flatMap(({ name, dates }) => [name, dates]),
    people.heading,
    ...people.rows.flatMap(({ name, note }) => [name, note]),
  ];
}

type Plan = HandoffDocument['plan'];

function weekOf(columns: Plan['columns'], { name, dates, sentence, items, none }: Plan['weeks'][number]) {
  const rows = items.flatMap((item) => [item.isDone ? '☑' : '☐', item.title, ...item.notes, item.who, item.due]);
  const table = items.length === 0 ? [none] : [columns.item, columns.who, columns.due, ...rows];
  return [name, dates, sentence, ...table];
}

type AssetLine = NonNullable<HandoffDocument['assets']>['rows'][number];

function assetOf({ name, whereKept, heldBy, goesTo, state, progress }: AssetLine): readonly string[] {
  return [name, whereKept, heldBy, goesTo, { open: '○', moving: '◐', settled: '●' }[progress], state];
}

function listOf(list: KnowledgeList | null): readonly string[] {
  return list === null ? [] : [list.heading, ...list.lines.map((line) => `–${line}`)];
}

/** The text of a PDF without what stands on every page; a page whose head or foot is not as it should be throws. */
export function withoutFurniture(pages: readonly string[], document: HandoffDocument): string {
  const { agencyName, clientName, title, line, plan, assets, candidates } = document;
  const heads = [Object.values(plan.columns), assets?.columns ?? [], candidates?.columns ?? []]
    .map((columns) => plain(columns.join('')))
    .filter((head) => head !== '');
  return pages
    .map((page, index) => {
      const foot = plain(`${agencyName}${line}${index + 1}/${pages.length}`);
      const head = index === 0 ? '' : plain(clientName + title);
      if (!page.startsWith(head) || !page.endsWith(foot)) throw new Error(`page ${index + 1}: ${page}`);
      const body = page.slice(head.length, page.length - foot.length);
      // Where a table goes on, its head stands again.
      const again = heads.find((each) => body.startsWith(each));
      return again === undefined ? body : body.slice(again.length);
    })
    .join('');
}
