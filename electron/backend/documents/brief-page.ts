import { z } from 'zod';
import { id, language } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BriefOptions } from '../../../shared/handoff/brief-source.ts';
import { makeBrief } from '../../../shared/handoff/brief.ts';
import type { Context } from '../context.ts';
import { briefHtml } from './brief-html.ts';
import { readBriefSource } from './brief-source.ts';
import { servedFont } from './fonts.ts';

const query = z.object({ language, goals: z.enum(['0', '1']).transform((value) => value === '1') });

/** The address of the page that is preview and print alike. */
export function briefAddress(handoffId: string, { language: spoken, includeGoals }: BriefOptions): string {
  const parameters = new URLSearchParams({ language: spoken, goals: includeGoals ? '1' : '0' });
  return `document/${handoffId}/brief?${parameters.toString()}`;
}

/** The HTML of `/document/<handoffId>/brief?…`, or null when the address names no brief. */
export async function briefPage({ storage, clock }: Context, address: URL): Promise<string | null> {
  const handoffId = id.safeParse(/^\/document\/([^/]+)\/brief$/.exec(address.pathname)?.[1]);
  const asked = query.safeParse(Object.fromEntries(address.searchParams));
  if (!handoffId.success || !asked.success) return null;
  const options = { language: asked.data.language, includeGoals: asked.data.goals };
  try {
    const source = await readBriefSource(storage.read, { handoffId: handoffId.data, today: clock.today(), options });
    return briefHtml(makeBrief(source, options), { fonts: servedFont, fitsPhones: false });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
