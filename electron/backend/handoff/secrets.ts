import { createHash } from 'node:crypto';
import { readClearedSecrets } from '../../../db/documents.ts';
import { readItems } from '../../../db/handoff-items.ts';
import { readHandoffPage } from '../../../db/handoff-page.ts';
import type { Reader } from '../../../db/schema.ts';
import { agencyOf, partnersOf } from '../../../db/settings.ts';
import type { HandoffItem, HandoffPage, SecretFinding } from '../../../shared/contract/handoff.ts';
import { documentedKind } from '../../../shared/handoff/document-source.ts';
import { findSecrets } from '../../../shared/handoff/secrets.ts';
import type { Context } from '../context.ts';

interface Field {
  readonly place: SecretFinding['place'];
  readonly recordId: string;
  /** Asked for where something was found: to look through every name twice takes as long as to look for secrets. */
  readonly recordTitle: () => string;
  readonly text: string;
}

/**
 * Every finding in a field that some document shows, whatever its language, but for those a partner called no secret; the
 * same secret twice in one record is cleared, and found, once.
 */
export async function secretsOf({ storage, language }: Context, handoffId: string): Promise<SecretFinding[]> {
  const page = await readHandoffPage(storage.read, handoffId, language());
  const known = new Set(await readClearedSecrets(storage.read, handoffId));
  const otherwise = await readItems(storage.read, handoffId, language() === 'en' ? 'ru' : 'en');
  return [...fieldsOf(page), ...otherTitles(page, otherwise), ...(await ownFields(storage.read))]
    .flatMap((field) =>
      findSecrets(field.text).map((secret) => ({
        place: field.place,
        recordId: field.recordId,
        recordTitle: field.recordTitle(),
        kind: secret.kind,
        excerpt: secret.excerptMasked,
        fingerprint: fingerprint(field, field.text.slice(secret.start, secret.end)),
      })),
    )
    .filter(({ fingerprint: print }) => !known.has(print) && known.add(print));
}

/** A template has titles of its own for each language; the record is called as the screen calls it. */
function otherTitles(page: HandoffPage, items: readonly HandoffItem[]): readonly Field[] {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return page.items.map((item) => field('item', item)(titles.get(item.id) ?? ''));
}

/** Clearing holds for this text in this record only: another secret in the same field is found again. */
export function fingerprint(
  { place, recordId }: { readonly place: string; readonly recordId: string },
  secret: string,
): string {
  return createHash('sha256').update(`${place}\n${recordId}\n${secret}`).digest('hex');
}

function field(
  place: Field['place'],
  record: { readonly id: string; readonly title: string },
  nameOf: (title: string) => string = beforeSecret,
) {
  return (text: string): Field => ({ place, recordId: record.id, recordTitle: () => nameOf(record.title), text });
}

/** The agency and its partners stand in every document. */
async function ownFields(reader: Reader): Promise<readonly Field[]> {
  const agency = await agencyOf(reader);
  const partners = await partnersOf(reader);
  return [
    ...(agency
      ? [agency.name, agency.contact, agency.signature ?? ''].map(
          field('agency', { id: agency.id, title: agency.name }),
        )
      : []),
    ...partners.flatMap(({ id, name }) => [name].map(field('partner', { id, title: name }))),
  ];
}

/** The answers of a candidate are not among them: a document only counts them. */
function fieldsOf(page: HandoffPage): readonly Field[] {
  const handoff = { id: page.id, title: page.client.name };
  return [
    ...[page.client.name].map(field('client', { id: page.client.id, title: page.client.name })),
    ...[page.letter].map(field('letter', handoff)),
    ...[page.reasonText].map(field('reason', handoff)),
    ...page.items.flatMap((item) => wordsOf(item).map(field('item', item))),
    ...page.assets.flatMap((asset) =>
      [asset.name, asset.whereKept, asset.heldBy].map(field('asset', { id: asset.id, title: asset.name })),
    ),
    ...candidatesOf(page).flatMap(({ id, name, fits, consider, disclosure }) =>
      [name, fits, consider, disclosure].map(field('candidate', { id, title: name })),
    ),
    ...page.dossier
      .filter(({ kind }) => documentedKind(kind) !== null)
      .flatMap((line) => [line.text].map(field('dossier', { id: line.id, title: line.text }, firstWords))),
    ...page.contacts.flatMap(({ id, name, roleNote, email, phone }) =>
      [name, roleNote, email, phone].map(field('contact', { id, title: name })),
    ),
  ];
}

/** Why a step waits is told to nobody, and hidden once it waits no more. */
function wordsOf({ title, person, evidence, state, stateReason, confirmedBy }: HandoffItem): readonly string[] {
  return [title, person, evidence, confirmedBy, ...(state === 'not_applicable' ? [stateReason] : [])];
}

function candidatesOf({ successor, candidates }: HandoffPage): HandoffPage['candidates'] {
  return successor === 'contractor' ? candidates : [];
}

/** A name that holds a secret must not show it. */
export function beforeSecret(name: string): string {
  return name.slice(0, findSecrets(name)[0]?.start).trim();
}

/** A name for a line that has none. */
function firstWords(text: string): string {
  return beforeSecret(text).split('\n')[0]?.slice(0, 60).trim() ?? '';
}
