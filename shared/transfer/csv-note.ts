import type { CsvColumns } from '../contract/transfer.ts';
import { factNames, readNoteFacts, withTitle } from '../note-file.ts';
import type { ToldNote } from './file-note.ts';

const facts = ['client', 'when', 'kind', 'people', 'title', 'body'] as const;

/** The columns by their names, in any case; a column is used once. */
export function guessColumns(header: readonly string[]): CsvColumns {
  const taken = new Set<string>();
  const find = (names: readonly string[]): string | null => {
    for (const name of names) {
      const column = header.find((each) => !taken.has(each) && each.trim().toLowerCase() === name);
      if (column === undefined) continue;
      taken.add(column);
      return column;
    }
    return null;
  };
  const { client, when, kind, people, title, body } = factNames;
  return {
    client: find(client),
    when: find(when),
    kind: find(kind),
    people: find(people),
    title: find(title),
    body: find(body),
  };
}

/** A row of a table as a note; the columns that nobody chose tell only what this program writes itself. */
export function noteOfRow(header: readonly string[], cells: readonly string[], columns: CsvColumns): ToldNote {
  const cellOf = (column: string | null) => {
    const index = column === null ? -1 : header.indexOf(column);
    return index === -1 ? null : (cells[index] ?? null);
  };
  const chosen = new Map(facts.map((fact) => [String(factNames[fact][0]), cellOf(columns[fact])]));
  const own = new Map(header.map((name, index) => [name.trim().toLowerCase(), cells[index] ?? null]));
  const read = readNoteFacts((name) => (ownFacts.has(name) ? (own.get(name) ?? null) : (chosen.get(name) ?? null)));
  const body = (cellOf(columns.body) ?? '').replaceAll(/\r\n?/g, '\n');
  const title = cellOf(columns.title)?.trim() ?? '';
  return { ...read, client: read.client ?? '', whenByName: null, body: withTitle(body, title === '' ? null : title) };
}

const ownFacts = new Set(['id', 'draft', 'initiated_by']);
