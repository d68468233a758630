import type { BriefBlock } from '../../../shared/handoff/brief.ts';
import type { Paper } from '../../../shared/paper.ts';
import { brandOf, factsOf, grid, pageOf } from './html.ts';
import { html, type Markup } from './markup.ts';
import type { Reading } from './style.ts';

/** A brief or another paper as one page of HTML without scripts: preview, print and file alike. */
export function briefHtml(brief: Paper, reading: Reading): string {
  const sheet = html`${cover(brief)}${brief.sections.map(section)}`;
  return pageOf(brief, [sheet], reading, rules);
}

function cover(brief: Paper): Markup {
  return html`<div class="brief">
    ${brandOf(brief)}
    <h1>${brief.title}</h1>
    <p class="subtitle" dir="auto">${brief.clientName}</p>
    <div class="letter">${brief.letter.map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}</div>
    ${factsOf(brief.facts)}
  </div>`;
}

function section({ heading, lead, blocks }: Paper['sections'][number]): Markup {
  return html`<section class="section part">
    <h2>${heading}</h2>
    ${lead === '' ? null : html`<p class="lead">${lead}</p>`}${blocks.map(block)}
  </section>`;
}

function block(part: BriefBlock): Markup {
  switch (part.kind) {
    case 'text':
      return html`<p class="said" dir="auto">${part.text}</p>`;
    case 'list':
      return html`<ul class="dashes">
        ${part.lines.map((line) => html`<li dir="auto">${line}</li>`)}
      </ul>`;
    case 'table':
      return grid(
        part.columns,
        part.rows.map((row) => row.map((cell) => entries(cell))),
        part.widths,
      );
  }
}

/** A cell of several lines holds several entries. */
function entries(cell: string): string | Markup {
  const lines = cell.split('\n');
  return lines.length === 1 ? cell : html`${lines.map((line) => html`<div dir="auto">${line}</div>`)}`;
}

const rules = `
.brief h1 { margin-top: 34px; font-size: 36px; line-height: 46px; }
.brief .subtitle { font-size: 22px; line-height: 30px; }
.brief .letter { max-width: 580px; margin-top: 16px; font-size: 15px; line-height: 22px; }
.brief .facts { margin-top: 20px; }
.brief .fact { padding-top: 10px; padding-bottom: 9px; }
.brief .fact dd { white-space: nowrap; }
.part { margin-top: 26px; }
.part h2 { font-size: 14.5pt; line-height: 26px; }
.part .grid { margin-top: 10px; table-layout: fixed; break-inside: avoid; }
.part .grid td, .part .grid tbody th { padding-top: 4px; padding-bottom: 4px; overflow-wrap: anywhere; }
.part .grid thead th { padding-bottom: 3px; }
.part .grid td > div + div { margin-top: 5px; }
.part .dashes { margin-top: 6px; }
.part .dashes li { margin-top: 6px; }
.part .said { margin-top: 8px; max-width: 570px; white-space: pre-line; }
`;
