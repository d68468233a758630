import type { NoteKind } from '../contract/notes.ts';
import { noteKindOf, readNoteFile, type ReadNote, withTitle } from '../note-file.ts';

/** A note as its source tells it, before its date is read and its client is found. */
export interface ToldNote extends ReadNote {
  /** The date in the name of the file, where the text has none. */
  readonly whenByName: string | null;
}

/** `path` is the way from the chosen folder to the file, with slashes. What the text does not tell, the path may. */
export function noteOfFile(path: string, text: string): ToldNote {
  const read = readNoteFile(text);
  const parts = path.split('/');
  const { when, rest } = readFileName(parts.at(-1) ?? '');
  const kindInName = noteKindOf(rest);
  return {
    ...read,
    kind: read.kind ?? kindInName,
    whenByName: when,
    // What another program wrote is titled by its name; what this one wrote is whole.
    body: read.id === null ? titledBody(read.body, kindInName === null ? rest : '') : read.body,
  };
}

function titledBody(body: string, name: string): string {
  const text = body.replaceAll(/\r\n?/g, '\n');
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  if (name === '' || text.trim() === '') return text;
  return first.startsWith('#') || first.includes(name) ? text : withTitle(text, name);
}

const dayFirst =
  /^(?<day>\d{4}-\d{2}-\d{2}|\d{4}\.\d{2}\.\d{2}|\d{2}\.\d{2}\.\d{4}|\d{8}(?!\d))(?:[T_ ]+(?<hour>[01]\d|2[0-3])[-:.h]?(?<minute>[0-5]\d)(?!\d))?/u;

interface FileNameParts {
  readonly when: string | null;
  /** The words beside the date. */
  readonly rest: string;
}

/** «2024-05-01 Call.md», «20240501_1530 Итоги.md», «01.05.2024.md». */
export function readFileName(name: string): FileNameParts {
  const stem = name.replace(/\.[^.]*$/, '');
  const found = dayFirst.exec(stem);
  const day = dayOf(found?.groups?.['day'] ?? '');
  if (found === null || day === null) return { when: null, rest: tidy(stem) };
  const { hour, minute } = found.groups ?? {};
  const when = hour === undefined ? day : `${day} ${hour}:${minute ?? '00'}`;
  return { when, rest: tidy(stem.slice(found[0].length)) };
}

function tidy(text: string): string {
  return text
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.–—-]+|[\s,–—-]+$/g, '');
}

function dayOf(text: string): string | null {
  const [, year, month, day] =
    /^(\d{4})[-.]?(\d{2})[-.]?(\d{2})$/.exec(text) ?? reversed(/^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text));
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${month}-${day}` : null;
}

function reversed(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match === null ? [] : [match[0], match[3], match[2], match[1]];
}

/** Without a kind a note is something that was seen: it counts as no touch of the client. */
export const kindOfUnknown: NoteKind = 'observation';
