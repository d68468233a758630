import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefDocx } from '../electron/backend/documents/brief-docx.ts';
import { briefHtml } from '../electron/backend/documents/brief-html.ts';
import { briefSource } from '../electron/backend/documents/brief-in-test.ts';
import { makeBrief } from '../shared/handoff/brief.ts';
import { type Language, languages } from '../shared/language.ts';
import { pdfFacts, pdfPages, plain } from './document-text.ts';
import { Printer } from './pdf/printer.ts';
import { wordFaults } from './word/faults.ts';
import { convertedBySoffice } from './word/libre-office.ts';

let folder: string;
let printer: Printer;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-brief-'));
  printer = await Printer.open(folder);
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const briefIn = (language: Language) => makeBrief(briefSource, { language, includeGoals: true });

/** Every text of the brief, without spaces. */
function textsOf(language: Language): readonly string[] {
  const { title, clientName, letter, facts, sections } = briefIn(language);
  const inBlocks = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'text') return [block.text];
      if (block.kind === 'list') return block.lines;
      return [...block.columns, ...block.rows.flat()];
    }),
  );
  const heads = sections.flatMap(({ heading, lead }) => [heading, lead]);
  const all = [title, clientName, ...letter, ...facts.map(({ value }) => value), ...heads, ...inBlocks];
  return all.flatMap((text) => text.split('\n')).map(plain);
}

test.each(languages)(
  'the PDF in %s has two pages, as the preview shows them, a title, and every word',
  async (language) => {
    const brief = briefIn(language);
    const file = await printer.printAs(language, brief, (fonts) => briefHtml(brief, { fonts, fitsPhones: false }));
    const facts = pdfFacts(file);
    expect(facts).toMatch(/^Pages: +2$/m);
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toContain(brief.line);
    const pages = pdfPages(file).map(plain);
    const text = pages.join('');
    expect(textsOf(language).filter((each) => !text.includes(each))).toEqual([]);
    const shown = (await printer.shownPages(language)).map(plain);
    const headings = brief.sections.map(({ heading }) => plain(heading));
    const pageOf = (all: readonly string[]) =>
      headings.map((heading) => all.findIndex((page) => page.includes(heading)));
    expect(pageOf(shown), 'the preview').toEqual(pageOf(pages));
  },
);

test.each(languages)('the Word file in %s opens in LibreOffice and says the same', async (language) => {
  const bytes = await briefDocx(briefIn(language));
  expect(wordFaults(bytes)).toEqual([]);
  const file = path.join(folder, `${language}.docx`);
  writeFileSync(file, bytes);
  const [converted = ''] = convertedBySoffice([file], 'pdf');
  const text = plain(pdfPages(converted).join(' '));
  expect(textsOf(language).filter((each) => !text.includes(each))).toEqual([]);
});
