import type { Cell } from '../schema.ts';
import type { Pages } from './pages.ts';

// Pages of b-trees as SQLite's file format describes them (sections 1.5 to 2.1). Nothing here trusts a number: each is
// compared with the page it stands in, and a cell that does not hold together is left out, not the page.

export type PageKind = 'table_inner' | 'table_leaf' | 'index_inner' | 'index_leaf';

const kinds: ReadonlyMap<number, PageKind> = new Map([
  [0x05, 'table_inner'],
  [0x0d, 'table_leaf'],
  [0x02, 'index_inner'],
  [0x0a, 'index_leaf'],
]);

export interface TreePage {
  readonly kind: PageKind;
  /** The pages below, from left to right. */
  readonly children: readonly number[];
  readonly records: readonly TreeRecord[];
  /** Cells that could not be understood. */
  readonly broken: number;
}

export interface TreeRecord {
  /** The number of the row; null in an index. */
  readonly rowid: number | null;
  readonly values: readonly Cell[];
  /** Some of it lay in pages that cannot be read: texts may be cut off, and the last ones missing. */
  readonly isCut: boolean;
}

/** Null for a page that belongs to no tree, or cannot be read. */
export function readTreePage(pages: Pages, number: number): TreePage | null {
  const page = pages.read(number);
  if (page === null) return null;
  const start = number === 1 ? 100 : 0;
  const kind = kinds.get(page.readUInt8(start));
  if (kind === undefined) return null;
  const isInner = kind === 'table_inner' || kind === 'index_inner';
  const head = start + (isInner ? 12 : 8);
  const count = page.readUInt16BE(start + 3);
  if (head + 2 * count > page.length) return null;
  const children: number[] = [];
  const records: TreeRecord[] = [];
  let broken = 0;
  for (let index = 0; index < count; index += 1) {
    const at = page.readUInt16BE(head + 2 * index);
    try {
      if (at < head + 2 * count) throw new RangeError('a cell in the head of its page');
      if (isInner) children.push(page.readUInt32BE(at));
      if (kind !== 'table_inner') records.push(readCell(pages, page, { at: at + (isInner ? 4 : 0), kind }));
    } catch {
      broken += 1;
    }
  }
  if (isInner) children.push(page.readUInt32BE(start + 8));
  return { kind, children, records, broken };
}

function readCell(
  pages: Pages,
  page: Buffer,
  { at, kind }: { readonly at: number; readonly kind: PageKind },
): TreeRecord {
  const length = readVarint(page, at);
  const rowid = kind === 'table_leaf' ? readVarint(page, length.next) : null;
  const { bytes, isCut } = readPayload(pages, page, {
    at: rowid?.next ?? length.next,
    length: length.value,
    isTable: kind === 'table_leaf',
  });
  return { rowid: rowid?.value ?? null, ...readRecord(bytes, isCut) };
}

/** Payloads longer than this belong to no record: SQLite's own limit. */
const longestPayload = 1_000_000_000;

interface Payload {
  readonly at: number;
  readonly length: number;
  readonly isTable: boolean;
}

function readPayload(
  pages: Pages,
  page: Buffer,
  { at, length, isTable }: Payload,
): { readonly bytes: Buffer; readonly isCut: boolean } {
  const usable = pages.pageSize;
  if (length > longestPayload || length > pages.count * usable) throw new RangeError('longer than the file');
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const spilled = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : spilled <= most ? spilled : least;
  if (at + local > page.length) throw new RangeError('beyond its page');
  const parts = [page.subarray(at, at + local)];
  let left = length - local;
  let next = left > 0 ? page.readUInt32BE(at + local) : 0;
  const seen = new Set<number>();
  while (left > 0) {
    const more = next === 0 || seen.has(next) ? null : pages.read(next);
    // The page of a chain begins with the number of the next one; zeros alone are a page that is gone.
    if (more === null || (more.readUInt32BE(0) === 0 && left > usable - 4) || isEmpty(more)) break;
    seen.add(next);
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    next = more.readUInt32BE(0);
  }
  return { bytes: Buffer.concat(parts), isCut: left > 0 };
}

function isEmpty(page: Buffer): boolean {
  return page.every((byte) => byte === 0);
}

function readRecord(bytes: Buffer, isCut: boolean): Pick<TreeRecord, 'values' | 'isCut'> {
  const head = readVarint(bytes, 0);
  const types: number[] = [];
  let at = head.next;
  while (at < head.value) {
    const type = readVarint(bytes, at);
    types.push(type.value);
    at = type.next;
  }
  if (at !== head.value) throw new RangeError('a head that does not end where it says');
  const values: Cell[] = [];
  for (const type of types) {
    const size = sizeOfType(type);
    if (at + size > bytes.length && !isCut) throw new RangeError('beyond its record');
    if (at >= bytes.length && size > 0) break;
    values.push(valueOf(bytes, at, type));
    at += size;
  }
  if (!isCut && at !== bytes.length) throw new RangeError('longer than its values');
  return { values, isCut };
}

function sizeOfType(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type === 10 || type === 11) throw new RangeError('a type that is never written');
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0;
}

function valueOf(bytes: Buffer, at: number, type: number): Cell {
  if (type >= 12) {
    const whole = at + sizeOfType(type);
    const text = bytes.toString('utf8', at, Math.min(bytes.length, whole));
    // What is cut in the middle of a letter loses the letter.
    return whole > bytes.length ? text.replace(/\u{FFFD}$/u, '') : text;
  }
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 6) return Number(bytes.readBigInt64BE(at));
  if (type === 8 || type === 9) return type - 8;
  return bytes.readIntBE(at, sizeOfType(type));
}

interface Varint {
  readonly value: number;
  readonly next: number;
}

function readVarint(bytes: Buffer, start: number): Varint {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(start + index);
    if (index === 8) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), next: start + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), next: start + index + 1 };
  }
  throw new RangeError('no end');
}
