import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import ICAL from 'ical.js';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import Papa from 'papaparse';
import { parse as parseYaml } from 'yaml';
import { type Element, parseXml } from '../word/xml.ts';

// What other programs read in the files that this one writes; each by a reader that is not its own.

export interface ReadBack {
  readonly texts: readonly string[];
  /** What is more than text: a link to elsewhere, a script, an element. */
  readonly alive: readonly string[];
}

const isHarmless = (address: string): boolean => /^(?:https?:|mailto:|#)/i.test(address);

const readers: Readonly<Record<string, (file: string) => ReadBack>> = {
  '.docx': readWord,
  '.pdf': readPdf,
  '.md': readMarkdown,
  '.ics': readCalendar,
  '.json': (file) => ({ texts: stringsIn(JSON.parse(readFileSync(file, 'utf8'))), alive: [] }),
  '.csv': (file) => ({ texts: rowsOfCsv(file).flat(), alive: [] }),
};

export function readBack(file: string): ReadBack {
  const read = readers[path.extname(file)];
  if (!read) throw new Error(`no reader for ${path.basename(file)}`);
  return read(file);
}

/** It holds the names of the files, in which not every sign of a text may stand: `compareManifest` reads it. */
const manifest = 'manifest.json';

/** All files in a folder that a reader knows. */
export function readBackFolder(folder: string): ReadBack {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && path.extname(entry.name) in readers && entry.name !== manifest)
    .map(({ parentPath, name }) => readBack(path.join(parentPath, name)));
  return { texts: files.flatMap(({ texts }) => texts), alive: files.flatMap(({ alive }) => alive) };
}

function readWord(file: string): ReadBack {
  const parts = Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const texts = parts
    .filter(([name]) => /^word\/(?:document|header\d*|footer\d*|footnotes)\.xml$/.test(name))
    .map(([, xml]) => textOfElement(parseXml(xml)));
  const links = parts
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([, xml]) => parseXml(xml).children)
    .filter(({ attributes }) => attributes.get('TargetMode') === 'External')
    .map(({ attributes }) => attributes.get('Target') ?? '');
  const macros = parts.filter(([name]) => /vba|embeddings|activeX/i.test(name)).map(([name]) => name);
  return { texts, alive: [...links.filter((link) => !isHarmless(link)), ...macros] };
}

function textOfElement({ name, text, children }: Element): string {
  if (name === 'w:t') return text;
  const between = name === 'w:p' || name === 'w:br' || name === 'w:tab' ? ' ' : '';
  return children.map(textOfElement).join('') + between;
}

const ask = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });

function readPdf(file: string): ReadBack {
  const links = ask('pdfinfo', '-url', file).match(/\b[a-z][a-z0-9+.-]*:\S+$/gim) ?? [];
  const scripts = ask('pdfinfo', '-js', file).trim();
  return {
    texts: [ask('pdftotext', '-raw', file, '-'), ask('pdftotext', file, '-')],
    alive: [...links.filter((link) => !isHarmless(link)), ...(scripts === '' ? [] : [scripts])],
  };
}

function readMarkdown(file: string): ReadBack {
  const whole = readFileSync(file, 'utf8');
  const [, front, body = whole] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole) ?? [];
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const alive: string[] = [];
  const text = textOfMarkdown(tree, alive);
  // A note is Markdown: what was typed is the file itself, and what it says is the partner's own.
  if (front !== undefined) return { texts: [body, ...stringsIn(parseYaml(front))], alive: [] };
  return { texts: [text], alive };
}

function textOfMarkdown(node: Nodes, alive: string[]): string {
  if (node.type === 'html') {
    alive.push(node.value);
    return '';
  }
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    if (node.type !== 'link' || !isHarmless(node.url)) alive.push(`${node.type} ${node.url}`);
  }
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  return node.children.map((child) => textOfMarkdown(child, alive)).join('') + (isBlock ? ' ' : '');
}

function readCalendar(file: string): ReadBack {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  const components = [
    calendar,
    ...calendar.getAllSubcomponents(),
    ...calendar.getAllSubcomponents().flatMap((each) => each.getAllSubcomponents()),
  ];
  const properties = components.flatMap((each) => each.getAllProperties());
  const texts = properties.map((property) => String(property.getFirstValue()));
  const alive = properties
    .filter(({ name }) => ['url', 'attach'].includes(name))
    .map((property) => String(property.getFirstValue()))
    .filter((address) => !isHarmless(address));
  return { texts, alive };
}

export function rowsOfCsv(file: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { delimiter: ',' }).data;
}

export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
