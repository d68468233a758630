import path from 'node:path';
import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { misplacedChild } from './order.ts';
import { type Element, everyElement, parseXml } from './xml.ts';

type Parts = ReadonlyMap<string, Element>;

/**
 * Why Word would offer to repair a file: LibreOffice mends in silence, so that its opening a file proves nothing. Looked
 * at are the zip and its sums, each part as XML, types and relations of parts, the order of elements, and that every
 * style, list and relation that is named is there.
 */
export function wordFaults(file: Uint8Array): readonly string[] {
  try {
    const files = unzipSync(file);
    const broken = brokenSums(file, files);
    if (broken.length > 0) return broken;
    const parts: Parts = new Map(Object.entries(files).map(([name, bytes]) => [name, partOf(name, bytes)]));
    return [
      ...untyped(parts),
      ...lostRelations(parts),
      ...[...parts].flatMap(([name, part]) => misplaced(name, part)),
      ...lostNames(parts),
      ...unevenTables(parts),
    ];
  } catch (problem) {
    return [problem instanceof Error ? problem.message : 'unreadable'];
  }
}

function partOf(name: string, bytes: Uint8Array): Element {
  try {
    return parseXml(strFromU8(bytes));
  } catch (problem) {
    throw new Error(`${name}: ${problem instanceof Error ? problem.message : 'unreadable'}`, { cause: problem });
  }
}

/** The library that unpacks does not look at the sums. */
function brokenSums(file: Uint8Array, files: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const bytes = Buffer.from(file);
  const faults: string[] = [];
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  for (; bytes.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (crc32(files[name] ?? '') !== bytes.readUInt32LE(at + 16))
      faults.push(`${name}: another sum than it should have`);
    at += 46 + nameLength + extra + comment;
  }
  return faults;
}

function attribute(element: Element, name: string): string {
  return element.attributes.get(name) ?? '';
}

function untyped(parts: Parts): readonly string[] {
  const types = parts.get('[Content_Types].xml');
  if (!types) return ['no types of parts'];
  const named = types.children.map((type) => attribute(type, 'PartName').slice(1));
  const known = types.children.map((type) => attribute(type, 'Extension'));
  return [
    ...named.filter((name) => name !== '' && !parts.has(name)).map((name) => `${name} has a type and is not there`),
    ...[...parts.keys()]
      .filter((name) => !named.includes(name) && !known.includes(path.posix.extname(name).slice(1)))
      .map((name) => `${name} has no type`),
  ];
}

/** Targets are counted from the folder above `_rels`. */
function lostRelations(parts: Parts): readonly string[] {
  return [...parts].flatMap(([name, part]) => {
    if (!name.endsWith('.rels')) return [];
    const folder = path.posix.join(path.posix.dirname(name), '..');
    return part.children
      .filter((relation) => attribute(relation, 'TargetMode') !== 'External')
      .map((relation) => path.posix.join(folder, attribute(relation, 'Target')))
      .filter((target) => !parts.has(target))
      .map((target) => `${name} names ${target}, which is not there`);
  });
}

function misplaced(name: string, part: Element): readonly string[] {
  return [...everyElement(part)].flatMap((element) => {
    const children = element.children.map((child) => child.name);
    const wrong = misplacedChild(element.name, children);
    const end = element.name === 'w:tc' && children.at(-1) !== 'w:p' ? ['the end without a paragraph'] : [];
    return [...(wrong === null ? [] : [wrong]), ...end].map(
      (each) => `${name}: ${element.name} may not have ${each} here`,
    );
  });
}

/** What is named in one part and lies in another. */
function lostNames(parts: Parts): readonly string[] {
  const kept = (part: string, tag: string, key: string) =>
    [...everyElement(parts.get(part) ?? nothing)]
      .filter(({ name }) => name === tag)
      .map((each) => attribute(each, key));
  const styles = new Set(kept('word/styles.xml', 'w:style', 'w:styleId'));
  const numbers = new Set(kept('word/numbering.xml', 'w:num', 'w:numId'));
  const relations = new Set(kept('word/_rels/document.xml.rels', 'Relationship', 'Id'));
  const stylesTwice = kept('word/styles.xml', 'w:style', 'w:styleId').length > styles.size ? ['a style twice'] : [];
  const lost = [...parts.values()].flatMap((part) =>
    [...everyElement(part)].flatMap((element) => {
      const value = attribute(element, 'w:val');
      if (namesStyle.includes(element.name) && !styles.has(value)) return [`style ${value} is not there`];
      if (element.name === 'w:numId' && !numbers.has(value)) return [`list ${value} is not there`];
      const relation = element.attributes.get('r:id');
      return relation !== undefined && !relations.has(relation) ? [`relation ${relation} is not there`] : [];
    }),
  );
  return [...stylesTwice, ...lost];
}

const nothing: Element = { name: '', attributes: new Map(), children: [], text: '' };
const namesStyle: readonly string[] = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next'];

/** Every row fills the columns of its table. */
function unevenTables(parts: Parts): readonly string[] {
  const tables = [...parts.values()].flatMap((part) => [...everyElement(part)].filter(({ name }) => name === 'w:tbl'));
  return tables.flatMap((table) => {
    const columns = table.children.find(({ name }) => name === 'w:tblGrid')?.children.length;
    const rows = table.children.filter(({ name }) => name === 'w:tr');
    return rows.filter((row) => cellsOf(row) !== columns).map(() => 'a row with another number of columns');
  });
}

function cellsOf(row: Element): number {
  const spans = row.children
    .filter(({ name }) => name === 'w:tc')
    .map((cell) => [...everyElement(cell)].find(({ name }) => name === 'w:gridSpan'));
  return spans.reduce((sum, span) => sum + Number(span ? attribute(span, 'w:val') : 1), 0);
}
