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
import { html, type Markup } from './markup.ts';
import { documentStyle, type Reading } from './style.ts';

/** The document as one page of HTML without scripts, with headings, lists and tables for the structure of the PDF. */
export function documentHtml(document: HandoffDocument, reading: Reading): string {
  return pageOf(document, sheetsOf(document), reading);
}

/** The plan alone, week by week with boxes to tick by pen. */
export function checklistHtml(document: DocumentFrame & Pick<HandoffDocument, 'plan'>, reading: Reading): string {
  const head = html`<p class="sentence">${document.clientName}, ${document.version}</p>`;
  return pageOf(document, [html`${head}${plan(document.plan)}`], reading);
}

/** `more` are rules of this kind of document alone. */
export function pageOf(document: DocumentFrame, sheets: readonly Markup[], reading: Reading, more = ''): string {
  // The style element stands first and carries no attribute: whoever serves the page gives it its nonce.
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
${html`<title>${document.line}</title>`.text}
<meta name="viewport" content="width=device-width">
<style>${documentStyle(document, reading, sheets.length)}${more}</style>
</head>
<body>
${sheets.map((sheet) => html`<section class="sheet">${sheet}${foot(document)}</section>`.text).join('\n')}
</body>
</html>
`;
}

/** Each begins a page; where there are no candidates, the end follows what stands before it. */
function sheetsOf(document: HandoffDocument): readonly Markup[] {
  const { reasons, acceptance: accepted } = document;
  const after = html`<div class="end">${textSection(document.after)}${accepted && acceptance(accepted)}</div>`;
  const end = html`${reasons && textSection(reasons)}${after}`;
  const knowledge = [document.assets && assets(document.assets), document.knowledge && knowledgeOf(document.knowledge)];
  const middle = knowledge.some((section) => section !== null) ? [html`${knowledge}`] : [];
  const first = [cover(document), plan(document.plan), ...middle];
  if (document.candidates) return [...first, html`${candidates(document.candidates)}${end}`];
  return [...first.slice(0, -1), html`${first.at(-1) ?? null}${end}`];
}

function foot({ agencyName, line }: DocumentFrame): Markup {
  return html`<div class="foot" aria-hidden="true">
    <span dir="auto">${agencyName}</span><span dir="auto">${line}</span><span></span>
  </div>`;
}

function cover(document: HandoffDocument): Markup {
  return html` ${brandOf(document)}
    <h1>${document.title}</h1>
    <p class="subtitle" dir="auto">${document.clientName}</p>
    <div class="letter">${document.letter.map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}</div>
    ${factsOf(document.facts)}
    <ol class="ruler">
      ${document.ruler.map((week, index) => {
        const next = document.ruler[index + 1];
        return html`<li class="${next?.isReached === true ? 'travelled' : 'ahead'}">
          ${dot(week.isReached)}<span class="name">${week.name}</span>${week.dates}
        </li>`;
      })}
    </ol>
    <section class="people">
      <h3>${document.people.heading}</h3>
      <table>
        <tbody>
          ${document.people.rows.map(
            (person) =>
              html`<tr>
                <th scope="row" dir="auto">${person.name}</th>
                <td dir="auto">${person.note}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
}

export function brandOf({ monogram, agencyName, version }: DocumentFrame): Markup {
  return html`<div class="brand">
    <span class="mark" aria-hidden="true">${monogram}</span><span dir="auto">${agencyName}</span
    ><span class="date">${version}</span>
  </div>`;
}

export function factsOf(facts: readonly Fact[]): Markup {
  return html`<dl class="facts">
    ${facts.map(
      (fact) =>
        html`<div class="fact">
          <dt>${fact.label}</dt>
          <dd>${fact.value}</dd>
        </div>`,
    )}
  </dl>`;
}

function dot(isReached: boolean): Markup {
  const look = isReached ? html`fill="#0c5a66" stroke="#0c5a66"` : html`fill="#fff" stroke="#d9d7d3"`;
  return html`<svg width="11" height="11" aria-hidden="true"><circle cx="5.5" cy="5.5" r="4.9" ${look} /></svg>`;
}

function plan(section: PlanSection): Markup {
  return html`<h2>${section.heading}</h2>
    ${section.weeks.map((week) => planWeek(section, week))}`;
}

function planWeek(section: PlanSection, week: PlanWeek): Markup {
  const { columns, states } = section;
  const rows =
    week.items.length === 0
      ? html`<p class="none">${week.none}</p>`
      : html`<table>
          <colgroup>
            <col />
            <col />
            <col />
            <col />
          </colgroup>
          <thead class="quiet">
            <tr>
              <th scope="col"></th>
              <th scope="col">${columns.item}</th>
              <th scope="col">${columns.who}</th>
              <th scope="col">${columns.due}</th>
            </tr>
          </thead>
          <tbody>
            ${week.items.map((item) => planLine(item, item.isDone ? states.done : states.open))}
          </tbody>
        </table>`;
  return html`<section class="week">
    <header>
      <h3>${week.name}</h3>
      <span class="dates">${week.dates}</span><span class="sentence">${week.sentence}</span>
    </header>
    ${rows}
  </section>`;
}

function planLine(item: PlanLine, state: string): Markup {
  const notes = item.notes.map((note) => html`<div class="note" dir="auto">${note}</div>`);
  return html`<tr class="${item.isDone ? 'done' : 'open'}">
    <td>${box(item.isDone, state)}</td>
    <td>
      <div dir="auto">${item.title}</div>
      ${notes}
    </td>
    <td dir="auto">${item.who}</td>
    <td>${item.due}</td>
  </tr>`;
}

/** Drawn, so that an open box can be ticked by pen. */
function box(isDone: boolean, state: string): Markup {
  const shape = isDone
    ? html`<rect width="13" height="13" rx="3" fill="#0c5a66" /><path
          d="m3.2 6.8 2.3 2.3 4.4-5"
          fill="none"
          stroke="#fff"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />`
    : html`<rect x=".6" y=".6" width="11.8" height="11.8" rx="2.6" fill="none" stroke="#6b625a" stroke-width="1.1" />`;
  return html`<svg width="13" height="13" viewBox="0 0 13 13" role="img" aria-label="${state}">${shape}</svg>`;
}

function assets(section: AssetSection): Markup {
  return html`<section class="section assets">
    <h2>${section.heading}</h2>
    <p class="lead">${section.lead}</p>
    ${grid(
      section.columns,
      section.rows.map((row) => [
        row.name,
        row.whereKept,
        row.heldBy,
        row.goesTo.length > longestWhole ? row.goesTo : html`<span class="whole">${row.goesTo}</span>`,
        html`<div class="state">${circle(row.progress)}<span>${row.state}</span></div>`,
      ]),
    )}
  </section>`;
}

/** Letters of a target that stays on one line. */
const longestWhole = 20;

/** A word without an end would push its table over the edge of the paper. */
function breaks(cell: string | Markup): Markup | null {
  return typeof cell === 'string' && /\S{25}/.test(cell) ? html` class="breaks"` : null;
}

/** The first cell of a row names it; `widths` in per cent, or as the cells need it. */
export function grid(
  columns: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
  widths: readonly number[] = [],
): Markup {
  return html`<table class="grid">
    ${widths.map((width) => html`<col width="${width}%" />`)}
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name = '', ...cells]) =>
          html`<tr>
            <th scope="row" dir="auto" ${breaks(name)}>${name}</th>
            ${cells.map((cell) => html`<td dir="auto" ${breaks(cell)}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function circle(progress: AssetProgress): Markup {
  const inside: Readonly<Record<AssetProgress, Markup>> = {
    open: html`<circle cx="5.5" cy="5.5" r="4.9" fill="none" stroke="#6b625a" />`,
    moving: html`<circle cx="5.5" cy="5.5" r="4.9" fill="none" stroke="#6b625a" /><path
        d="M5.5.6a4.9 4.9 0 0 0 0 9.8Z"
        fill="#4f4740"
      />`,
    settled: html`<circle cx="5.5" cy="5.5" r="5.2" fill="#0c5a66" />`,
  };
  return html`<svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">${inside[progress]}</svg>`;
}

function knowledgeOf(section: KnowledgeSection): Markup {
  const columns =
    section.columns.length === 0
      ? null
      : html`<div class="columns">${section.columns.map((column) => html`<div>${list(column)}</div>`)}</div>`;
  const questions = section.openQuestions && html`<div class="panel">${list(section.openQuestions)}</div>`;
  return html`<section class="section">
    <h2>${section.heading}</h2>
    ${columns}${questions}
  </section>`;
}

function list({ heading, lines }: KnowledgeList): Markup {
  return html`<h3>${heading}</h3>
    <ul class="dashes">
      ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>`;
}

function candidates(section: CandidateSection): Markup {
  return html`<section class="section candidates">
    <h2>${section.heading}</h2>
    <p class="lead narrow">${section.lead}</p>
    ${grid(
      section.columns,
      section.rows.map((row) => [row.name, row.fits, row.consider, row.answers]),
    )}
    <div class="questions">
      <h3>${section.questionsHeading}</h3>
      <ul class="dashes">
        ${section.questions.map((question) => html`<li>${question}</li>`)}
      </ul>
    </div>
  </section>`;
}

function textSection({ heading, text }: TextSection): Markup {
  return html`<section class="section after">
    <h2>${heading}</h2>
    <p dir="auto">${text}</p>
  </section>`;
}

function acceptance(section: AcceptanceSection): Markup {
  return html`<section class="panel">
    <h3>${section.heading}</h3>
    <p>${section.text}</p>
    <ul class="signatures">
      ${section.signatures.map((name) => html`<li><span dir="auto">${name}</span><span>${section.date}</span></li>`)}
    </ul>
  </section>`;
}
