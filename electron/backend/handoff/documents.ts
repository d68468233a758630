import { clearSecret } from '../../../db/documents.ts';
import { readHandoff } from '../../../db/handoff.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { handoffDocuments } from '../../../shared/contract/handoff-documents.ts';
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
import { settledPdf } from '../documents/pdf.ts';
import { readDocumentSource } from '../documents/source.ts';
import { type Leaving, pathSetting, type Refused, saveDocument } from './save-document.ts';
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
    'handoff.export': (request) => saveDocument(context, leavingOf(context, request), refused),
    'handoff.issueChanges': async ({ handoffId }) => ({ changes: await readIssueChanges(storage.read, handoffId) }),
    'handoff.revealFile': async ({ issueId }) => {
      const file = await storage.setting(pathSetting(issueId));
      if (file === null) return { shown: false };
      desktop.revealFile(file);
      return { shown: true };
    },
  };
}

function leavingOf(context: Context, request: CallRequest<'handoff.export'>): Leaving {
  const { options } = request;
  return {
    ...request,
    call: 'handoff.export',
    title: { en: 'Save the handoff document', ru: 'Сохранить документ передачи' },
    fileName: async () => documentFileName(await readSource(context, request), options.language),
    refuse: () => refuseSecrets(context, request.handoffId),
    make: async () => {
      const source = await readSource(context, request);
      const bytes = await bytesOf(context, request, makeDocument(source, options));
      return { bytes, options, madeOn: source.madeOn, digests: digestsOf(source, options) };
    },
  };
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
