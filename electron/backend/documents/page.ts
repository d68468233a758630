import { z } from 'zod';
import { id, language } from '../../../shared/contract/call.ts';
import { audiences, type DocumentOptions } from '../../../shared/contract/handoff.ts';
import { AppError } from '../../../shared/errors.ts';
import { makeDocument } from '../../../shared/handoff/document.ts';
import type { Context } from '../context.ts';
import { servedFont } from './fonts.ts';
import { checklistHtml, documentHtml } from './html.ts';
import { readDocumentSource } from './source.ts';

const yesNo = z.enum(['0', '1']).transform((value) => value === '1');

const query = z.object({
  language,
  audience: z.enum(audiences),
  assets: yesNo,
  done: yesNo,
  reasons: yesNo,
  part: z.enum(['whole', 'plan']).default('whole'),
});

/** The address of the page that is preview and print alike; `part` leaves the plan alone. */
export function documentAddress(handoffId: string, options: DocumentOptions, part?: 'plan'): string {
  const parameters = new URLSearchParams({
    language: options.language,
    audience: options.audience,
    assets: options.includeAssets ? '1' : '0',
    done: options.includeDone ? '1' : '0',
    reasons: options.includeReasons ? '1' : '0',
    ...(part !== undefined && { part }),
  });
  return `document/${handoffId}?${parameters.toString()}`;
}

/** The HTML of `/document/<handoffId>?…`, or null when the address names no document. */
export async function documentPage({ storage, clock }: Context, address: URL): Promise<string | null> {
  const handoffId = id.safeParse(/^\/document\/([^/]+)$/.exec(address.pathname)?.[1]);
  const asked = query.safeParse(Object.fromEntries(address.searchParams));
  if (!handoffId.success || !asked.success) return null;
  const { language: spoken, audience, assets, done, reasons, part } = asked.data;
  const options = {
    language: spoken,
    audience,
    includeAssets: assets,
    includeDone: done,
    includeReasons: reasons,
  };
  try {
    const source = await readDocumentSource(storage.read, {
      handoffId: handoffId.data,
      today: clock.today(),
      options,
    });
    const lay = part === 'plan' ? checklistHtml : documentHtml;
    return lay(makeDocument(source, options), { fonts: servedFont, fitsPhones: false });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
