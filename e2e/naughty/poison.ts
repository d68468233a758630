import type Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { openFile } from '../../db/open.ts';
import { openStorage } from '../../db/storage.ts';
import { asLine } from './naughty-strings.ts';
import { type Cell, tagged, tagLength } from './tagged.ts';
import type { TextField } from './fields.ts';

/** What a column takes. */
type Limits = ReadonlyMap<string, Pick<TextField, 'isLine' | 'longest'>>;

/** Characters of a text that is added to one that was there: a screen stays a screen. */
const longestAddition = 300;

/**
 * Adds a text to every cell of these columns in a closed file, each another one; gives them by their numbers. Cells that
 * `isLeft` names stay, and so do empty ones that mean what ships.
 */
export async function poison(
  path: string,
  { columns, strings, isLeft }: { columns: Limits; strings: readonly string[]; isLeft: (value: string) => boolean },
): Promise<ReadonlyMap<number, Cell>> {
  const storage = openStorage({
    file: openFile(path),
    now: () => new Date().toISOString(),
    newId: v7,
    changed: () => {},
  });
  const cells = new Map<number, Cell>();
  try {
    await storage.write({ id: v7(), name: 'clients.edit' }, () => {
      for (const [name, limits] of withTakenOver(columns))
        for (const row of rowsOf(storage.file, name)) {
          const value = row.value ?? (comesEmpty.has(name) ? '' : null);
          if (value === null || isLeft(value) || (value === '' && staysEmpty.has(name))) continue;
          const number = cells.size + 1;
          const room = Math.min(limits.longest - tagLength, longestAddition);
          const text = textAt(strings, number, { ...limits, longest: room });
          const added = tagged(number, text);
          const both = `${value}${limits.isLine ? ' ' : '\n\n'}${added}`.trim();
          write(storage.file, name, { id: row.id, value: both.length > limits.longest ? added : both });
          cells.set(number, { column: name, text });
        }
      return Promise.resolve();
    });
  } finally {
    await storage.close();
  }
  return cells;
}

/** Without a title of its own a step is called as it ships; with something to show it is done at one key. */
const staysEmpty: ReadonlySet<string> = new Set(['handoff_item.title', 'handoff_item.evidence']);

/** Came with a later version: nothing is in it until somebody writes something. */
const comesEmpty: ReadonlySet<string> = new Set(['agency.signature']);

/** What a plan takes over from its template takes what that takes. */
function withTakenOver(columns: Limits): Limits {
  const takenOver = ['title_en', 'title_ru', 'evidence_en', 'evidence_ru'].flatMap((column) => {
    const limits = columns.get(`handoff_template_item.${column}`);
    return limits === undefined ? [] : [[`handoff_item.own_${column}`, limits] as const];
  });
  return new Map([...columns, ...takenOver]);
}

/** The first from this number on that fits. */
function textAt(
  strings: readonly string[],
  number: number,
  { isLine, longest }: Pick<TextField, 'isLine' | 'longest'>,
) {
  for (let step = 0; step < strings.length; step += 1) {
    const string = strings[(number + step) % strings.length] ?? '';
    const text = (isLine ? asLine(string) : string).trim();
    if (text !== '' && text.length <= longest) return text;
  }
  return '<b>';
}

function rowsOf(file: Database.Database, name: string) {
  const [table, column] = name.split('.');
  return file
    .prepare<[], { readonly id: string; readonly value: string | null }>(
      `select id, "${column}" as value from "${table}" order by id`,
    )
    .all();
}

function write(file: Database.Database, name: string, { id, value }: { readonly id: string; readonly value: string }) {
  const [table, column] = name.split('.');
  file.prepare(`update "${table}" set "${column}" = ? where id = ?`).run(value, id);
}
