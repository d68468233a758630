import type { Attendee, Note, NoteKind } from '../../shared/contract/notes.ts';
import { mergeTexts } from './text-merge.ts';

/** All but the words. */
export interface NoteFacts {
  readonly clientId: string;
  readonly kind: NoteKind;
  readonly happenedAt: string;
  readonly initiatedBy: 'agency' | 'client' | null;
  readonly attendees: readonly Attendee[];
}

export interface NoteFields extends NoteFacts {
  readonly body: string;
}

/** What an editing session of a note begins with. */
export function fieldsOfNote({ clientId, kind, happenedAt, initiatedBy, body, attendees }: Note): NoteFields {
  return { clientId, happenedAt, initiatedBy, body, attendees, kind: kindFrom(kind, 'meeting') };
}

const kinds = ['meeting', 'call', 'letter', 'chat', 'observation'] as const satisfies readonly NoteKind[];

/** A kind that this version does not know is shown as the one before. */
export function kindFrom(kind: string, otherwise: NoteKind): NoteKind {
  return kinds.find((known) => known === kind) ?? otherwise;
}

export function saySame(one: NoteFields, other: NoteFields): boolean {
  return one.body === other.body && factNames.every((name) => isSameFact(name, one, other));
}

const factNames = ['kind', 'happenedAt', 'initiatedBy', 'attendees'] as const;
type FactName = (typeof factNames)[number];

function isSameFact(name: FactName, one: NoteFields, other: NoteFields): boolean {
  return name === 'attendees' ? peopleOf(one) === peopleOf(other) : one[name] === other[name];
}

function peopleOf({ attendees }: NoteFields): string {
  return attendees
    .map(({ personId }) => personId)
    .toSorted()
    .join(' ');
}

/** What was changed here and what was changed elsewhere, in one; null when both changed the same to something else. */
export function merged(base: NoteFields, mine: NoteFields, theirs: NoteFields): NoteFields | null {
  const body = mergeTexts(base.body, mine.body, theirs.body);
  const isMet = factNames.some(
    (name) => !isSameFact(name, base, mine) && !isSameFact(name, base, theirs) && !isSameFact(name, mine, theirs),
  );
  if (body === null || isMet) return null;
  const sideOf = (name: FactName) => (isSameFact(name, base, mine) ? theirs : mine);
  const both: NoteFields = {
    clientId: mine.clientId,
    kind: sideOf('kind').kind,
    happenedAt: sideOf('happenedAt').happenedAt,
    initiatedBy: sideOf('initiatedBy').initiatedBy,
    attendees: sideOf('attendees').attendees,
    body,
  };
  return saySame(both, mine) ? mine : both;
}
