import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { v5 } from 'uuid';
import { addIssue, lastIssues, type NewIssue, readIssue } from '../../../db/documents.ts';
import { readHandoff } from '../../../db/handoff.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { DocumentFormat } from '../../../shared/contract/handoff.ts';
import type { Words } from '../../../shared/language.ts';
import type { Context } from '../context.ts';
import { pageCount } from '../documents/pdf.ts';
import { askForPlace, type Place, stillFree, writeWhole } from '../save-file.ts';

// How a document of a handoff leaves the program, whatever it says: asked for its place, written whole, kept in the log.

/** The command that could not write its file, and where it was to go: the same command again asks nobody. */
export interface Refused {
  last: { readonly commandId: Id; readonly place: Place } | null;
}

/** What is written, and what the log keeps of it. */
interface Made extends Pick<NewIssue, 'options' | 'madeOn' | 'digests'> {
  readonly bytes: Uint8Array;
}

export interface Leaving {
  readonly call: 'handoff.export' | 'handoff.exportBrief';
  readonly commandId: Id;
  readonly handoffId: Id;
  readonly format: DocumentFormat;
  /** Of the dialog. */
  readonly title: Words;
  /** Without its extension. */
  readonly fileName: () => Promise<string>;
  /** Throws while something stands in it that must not leave. */
  readonly refuse: () => Promise<void>;
  readonly make: () => Promise<Made>;
}

type Saved = CallOutput<'handoff.export'>;

const extensions: Readonly<Record<DocumentFormat, string>> = { pdf: 'pdf', docx: 'docx', markdown: 'md', html: 'html' };

/** Where a file went is known on this computer only. */
export function pathSetting(issueId: Id): string {
  return `document ${issueId}`;
}

/** The same command once more writes nothing, but says where the file went. */
export async function saveDocument(context: Context, leaving: Leaving, refused: Refused): Promise<Saved> {
  const { storage, desktop } = context;
  const { commandId, format } = leaving;
  const issueId = v5('document', commandId);
  if (await readIssue(storage.read, issueId)) return savedBefore(context, issueId);
  const searchedAt = await storage.revision();
  const asked = await questionOf(context, leaving);
  const known = refused.last?.commandId === commandId ? refused.last.place : null;
  const chosen = known ?? (await askForPlace(desktop, asked));
  refused.last = chosen && { commandId, place: chosen };
  const made = chosen && (await settledFile(context, leaving, searchedAt));
  const place = chosen && (await stillFree(desktop, chosen, asked));
  if (place === null || made === null) return { revision: await storage.revision(), saved: null };
  refused.last = { commandId, place };
  await writeWhole(place.file, made.bytes);
  refused.last = { commandId, place: { ...place, mayReplace: true } };
  await keepIssue(context, leaving, { made, issueId, file: place.file });
  refused.last = null;
  return {
    revision: await storage.revision(),
    saved: {
      issueId,
      fileName: path.basename(place.file),
      folder: path.dirname(place.file),
      pages: format === 'pdf' ? pageCount(made.bytes) : null,
    },
  };
}

async function questionOf(context: Context, { handoffId, format, title, fileName, refuse }: Leaving) {
  await refuse();
  const { client_id: clientId } = await readHandoff(context.storage.read, handoffId);
  const extension = extensions[format];
  return {
    title: title[context.language()],
    folder: await lastFolder(context, clientId),
    suggestedName: `${await fileName()}.${extension}`,
    extension,
  };
}

const issuesLookedAt = 50;

/** Where a document of this client went last, else one of any client; null where that is not there any more. */
async function lastFolder({ storage }: Context, clientId: Id): Promise<string | null> {
  for (const issueId of await lastIssues(storage.read, clientId, issuesLookedAt)) {
    // Another computer may have written it.
    const file = await storage.setting(pathSetting(issueId));
    if (file !== null && existsSync(path.dirname(file))) return path.dirname(file);
  }
  return null;
}

async function keepIssue(
  { storage }: Context,
  { call, commandId, handoffId, format }: Leaving,
  { made, issueId, file }: { readonly made: Made; readonly issueId: Id; readonly file: string },
): Promise<void> {
  const { options, madeOn, digests, bytes } = made;
  await storage.write({ id: commandId, name: call }, (writer, stamp) =>
    addIssue(writer, stamp, {
      id: issueId,
      handoffId,
      options,
      format,
      fileName: path.basename(file),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      madeOn,
      digests,
    }),
  );
  await storage.saveSetting(pathSetting(issueId), file);
}

/**
 * The page stays open to typing while a dialog asks where to save, and the printer reads the file once more: what was
 * searched and what was laid out are one state of it, or both are done again. What was searched at `searchedAt` is not
 * searched twice.
 */
async function settledFile({ storage }: Context, { refuse, make }: Leaving, searchedAt: number): Promise<Made> {
  for (;;) {
    const before = await storage.revision();
    if (before !== searchedAt) await refuse();
    const made = await make();
    if ((await storage.revision()) === before) return made;
  }
}

async function savedBefore({ storage }: Context, issueId: Id): Promise<Saved> {
  const file = (await storage.setting(pathSetting(issueId))) ?? '';
  return {
    revision: await storage.revision(),
    saved: { issueId, fileName: path.basename(file), folder: path.dirname(file), pages: null },
  };
}
