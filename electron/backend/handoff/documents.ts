import { createHash } from 'node:crypto';
import path from 'node:path';
import { v5 } from 'uuid';
import { addIssue, clearSecret, readIssue } from '../../../db/documents.ts';
import { readHandoff } from '../../../db/handoff.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../../shared/contract/contract.ts';
import type { DocumentFormat } from '../../../shared/contract/handoff.ts';
import { AppError, assertNever } from '../../../shared/errors.ts';
import type { DocumentSource } from '../../../shared/handoff/document-source.ts';
import { documentFileName, type HandoffDocument, makeDocument } from '../../../shared/handoff/document.ts';
import type { Context, HandlersOf } from '../context.ts';
import { documentDocx } from '../documents/docx.ts';
import { carriedFonts } from '../documents/fonts.ts';
import { documentHtml } from '../documents/html.ts';
import { documentMarkdown } from '../documents/markdown.ts';
import { documentAddress } from '../documents/page.ts';
import { pageCount, settledPdf } from '../documents/pdf.ts';
import { readDocumentSource } from '../documents/source.ts';
import { secretsOf } from './secrets.ts';
import { writeFile } from './write-file.ts';

type DocumentCalls = 'handoff.findSecrets' | 'handoff.clearSecret' | 'handoff.export' | 'handoff.revealFile';

/** How the document leaves the program, and what stops it. */
export function documentHandlers(context: Context): Pick<HandlersOf<'handoff'>, DocumentCalls> {
  const { storage, desktop } = context;
  return {
    'handoff.findSecrets': async ({ handoffId }) => ({ findings: await secretsOf(context, handoffId) }),
    'handoff.clearSecret': async ({ commandId, ...cleared }) => {
      await storage.write({ id: commandId, name: 'handoff.clearSecret' }, async (writer, stamp) => {
        await readHandoff(writer, cleared.handoffId);
        await clearSecret(writer, stamp, cleared);
      });
      return { revision: await storage.revision(), findings: await secretsOf(context, cleared.handoffId) };
    },
    'handoff.export': (request) => exportDocument(context, request),
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

async function exportDocument(
  context: Context,
  request: CallRequest<'handoff.export'>,
): Promise<CallOutput<'handoff.export'>> {
  const { storage, desktop, language } = context;
  const { commandId, handoffId, format, options } = request;
  const issueId = v5('document', commandId);
  if (await readIssue(storage.read, issueId)) return savedBefore(context, issueId);
  const source = await readWithoutSecrets(context, request);
  const file = await desktop.saveFile({
    title: titles[language()],
    suggestedName: `${documentFileName(source, options.language)}.${extensions[format]}`,
    extension: extensions[format],
  });
  if (file === null) return { revision: await storage.revision(), saved: null };
  const bytes = await settledBytes(context, request);
  await writeFile(file, bytes);
  await storage.write({ id: commandId, name: 'handoff.export' }, (writer, stamp) =>
    addIssue(writer, stamp, {
      id: issueId,
      handoffId,
      audience: options.audience,
      language: options.language,
      format,
      fileName: path.basename(file),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }),
  );
  await storage.saveSetting(pathSetting(issueId), file);
  const pages = format === 'pdf' ? pageCount(bytes) : null;
  return {
    revision: await storage.revision(),
    saved: { issueId, fileName: path.basename(file), folder: path.dirname(file), pages },
  };
}

async function readWithoutSecrets(
  context: Context,
  { handoffId, options }: CallRequest<'handoff.export'>,
): Promise<DocumentSource> {
  const findings = await secretsOf(context, handoffId);
  if (findings.length > 0) throw new AppError('secret_found', `${findings.length} findings stop the export`);
  return readDocumentSource(context.storage.read, { handoffId, today: context.clock.today(), options });
}

/**
 * The page stays open to typing while a dialog asks where to save, and the printer reads the file once more: what was
 * searched and what was laid out are one state of it, or both are done again.
 */
async function settledBytes(context: Context, request: CallRequest<'handoff.export'>): Promise<Uint8Array> {
  const { storage } = context;
  for (;;) {
    const before = await storage.revision();
    const source = await readWithoutSecrets(context, request);
    const bytes = await bytesOf(context, request, makeDocument(source, request.options));
    if ((await storage.revision()) === before) return bytes;
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
