import type { DocumentFrame } from '../../../shared/handoff/document.ts';
import { type FontAddress, fontFaces } from './fonts.ts';
import { breakable, footOf, stackedWidth } from './foot.ts';
import { cssString } from './markup.ts';

/*
 * A4 with margins of 20, 20, 16 and 22 mm; the foot stands in the lower margin as page-margin boxes, so that the same
 * page is the preview, the PDF and the HTML file, and page numbers are the printer's own.
 */

/** Where a page is read. */
export interface Reading {
  readonly fonts: FontAddress;
  /** The preview shows the paper as it is, however small; a file may be opened on a phone. */
  readonly fitsPhones: boolean;
}

export function documentStyle(document: DocumentFrame, { fonts, fitsPhones }: Reading, sheets: number): string {
  return `${fontFaces(fonts)}${pageRules(document, sheets)}${rules}${fitsPhones ? phoneRules : pagedRules}`;
}

function pageRules({ agencyName, line }: DocumentFrame, sheets: number): string {
  const { isStacked, size } = footOf(agencyName, line);
  const font = `${size}pt/${size * 1.5}pt 'Golos Text Variable', 'Golos Text', 'Segoe UI', system-ui, sans-serif`;
  const foot = `border-top: 0.75pt solid #d9d7d3; padding-top: 12px; vertical-align: top; color: #6b625a; font: ${font};`;
  const [agency, title] = [agencyName, line].map((text) => cssString(breakable(text)));
  const names = isStacked
    ? `@bottom-left { content: ${agency} '\\a ' ${title}; width: ${stackedWidth}%; text-align: left; white-space: pre-line; ${foot} }`
    : `@bottom-left { content: ${agency}; width: 20%; text-align: left; ${foot} }
  @bottom-center { content: ${title}; width: 60%; text-align: center; ${foot} }`;
  const last = isStacked ? 100 - stackedWidth : 20;
  return `
@page {
  size: A4;
  margin: 20mm 20mm 24.4mm 22mm;
  ${names}
  @bottom-right { content: counter(page) ' / ' counter(pages); width: ${last}%; text-align: right; ${foot} }
}
.foot { font-size: ${size}pt; line-height: ${size * 1.5}pt; grid-template-columns: ${isStacked ? `${stackedWidth}% ${last}%` : '20% 60% 20%'}; }
.foot > :nth-child(2) { ${isStacked ? 'grid-row: 2;' : 'text-align: center;'} }
.foot > :last-child::after { content: counter(sheet) ' / ${sheets}'; }
`;
}

const rules = `
:root { --ink: #26211c; --ink-2: #4f4740; --ink-3: #6b625a; --line: #d9d7d3; --accent: #0c5a66; --panel: #f5f2ea; }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; color: var(--ink); font: 9.6pt/14.4pt 'Golos Text Variable', 'Golos Text', 'Segoe UI', system-ui, sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { counter-reset: sheet; overflow-wrap: break-word; }
h1, h2, .subtitle, .letter, .fact dd, .sentence { font-family: 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif; }
.sheet { counter-increment: sheet; }
.sheet + .sheet { break-before: page; }
h2 { margin-bottom: 5px; font-size: 18pt; font-weight: 500; line-height: 31px; break-after: avoid; }
h3 { font-size: 10.6pt; font-weight: 600; line-height: 18px; break-after: avoid; }
ul, ol { padding: 0; list-style: none; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0 16px 0 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
tr { break-inside: avoid; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.brand { display: flex; align-items: center; gap: 12px; min-height: 34px; font-weight: 600; }
.brand > :nth-child(2) { min-width: 0; }
.brand .mark { display: flex; flex: none; width: 34px; height: 34px; align-items: center; justify-content: center; border-radius: 8px; background: var(--ink); color: #fff; font: 500 17px/1 'Source Serif 4 Variable', Georgia, serif; }
.brand .date { flex: none; margin-left: auto; color: var(--ink-3); font-weight: 400; }
h1 { margin-top: 142px; font-size: 42px; font-weight: 400; line-height: 54px; letter-spacing: -0.01em; }
.subtitle { margin-top: 3px; color: var(--ink-2); font-size: 26.5px; line-height: 36px; }
.letter { max-width: 545px; margin-top: 33px; color: var(--ink-2); font-size: 16.5px; line-height: 24px; }
.letter p + p { margin-top: 12px; }
.letter p { white-space: pre-line; }
.facts { display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; margin-top: 37px; border: solid var(--line); border-width: 1px 0; }
.fact { padding: 16px 15px 14px; border-left: 1px solid var(--line); }
.fact:first-child { padding-left: 0; border-left: 0; }
.fact dt { color: var(--ink-3); font-size: 8pt; line-height: 16px; }
.fact dd { margin-top: 2px; font-size: 13.4pt; line-height: 25px; }
.ruler { position: relative; display: flex; height: 54px; margin-top: 41px; }
.ruler li { position: relative; flex: 0 0 148.5px; padding-top: 18px; font-size: 8.2pt; line-height: 18px; color: var(--ink-3); }
.ruler li:last-child { flex: 1; }
.ruler li::before { content: ''; position: absolute; top: 5px; left: 0; right: 0; border-top: 1px solid var(--line); }
.ruler li.travelled::before { border-top-color: var(--accent); }
.ruler svg { position: absolute; top: 0; left: 0; }
.ruler .name { display: block; color: var(--ink); font-size: 9.2pt; font-weight: 600; }
.people { margin-top: 45px; }
.people table, .week table { table-layout: fixed; }
.week col:nth-child(1) { width: 26px; }
.week col:nth-child(3) { width: 116px; }
.week col:nth-child(4) { width: 104px; }
.people h3 { margin-bottom: 8px; }
.people td, .people th { padding-top: 6px; padding-bottom: 5px; border-top: 1px solid var(--line); font-size: 9.2pt; line-height: 18px; }
.people th { width: 136px; font-weight: 600; }
.people td { padding-right: 100px; }

.week { margin-top: 20px; }
.week:first-of-type { margin-top: 14px; }
.week header { display: flex; align-items: baseline; gap: 14px; padding-bottom: 5px; break-after: avoid; }
.week h3 { flex: none; }
.week .dates { flex: none; color: var(--ink-3); font-size: 8.6pt; }
.week .sentence { margin-left: auto; color: var(--ink-2); font-size: 9.3pt; text-align: right; }
.week td { padding-top: 4px; padding-bottom: 3px; border-top: 1px solid var(--line); font-size: 9.2pt; line-height: 17.5px; }
.week td:first-child { padding-right: 0; }
.week td:first-child svg { display: block; margin-top: 2px; }
.week td:nth-child(4) { white-space: nowrap; }
.week tbody tr:first-child { break-before: avoid; }
.week tr.done td { color: var(--ink-3); }
.week .note { color: var(--ink-3); font-size: 8.4pt; line-height: 15px; white-space: pre-line; }
.week .none { padding-top: 6px; border-top: 1px solid var(--line); color: var(--ink-3); font-size: 9.2pt; }

.lead { max-width: 560px; color: var(--ink-2); break-after: avoid; }
.narrow { max-width: 440px; }
.grid { margin-top: 20px; }
.grid tbody tr:first-child { break-before: avoid; }
.grid .breaks { overflow-wrap: anywhere; }
.grid th { padding-bottom: 5px; color: var(--ink-3); font-size: 8pt; font-weight: 500; }
.grid td, .grid tbody th { padding-top: 6px; padding-bottom: 6px; border-top: 1px solid var(--line); color: var(--ink); font-size: 9.2pt; line-height: 18.2px; }
.grid tbody th { font-weight: 500; }
.assets .state { display: flex; gap: 6px; }
.assets .state svg { flex: none; margin-top: 3px; }
.assets .grid { margin-top: 22px; }
.candidates th:first-child { width: 133px; padding-right: 7px; }
.candidates tbody td, .candidates tbody th { line-height: 17.6px; text-wrap: pretty; }
.assets .whole { white-space: nowrap; }
.section { margin-top: 43px; }
.section:first-child { margin-top: 0; }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 32px; margin-top: 13px; }
.dashes li { position: relative; padding-inline-start: 19px; margin-top: 9px; line-height: 19.5px; white-space: pre-line; text-wrap: pretty; break-inside: avoid; }
.dashes li:first-child, .questions .dashes li:nth-child(4) { margin-top: 5px; }
.panel .dashes li:first-child { margin-top: 8px; }
.dashes li::before { content: ''; position: absolute; top: 8px; inset-inline-start: 0; width: 10px; border-top: 1px solid var(--ink-3); }
.panel { margin-top: 36px; padding: 18px 23px; border-radius: 10px; background: var(--panel); break-inside: avoid; }
.panel h3 { margin-bottom: 2px; }
.panel p { color: var(--ink-2); }
.questions { margin-top: 32px; }
.questions .dashes { display: grid; grid-template-rows: repeat(3, auto); grid-auto-columns: 1fr; grid-auto-flow: column; column-gap: 32px; margin-top: 4px; color: var(--ink-2); }
.after { break-inside: avoid; }
.after p { max-width: 570px; margin-top: 12px; line-height: 19px; white-space: pre-line; }
.end { break-inside: avoid; }
.end > .section { margin-top: 43px; }
.signatures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: 34px; margin-top: 25px; padding: 0; }
.signatures li { padding-top: 7px; border-top: 1px solid var(--ink); color: var(--ink-2); font-size: 8.4pt; line-height: 16px; }
.signatures span { display: block; }

@media print { .foot { display: none; } }
@media screen {
  html { background: transparent; }
  body { padding: 20px 0; }
  .sheet { position: relative; width: 794px; min-height: 1123px; padding: 20mm 20mm 24.4mm 22mm; margin: 0 auto 20px; background: #fff; box-shadow: 0 0 0 1px rgb(60 45 30 / 0.1), 0 2px 10px rgb(60 45 30 / 0.08); }
  .sheet:last-child { margin-bottom: 0; }
  .foot { position: absolute; right: 20mm; bottom: 0; left: 22mm; display: grid; align-content: start; height: 24.4mm; padding-top: 12px; border-top: 1px solid var(--line); color: var(--ink-3); overflow-wrap: anywhere; }
  .foot > :last-child { text-align: right; }
}
`;

/**
 * Long sheets are broken where the printer breaks them, since pages below each other are columns to the engine. Whoever
 * shows the page puts a foot on each of them.
 */
const pagedRules = `@media screen {
  .sheet {
    isolation: isolate; width: 210mm; min-height: 297mm; background: repeating-linear-gradient(#fff 0 297mm, transparent 297mm calc(297mm + 20px)); box-shadow: none;
    columns: 1; column-fill: auto; column-height: 252.6mm; column-wrap: wrap; row-gap: calc(44.4mm + 20px);
  }
  .grid thead { break-inside: avoid; }
  .foot::before { content: ''; position: absolute; z-index: -1; right: -20mm; bottom: 0; left: -22mm; height: 297mm; box-shadow: 0 0 0 1px rgb(60 45 30 / 0.1), 0 2px 10px rgb(60 45 30 / 0.08); }
  .foot > :last-child:not(:empty)::after { content: none; }
}
`;

const phoneRules = `@media screen and (max-width: 700px) {
  body { padding: 0; }
  .sheet { width: auto; min-height: 0; margin-bottom: 12px; padding: 28px 20px 84px; }
  h1 { margin-top: 56px; font-size: 34px; line-height: 44px; }
  .subtitle { font-size: 22px; line-height: 30px; }
  .facts { grid-auto-flow: row; grid-template-columns: 1fr 1fr; }
  .fact:nth-child(odd) { padding-left: 0; border-left: 0; }
  .ruler { height: auto; }
  .ruler li { flex: 1 1 25%; padding-right: 8px; line-height: 15px; }
  .people th { width: 96px; }
  .people td { padding-right: 0; }
  .week header { flex-wrap: wrap; row-gap: 0; }
  .week .sentence { flex-basis: 100%; margin-left: 0; text-align: left; }
  th, td { padding-right: 8px; }
  .grid td, .grid tbody th { font-size: 8.4pt; }
  .assets, .candidates { overflow-x: auto; }
  .candidates th:first-child { width: auto; }
  .assets .whole { white-space: normal; }
  .columns, .signatures { grid-template-columns: minmax(0, 1fr); row-gap: 24px; }
  .week col:nth-child(3), .week col:nth-child(4) { width: 22%; }
  .week td:nth-child(4) { white-space: normal; }
  .questions .dashes { display: block; }
  .questions .dashes li:nth-child(4) { margin-top: 9px; }
  .foot { right: 20px; left: 20px; height: 72px; }
  .foot > :nth-child(2) { padding: 0 8px; }
}
`;
