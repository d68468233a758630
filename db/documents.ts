import type { Day, Id, Instant } from '../shared/contract/call.ts';
import type { DocumentFormat, DocumentOptions, HandoffPage } from '../shared/contract/handoff.ts';
import { AppError } from '../shared/errors.ts';
import type { ByPart } from '../shared/handoff/document-parts.ts';
import { newRow } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

function issuesOf(reader: Reader, handoffId: Id) {
  return reader
    .selectFrom('document_issue')
    .selectAll()
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id', 'desc');
}

/** What went out, the last one first. */
export async function readIssues(reader: Reader, handoffId: Id): Promise<HandoffPage['issued']> {
  const rows = await issuesOf(reader, handoffId).execute();
  return rows.map((row) => ({
    id: row.id,
    audience: row.audience,
    language: row.language,
    format: row.format,
    version: row.version,
    fileName: row.file_name,
    sha256: row.sha256,
    issuedAt: row.issued_at,
  }));
}

/** What a document said when it went out. */
export interface IssuedContent extends Omit<DocumentOptions, 'audience' | 'language'> {
  readonly id: Id;
  readonly audience: string;
  readonly language: string;
  readonly format: string;
  /** Null in a file that a program before this one wrote. */
  readonly madeOn: Day | null;
  readonly digests: ByPart<string | null>;
}

/** In the order of `readIssues`. */
export async function readIssuedContents(reader: Reader, handoffId: Id): Promise<readonly IssuedContent[]> {
  const rows = await issuesOf(reader, handoffId).execute();
  return rows.map((row) => ({
    id: row.id,
    audience: row.audience,
    language: row.language,
    format: row.format,
    madeOn: row.made_on,
    includeAssets: row.includes_assets === 1,
    includeDone: row.includes_done === 1,
    includeReasons: row.includes_reasons === 1,
    digests: {
      cover: row.cover_digest,
      people: row.people_digest,
      plan: row.plan_digest,
      assets: row.assets_digest,
      knowledge: row.knowledge_digest,
      candidates: row.candidates_digest,
      reasons: row.reasons_digest,
      after: row.after_digest,
    },
  }));
}

export async function readIssue(reader: Reader, issueId: Id) {
  return reader
    .selectFrom('document_issue')
    .selectAll()
    .where('id', '=', issueId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** The last ones that went out, those of this client first. */
export async function lastIssues(reader: Reader, clientId: Id, count: number): Promise<readonly Id[]> {
  const rows = await reader
    .selectFrom('document_issue')
    .innerJoin('handoff', 'handoff.id', 'document_issue.handoff_id')
    .select('document_issue.id')
    .where('document_issue.deleted_at', 'is', null)
    .orderBy(({ eb }) => eb('handoff.client_id', '=', clientId), 'desc')
    .orderBy('document_issue.issued_at', 'desc')
    .orderBy('document_issue.id', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewIssue {
  readonly id: Id;
  readonly handoffId: Id;
  readonly options: Omit<DocumentOptions, 'audience'> & { readonly audience: string };
  readonly format: DocumentFormat;
  readonly fileName: string;
  readonly sha256: string;
  readonly madeOn: Day;
  readonly digests: ByPart<string>;
}

/** The version counts all that was ever issued to the same audience: a number is never given twice. */
export async function addIssue(writer: Writer, stamp: Stamp, issue: NewIssue): Promise<void> {
  const { options, digests } = issue;
  const last = await writer
    .selectFrom('document_issue')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('handoff_id', '=', issue.handoffId)
    .where('audience', '=', options.audience)
    .executeTakeFirst();
  const issuedAt: Instant = stamp.now;
  await writer
    .insertInto('document_issue')
    .values({
      ...newRow(stamp),
      id: issue.id,
      handoff_id: issue.handoffId,
      audience: options.audience,
      language: options.language,
      format: issue.format,
      version: (last?.version ?? 0) + 1,
      file_name: issue.fileName,
      sha256: issue.sha256,
      issued_at: issuedAt,
      made_on: issue.madeOn,
      includes_assets: Number(options.includeAssets),
      includes_done: Number(options.includeDone),
      includes_reasons: Number(options.includeReasons),
      cover_digest: digests.cover,
      people_digest: digests.people,
      plan_digest: digests.plan,
      assets_digest: digests.assets,
      knowledge_digest: digests.knowledge,
      candidates_digest: digests.candidates,
      reasons_digest: digests.reasons,
      after_digest: digests.after,
    })
    .execute();
}

/** Fingerprints of findings that a partner called no secret. */
export async function readClearedSecrets(reader: Reader, handoffId: Id): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('cleared_secret')
    .select('fingerprint')
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.fingerprint));
}

export interface ClearedSecret {
  readonly handoffId: Id;
  readonly fingerprint: string;
  readonly reason: string;
}

export async function clearSecret(writer: Writer, stamp: Stamp, cleared: ClearedSecret): Promise<void> {
  const { handoffId, fingerprint, reason } = cleared;
  if (reason.trim() === '') throw new AppError('reason_missing', 'a cleared secret needs a reason');
  await writer
    .insertInto('cleared_secret')
    .values({ ...newRow(stamp), handoff_id: handoffId, fingerprint, reason })
    .execute();
}
