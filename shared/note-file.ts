import { parse, stringify } from 'yaml';
import type { Id, Instant } from './contract/call.ts';
import { id as idShape, instant as instantShape } from './contract/call.ts';
import { type NoteKind, noteKinds } from './contract/notes.ts';
import { splitTitle } from './note-title.ts';

// A note as a Markdown file of its own: what is known beside the text stands in the front matter, in words that other
// programs use as well.

export interface NoteFile {
  readonly id: Id;
  readonly client: string;
  readonly kind: string;
  readonly happenedAt: Instant;
  readonly initiatedBy: 'agency' | 'client' | null;
  /** Names of who was there. */
  readonly people: readonly string[];
  /** Those of them who are ours. */
  readonly ours: readonly string[];
  readonly isDraft: boolean;
  readonly body: string;
}

/** The file of a note; read back it is the same note. */
export function writeNoteFile(note: NoteFile): string {
  const { title } = splitTitle(note.body);
  const facts = {
    ...(title === '' ? {} : { title }),
    client: note.client,
    date: note.happenedAt,
    kind: note.kind,
    ...(note.initiatedBy === null ? {} : { initiated_by: note.initiatedBy }),
    ...(note.people.length === 0 ? {} : { people: [...note.people] }),
    ...(note.ours.length === 0 ? {} : { ours: [...note.ours] }),
    ...(note.isDraft ? { draft: true } : {}),
    id: note.id,
  };
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${note.body}`;
}

/** What a Markdown file of any origin tells of its note; null where it is silent. */
export interface ReadNote {
  readonly id: Id | null;
  readonly client: string | null;
  readonly kind: NoteKind | null;
  /** As it is written there: a moment or a day in any spelling. */
  readonly when: string | null;
  readonly initiatedBy: 'agency' | 'client' | null;
  readonly people: readonly string[];
  readonly ours: readonly string[];
  readonly isDraft: boolean;
  readonly body: string;
}

const frontMatter = /^\u{FEFF}?---[ \t]*\r?\n(?<facts>[\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)?/u;

/** Front matter that is no YAML stays part of the text: nothing of a file is lost. */
export function readNoteFile(text: string): ReadNote {
  const found = frontMatter.exec(text);
  const facts = found === null ? null : readFacts(found.groups?.['facts'] ?? '');
  if (found === null || facts === null) return { ...silent, body: text.replace(/^\u{FEFF}/u, '') };
  const rest = text.slice(found[0].length);
  // Whoever changed the line ends of what stands above the text changed those of the text as well.
  const body = found[0].includes('\r\n') ? rest.replaceAll('\r\n', '\n') : rest;
  return { ...readNoteFacts((name) => facts.get(name) ?? null), body: withTitle(body, textOf(facts.get('title'))) };
}

const silent: Omit<ReadNote, 'body'> = {
  id: null,
  client: null,
  kind: null,
  when: null,
  initiatedBy: null,
  people: [],
  ours: [],
  isDraft: false,
};

/** Names that other programs give to the same facts, the first found counts. */
export const factNames = {
  client: ['client', 'клиент', 'company', 'компания', 'customer', 'заказчик', 'project', 'проект', 'notebook'],
  when: ['date', 'дата', 'happened_at', 'when', 'когда', 'created', 'created_at', 'создано'],
  kind: ['kind', 'вид', 'type', 'тип'],
  initiatedBy: ['initiated_by', 'инициатор'],
  people: ['people', 'участники', 'attendees', 'participants'],
  title: ['title', 'заголовок', 'subject', 'тема'],
  body: ['body', 'text', 'текст', 'note', 'заметка', 'content'],
} as const;

/** Most notes have neither, and a schema takes its time to say no. */
function idOf(value: unknown): Id | null {
  return typeof value === 'string' ? (idShape.safeParse(value).data ?? null) : null;
}

function initiatorOf(value: unknown): 'agency' | 'client' | null {
  return value === 'agency' || value === 'client' ? value : null;
}

/** The facts of a note by whatever names they have: front matter and a row of a table are read alike. */
export function readNoteFacts(factOf: (name: string) => unknown): Omit<ReadNote, 'body'> {
  const first = (names: readonly string[]) => names.map(factOf).find((value) => value !== null && value !== '');
  return {
    id: idOf(factOf('id')),
    client: textOf(first(factNames.client)),
    kind: noteKindOf(textOf(first(factNames.kind))),
    when: textOf(first(factNames.when)),
    initiatedBy: initiatorOf(first(factNames.initiatedBy)),
    people: listOf(first(factNames.people)),
    ours: listOf(factOf('ours') ?? null),
    isDraft: factOf('draft') === true || factOf('draft') === 'true',
  };
}

/** A name with plain words, a day or an id behind it; what YAML would read as something else is none. */
const plainFact =
  /^(?<name>\p{L}[\p{L}\p{N}_]*): (?!(?:true|false|null)$)(?<value>\p{L}(?:[\p{L}\p{N} .«»-]*[\p{L}\p{N}.»])?|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu;

/** Most front matter is as simple as that, and YAML takes ten times as long to read it; null when it is not. */
function readPlainFacts(yaml: string): ReadonlyMap<string, unknown> | null {
  const facts = new Map<string, unknown>();
  for (const line of yaml.trimEnd().split(/\r?\n/)) {
    const { name, value } = plainFact.exec(line)?.groups ?? {};
    if (name === undefined || facts.has(name.toLowerCase())) return null;
    facts.set(name.toLowerCase(), value);
  }
  return facts;
}

function readFacts(yaml: string): ReadonlyMap<string, unknown> | null {
  return readPlainFacts(yaml) ?? readYaml(yaml);
}

function readYaml(yaml: string): ReadonlyMap<string, unknown> | null {
  try {
    const facts: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'error' });
    if (facts === null || typeof facts !== 'object' || Array.isArray(facts)) return null;
    return new Map(Object.entries(facts).map(([name, value]) => [name.toLowerCase(), value]));
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' ? String(value) : null;
}

function listOf(value: unknown): readonly string[] {
  const parts = Array.isArray(value) ? value : (textOf(value)?.split(/[,;]/) ?? []);
  return parts.flatMap((part) => textOf(part) ?? []);
}

const kindWords: Readonly<Record<NoteKind, readonly string[]>> = {
  meeting: ['meeting', 'встреча'],
  call: ['call', 'созвон', 'звонок', 'phone'],
  letter: ['letter', 'email', 'mail', 'письмо', 'почта'],
  chat: ['chat', 'чат', 'message', 'сообщение'],
  observation: ['observation', 'наблюдение'],
};

/** The kind that a word of either language names. */
export function noteKindOf(text: string | null): NoteKind | null {
  const word = text?.toLowerCase();
  return noteKinds.find((kind) => word !== undefined && kindWords[kind].includes(word)) ?? null;
}

/** A title that the text does not begin with becomes its first line. */
export function withTitle(body: string, title: string | null): string {
  if (title === null || splitTitle(body).title === title) return body;
  return body.trim() === '' ? `# ${title}` : `# ${title}\n\n${body}`;
}

export const isInstant = (text: string): boolean => instantShape.safeParse(text).success;
