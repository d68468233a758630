import { readClearedSecrets } from '../../../db/documents.ts';
import type { Reader } from '../../../db/schema.ts';
import { keysOf } from '../../../db/word-keys.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { BriefFinding, BriefGap } from '../../../shared/contract/handoff-brief.ts';
import type { BriefOptions } from '../../../shared/handoff/brief-source.ts';
import { findMoney, type Span } from '../../../shared/handoff/money.ts';
import { nameFinder } from '../../../shared/handoff/other-names.ts';
import { findSecrets } from '../../../shared/handoff/secrets.ts';
import { shortLine } from '../../../shared/short-line.ts';
import type { Context } from '../context.ts';
import { type BriefRecords, readBriefRecords } from '../documents/brief-source.ts';
import { beforeSecret, fingerprint } from './secrets.ts';

interface Field {
  readonly place: BriefFinding['place'];
  readonly recordId: Id;
  readonly title: string;
  readonly text: string;
}

interface Asked {
  readonly handoffId: Id;
  readonly options: BriefOptions;
}

export interface BriefCheck {
  readonly findings: BriefFinding[];
  readonly gaps: BriefGap[];
}

/** What of the free text that a brief shows should not go out, but for what a partner called harmless; and what is missing. */
export async function checkBrief({ storage, clock }: Context, { handoffId, options }: Asked): Promise<BriefCheck> {
  const records = await readBriefRecords(storage.read, { handoffId, options, today: clock.today() });
  const cleared = await readClearedSecrets(storage.read, handoffId);
  const find = nameFinder(
    await namesOfOthers(storage.read, records),
    [records.client.name, records.agency?.name ?? ''],
    keysOf,
  );
  const typed = typedFields(records, options);
  const findings = [
    ...[...namesOf(records), ...typed].flatMap(secretsIn),
    ...typed.flatMap((field) => findMoney(field.text).map((span) => finding(field, span, 'money'))),
    ...typed.flatMap((field) =>
      find(field.text).map((found) => finding(field, found, found.named.kind, found.named.name)),
    ),
  ];
  // The same words twice in one field are called harmless together.
  const known = new Set(cleared);
  const left = findings.filter(({ fingerprint: print }) => !known.has(print) && known.add(print));
  return { findings: left, gaps: gapsOf(records) };
}

function secretsIn(field: Field): readonly BriefFinding[] {
  return findSecrets(field.text).map((secret) => ({
    place: field.place,
    recordId: field.recordId,
    recordTitle: titleOf(field),
    kind: secret.kind,
    excerpt: secret.excerptMasked,
    named: '',
    // The same as in the documents: what was called no secret there is none here.
    fingerprint: fingerprint(field, field.text.slice(secret.start, secret.end)),
  }));
}

function finding(field: Field, span: Span, kind: string, named = ''): BriefFinding {
  const words = field.text.slice(span.start, span.end);
  return {
    place: field.place,
    recordId: field.recordId,
    recordTitle: titleOf(field),
    kind,
    excerpt: around(field.text, span),
    named,
    fingerprint: fingerprint(field, `${kind}\n${named}\n${words}`),
  };
}

const longestTitle = 60;

function titleOf({ title }: Field): string {
  return shortLine(beforeSecret(title).split('\n')[0]?.trim() ?? '', longestTitle);
}

const contextLength = 32;

/** The place with a few words around it, cut between words; no secret beside it is shown. */
function around(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  const head = start > contextLength ? `…${before.replace(/^\S*\s/, '')}` : before;
  const tail = end + contextLength < text.length ? `${after.replace(/\s\S*$/, '')}…` : after;
  return findSecrets(text).reduce(
    (excerpt, secret) => excerpt.replaceAll(text.slice(secret.start, secret.end), '•••'),
    `${head}${text.slice(start, end)}${tail}`,
  );
}

/** They stand in every brief and may name whom they name. */
function namesOf({ client, agency, lead }: BriefRecords): readonly Field[] {
  return [
    { place: 'client', recordId: client.id, title: client.name, text: client.name },
    ...(agency === undefined
      ? []
      : [agency.name, agency.contact].map((text): Field => ({
          place: 'agency',
          recordId: agency.id,
          title: agency.name,
          text,
        }))),
    ...(lead === undefined
      ? []
      : [{ place: 'partner', recordId: lead.id, title: lead.name, text: lead.name } as const]),
  ];
}

function typedFields(records: BriefRecords, { includeGoals }: BriefOptions): readonly Field[] {
  const { client, work, figures, map, defects, assets, contacts, steps } = records;
  const field = (place: Field['place'], recordId: Id, title: string, text: string): Field => ({
    place,
    recordId,
    title,
    text,
  });
  return [
    ...[...map, ...defects].map(({ id, text }) => field('dossier', id, text, text)),
    ...assets.map(({ id, name }) => field('asset', id, name, name)),
    ...contacts.map(({ id, name, roleNote }) => field('contact', id, name, roleNote)),
    ...steps.map(({ id, title }) => field('item', id, title, title)),
    ...(includeGoals ? [field('goal', client.id, client.name, work.theirGoal)] : []),
    ...(includeGoals
      ? figures.flatMap(({ id, name, unit, businessGoal }) =>
          [name, unit, businessGoal].map((text) => field('figure', id, name, text)),
        )
      : []),
  ];
}

interface Other {
  readonly name: string;
  readonly kind: 'other_client' | 'other_candidate';
}

/** Every other client, those in the trash too, and whoever else is asked. */
async function namesOfOthers(reader: Reader, { client, handoff }: BriefRecords): Promise<readonly Other[]> {
  const clients = await reader.selectFrom('client').select('name').where('id', '<>', client.id).execute();
  const candidates = await reader
    .selectFrom('candidate')
    .select('name')
    .where('handoff_id', '=', handoff.id)
    .where('deleted_at', 'is', null)
    .execute();
  return [
    ...clients.map(({ name }): Other => ({ name, kind: 'other_client' })),
    ...candidates.map(({ name }): Other => ({ name, kind: 'other_candidate' })),
  ];
}

function gapsOf({ map, assets, contacts, agency, lead }: BriefRecords): BriefGap[] {
  const isMissing: Readonly<Record<BriefGap, boolean>> = {
    map: map.length === 0,
    systems: assets.length === 0,
    people: contacts.length === 0,
    contact: (agency?.contact ?? '').trim() === '',
    lead: lead === undefined,
  };
  return (['map', 'systems', 'people', 'lead', 'contact'] as const).filter((gap) => isMissing[gap]);
}
