import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { v5 } from 'uuid';
import { addIssue, clearSecret, lastIssues, readIssue } from '../../../db/documents.ts';
import { readHandoff } from '../../../db/handoff.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../../shared/contract/contract.ts';
import type { handoffDocuments } from '../../../shared/contract/handoff-documents.ts';
import type { DocumentFormat } from '../../../shared/contract/handoff.ts';
import { AppError, assertNever } from '../../../shared/errors.ts';
import type { DocumentSource } from '../../../shared/handoff/document-source.ts';
import { documentFileName, type HandoffDocument, makeDocument } from '../../../shared/handoff/document.ts';
import type { Context, Handler } from '../context.ts';
import { documentDocx } from '../documents/docx.ts';
import { carriedFonts } from '../documents/fonts.ts';
import { documentHtml } from '../documents/html.ts';
import { documentMarkdown } from '../documents/markdown.ts';
import { digestsOf, readIssueChanges } from '../documents/issue-changes.ts';
import { documentAddress } from '../documents/page.ts';
import { pageCount, settledPdf } from '../documents/pdf.ts';
import { readDocumentSource } from '../documents/source.ts';
import { askForPlace, type Place, stillFree, writeWhole } from '../save-file.ts';
import { secretsOf } from './secrets.ts';

type DocumentCall = keyof typeof handoffDocuments;

/** How the document leaves the program, and what stops it. */
export function documentHandlers(context: Context): { readonly [Name in DocumentCall]: Handler<Name> } {
  const { storage, desktop } = context;
  const refused: Refused = { last: null };
  return {
    'handoff.findSecrets': async ({ handoffId }) => ({ findings: await secretsOf(context, handoffId) }),
    'handoff.clearSecret': async ({ commandId, ...cleared }) => {
      await storage.write({ id: commandId, name: 'handoff.clearSecret' }, async (writer, stamp) => {
        await readHandoff(writer, cleared.handoffId);
        await clearSecret(writer, stamp, cleared);
      });
      return { revision: await storage.revision(), findings: await secretsOf(context, cleared.handoffId) };
    },
    'handoff.export': (request) => exportDocument(context, request, refused),
    'handoff.issueChanges': async ({ handoffId }) => ({ changes: await readIssueChanges(storage.read, handoffId) }),
    'handoff.revealFile': async ({ issueId }) => {
      const file = await storage.setting(pathSetting(issueId));
      if (file === null) return { shown: false };
      desktop.revealFile(file);
      return { shown: true };
    },
  };
}

const extensions: Readonly<Record<DocumentFormat, string>> = { pdf: 'pdf', docx: 'docx', markdown: 'md', html: 'html' };
const titles = { en: 'Save the handoff document', ru: 'Сохранить документ передачи' } as const;

/** Where a file went is known on this computer only. */
function pathSetting(issueId: Id): string {
  return `document ${issueId}`;
}

/** The command that could not write its file, and where it was to go: the same command again asks nobody. */
interface Refused {
  last: { readonly commandId: Id; readonly place: Place } | null;
}

async function exportDocument(
  context: Context,
  request: CallRequest<'handoff.export'>,
  refused: Refused,
): Promise<CallOutput<'handoff.export'>> {
  const { storage, desktop } = context;
  const { commandId } = request;
  const issueId = v5('document', commandId);
  if (await readIssue(storage.read, issueId)) return savedBefore(context, issueId);
  const searchedAt = await storage.revision();
  const asked = await questionOf(context, request);
  const known = refused.last?.commandId === commandId ? refused.last.place : null;
  const chosen = known ?? (await askForPlace(desktop, asked));
  refused.last = chosen && { commandId, place: chosen };
  const made = chosen && (await settledFile(context, request, searchedAt));
  const place = chosen && (await stillFree(desktop, chosen, asked));
  if (place === null || made === null) return { revision: await storage.revision(), saved: null };
  refused.last = { commandId, place };
  await writeWhole(place.file, made.bytes);
  refused.last = { commandId, place: { ...place, mayReplace: true } };
  await keepIssue(context, request, { ...made, issueId, file: place.file });
  refused.last = null;
  return {
    revision: await storage.revision(),
    saved: {
      issueId,
      fileName: path.basename(place.file),
      folder: path.dirname(place.file),
      pages: request.format === 'pdf' ? pageCount(made.bytes) : null,
    },
  };
}

async function questionOf(context: Context, request: CallRequest<'handoff.export'>) {
  const { language } = request.options;
  const source = await readWithoutSecrets(context, request);
  const { client_id: clientId } = await readHandoff(context.storage.read, request.handoffId);
  const extension = extensions[request.format];
  return {
    title: titles[context.language()],
    folder: await lastFolder(context, clientId),
    suggestedName: `${documentFileName(source, language)}.${extension}`,
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

/** What is written, and of what. */
interface Made {
  readonly source: DocumentSource;
  readonly bytes: Uint8Array;
}

async function keepIssue(
  { storage }: Context,
  { commandId, handoffId, format, options }: CallRequest<'handoff.export'>,
  { issueId, file, source, bytes }: Made & { readonly issueId: Id; readonly file: string },
): Promise<void> {
  await storage.write({ id: commandId, name: 'handoff.export' }, (writer, stamp) =>
    addIssue(writer, stamp, {
      id: issueId,
      handoffId,
      options,
      format,
      fileName: path.basename(file),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      madeOn: source.madeOn,
      digests: digestsOf(source, options),
    }),
  );
  await storage.saveSetting(pathSetting(issueId), file);
}

async function readWithoutSecrets(context: Context, request: CallRequest<'handoff.export'>): Promise<DocumentSource> {
  await refuseSecrets(context, request.handoffId);
  return readSource(context, request);
}

async function refuseSecrets(context: Context, handoffId: Id): Promise<void> {
  const findings = await secretsOf(context, handoffId);
  if (findings.length > 0) throw new AppError('secret_found', `${findings.length} findings stop the export`);
}

function readSource(
  { storage, clock }: Context,
  { handoffId, options }: CallRequest<'handoff.export'>,
): Promise<DocumentSource> {
  return readDocumentSource(storage.read, { handoffId, today: clock.today(), options });
}

/**
 * The page stays open to typing while a dialog asks where to save, and the printer reads the file once more: what was
 * searched and what was laid out are one state of it, or both are done again. What was searched at `searchedAt` is not
 * searched twice.
 */
async function settledFile(
  context: Context,
  request: CallRequest<'handoff.export'>,
  searchedAt: number,
): Promise<Made> {
  const { storage } = context;
  for (;;) {
    const before = await storage.revision();
    if (before !== searchedAt) await refuseSecrets(context, request.handoffId);
    const source = await readSource(context, request);
    const bytes = await bytesOf(context, request, makeDocument(source, request.options));
    if ((await storage.revision()) === before) return { source, bytes };
  }
}

async function savedBefore({ storage }: Context, issueId: Id): Promise<CallOutput<'handoff.export'>> {
  const file = (await storage.setting(pathSetting(issueId))) ?? '';
  return {
    revision: await storage.revision(),
    saved: { issueId, fileName: path.basename(file), folder: path.dirname(file), pages: null },
  };
}

async function bytesOf(
  { desktop }: Context,
  { format, handoffId, options }: CallRequest<'handoff.export'>,
  document: HandoffDocument,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      // The foot stands in the page's own margin boxes; the printer's would come without the fonts.
      const printed = await desktop.printPdf(documentAddress(handoffId, options), { html: '<span></span>' });
      return settledPdf(printed, document.madeOn);
    }
    case 'docx':
      return documentDocx(document);
    case 'markdown':
      return Buffer.from(documentMarkdown(document), 'utf8');
    case 'html': {
      const fonts = await carriedFonts(document, desktop.readFont);
      return Buffer.from(documentHtml(document, { fonts, fitsPhones: true }), 'utf8');
    }
    default:
      return assertNever(format);
  }
}
