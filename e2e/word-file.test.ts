import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceOf } from '../electron/backend/documents/document-in-test.ts';
import { documentDocx } from '../electron/backend/documents/docx.ts';
import { oddSource, oddTexts } from '../electron/backend/documents/odd-document-in-test.ts';
import { audiences } from '../shared/contract/handoff.ts';
import type { DocumentSource } from '../shared/handoff/document-source.ts';
import { type HandoffDocument, makeDocument } from '../shared/handoff/document.ts';
import { languages } from '../shared/language.ts';
import { pdfPages, plain } from './document-text.ts';
import { wordFaults } from './word/faults.ts';
import { convertedBySoffice } from './word/libre-office.ts';
import { sectionsOf, withoutFurniture } from './word/record-text.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-word-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { includeAssets: true, includeDone: true, includeReasons: true, language: 'ru' } as const;

function documentOf(source: DocumentSource): HandoffDocument {
  return makeDocument(source, { ...options, audience: source.audience });
}

/** The name of a file and what is in it. */
type Written = readonly [name: string, document: HandoffDocument];

async function write([name, document]: Written): Promise<string> {
  const bytes = await documentDocx(document);
  expect(wordFaults(bytes), name).toEqual([]);
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, bytes);
  return file;
}

/** The same file with a part of it written anew. */
function changed(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const text = strFromU8(files[part] ?? new Uint8Array());
  const after = change(text);
  expect(after).not.toBe(text);
  return zipSync({ ...files, [part]: strToU8(after) });
}

test('a Word file says the same in LibreOffice, for every reader and in both languages', async () => {
  const written = languages.flatMap((language) =>
    audiences.map((audience): Written => {
      const source = sourceOf(audience, { items: 27, assets: 8 });
      return [`${language}-${audience}`, makeDocument(source, { ...options, language, audience })];
    }),
  );
  const files = await Promise.all(written.map(write));
  const short = path.join(folder, 'short.docx');
  const drop = (text: string) => text.replace('Шаг № 9:', 'Шаг:');
  writeFileSync(short, changed(readFileSync(files[0] ?? ''), 'word/document.xml', drop));
  const opened = convertedBySoffice([...files, short], 'pdf').map(pdfPages);
  for (const [index, [name, document]] of written.entries()) {
    let rest = withoutFurniture(opened[index] ?? [], document);
    for (const section of sectionsOf(document)) {
      expect(rest.slice(0, section.length), name).toBe(section);
      rest = rest.slice(section.length);
    }
    expect(rest, name).toBe('');
  }
  const [, document] = written[0] ?? expect.fail();
  const lessWords = withoutFurniture(opened.at(-1) ?? [], document);
  expect(lessWords, 'control: a word less').not.toBe(sectionsOf(document).join(''));
});

test('a long document loses nothing over its pages', async () => {
  const document = documentOf(sourceOf('agency', { items: 200, assets: 60 }));
  const [pages = []] = convertedBySoffice([await write(['long', document])], 'pdf').map(pdfPages);
  expect(pages.length).toBeGreaterThan(10);
  expect(withoutFurniture(pages, document)).toBe(sectionsOf(document).join(''));
});

/** How often each sign stands in a text; what tells a terminal the direction is no sign of it. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text.normalize('NFC').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')) {
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

test('odd texts are whole in LibreOffice and on its pages', async () => {
  const written = Object.entries(oddTexts).map(([name, text]): Written => [name, documentOf(oddSource(text))]);
  const files = await Promise.all(written.map(write));
  // As plain text, every list has the same sign before its lines.
  const texts = convertedBySoffice(files, 'txt').map((file) => plain(readFileSync(file, 'utf8')).replaceAll('•', '–'));
  const pages = convertedBySoffice(files, 'pdf').map((file) => counted(pdfPages(file).join('')));
  for (const [index, [name, document]] of written.entries()) {
    const said = sectionsOf(document).join('');
    expect(texts[index], name).toBe(said);
    // No font of this machine may have a picture: then it has no name on the page either.
    if (name === 'emoji') continue;
    const missing = [...counted(said)].filter(([sign, count]) => (pages[index]?.get(sign) ?? 0) < count);
    expect(missing, name).toEqual([]);
  }
});

const bodyPart = 'word/document.xml';
const damages: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ['a file cut short', (bytes) => bytes.slice(0, -40)],
  ['a byte that is another', anotherByte],
  ['no styles', (bytes) => zipWithout(bytes, 'word/styles.xml')],
  ['no relations', (bytes) => zipWithout(bytes, 'word/_rels/document.xml.rels')],
  ['a paragraph without an end', (bytes) => changed(bytes, bodyPart, (text) => text.replace('</w:p>', ''))],
  ['a bare &', (bytes) => changed(bytes, bodyPart, (text) => text.replace('&amp;', '&'))],
  ['a sign that is none', (bytes) => changed(bytes, bodyPart, (text) => text.replace('Шаг', '\ufffe'))],
  ['properties in another order', (bytes) => changed(bytes, bodyPart, swapped)],
  ['a style that is not there', (bytes) => changed(bytes, bodyPart, (text) => text.replace('TableText', 'Nobody'))],
  ['a cell less', (bytes) => changed(bytes, bodyPart, (text) => text.replace(/<w:tc>(?:(?!<w:tc>).)*?<\/w:tc>/s, ''))],
  [
    'a list that is not there',
    (bytes) => changed(bytes, 'word/styles.xml', (text) => text.replace(/numId w:val="\d+/, '$&9')),
  ],
];

/** In the packed words of the body. */
function anotherByte(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(bodyPart) + 500;
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

function zipWithout(bytes: Uint8Array, part: string): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => name !== part)));
}

function swapped(text: string): string {
  return text.replace(/(<w:pStyle [^>]*>)(<w:keepNext\/>)/, '$2$1');
}

test.each(damages)('control: %s is no sound Word file', async (_name, damage) => {
  const sound = await documentDocx(documentOf(sourceOf('client', { items: 9, assets: 3 })));
  expect(wordFaults(sound)).toEqual([]);
  expect(wordFaults(damage(sound))).not.toEqual([]);
});
