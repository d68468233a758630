import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { handoffBrief } from '../../../shared/contract/handoff-brief.ts';
import { AppError, assertNever } from '../../../shared/errors.ts';
import { type BriefDocument, briefFileName, makeBrief } from '../../../shared/handoff/brief.ts';
import { issueOptions } from '../../../shared/handoff/brief-issue.ts';
import type { BriefSource } from '../../../shared/handoff/brief-source.ts';
import type { Context, Handler } from '../context.ts';
import { briefDocx } from '../documents/brief-docx.ts';
import { briefHtml } from '../documents/brief-html.ts';
import { briefMarkdown } from '../documents/brief-markdown.ts';
import { briefAddress } from '../documents/brief-page.ts';
import { readBriefSource } from '../documents/brief-source.ts';
import { carriedFonts } from '../documents/fonts.ts';
import { briefDigests } from '../documents/issue-changes.ts';
import { settledPdf } from '../documents/pdf.ts';
import { checkBrief } from './brief-check.ts';
import { type Leaving, type Refused, saveDocument } from './save-document.ts';

/** What candidates are told, and what keeps it from leaving. */
export function briefHandlers(context: Context): { readonly [Name in keyof typeof handoffBrief]: Handler<Name> } {
  const refused: Refused = { last: null };
  return {
    'handoff.checkBrief': (request) => checkBrief(context, request),
    'handoff.exportBrief': (request) => saveDocument(context, leavingOf(context, request), refused),
  };
}

type Request = CallRequest<'handoff.exportBrief'>;

function leavingOf(context: Context, request: Request): Leaving {
  const { options } = request;
  return {
    ...request,
    call: 'handoff.exportBrief',
    title: { en: 'Save the brief for candidates', ru: 'Сохранить бриф для кандидатов' },
    fileName: async () => briefFileName(await readSource(context, request), options.language),
    refuse: async () => {
      const { findings } = await checkBrief(context, request);
      if (findings.length > 0) throw new AppError('brief_not_neutral', `${findings.length} findings stop the brief`);
    },
    make: async () => {
      const source = await readSource(context, request);
      const bytes = await bytesOf(context, request, makeBrief(source, options));
      return {
        bytes,
        options: issueOptions(options),
        madeOn: source.madeOn,
        digests: briefDigests(source, options),
      };
    },
  };
}

function readSource({ storage, clock }: Context, { handoffId, options }: Request): Promise<BriefSource> {
  return readBriefSource(storage.read, { handoffId, today: clock.today(), options });
}

async function bytesOf(
  { desktop }: Context,
  { format, handoffId, options }: Request,
  brief: BriefDocument,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      const printed = await desktop.printPdf(briefAddress(handoffId, options), { html: '<span></span>' });
      return settledPdf(printed, brief.madeOn);
    }
    case 'docx':
      return briefDocx(brief);
    case 'markdown':
      return Buffer.from(briefMarkdown(brief), 'utf8');
    case 'html': {
      const fonts = await carriedFonts(brief, desktop.readFont);
      return Buffer.from(briefHtml(brief, { fonts, fitsPhones: true }), 'utf8');
    }
    default:
      return assertNever(format);
  }
}
