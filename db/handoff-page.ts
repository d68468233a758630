import type { HandoffPage } from '../shared/contract/handoff.ts';
import type { Language } from '../shared/language.ts';
import { readAssetsOf } from './assets-then.ts';
import { readCandidates } from './candidates.ts';
import { readCard } from './card.ts';
import { readContacts, readDossier } from './clients.ts';
import { readIssues } from './documents.ts';
import { readExtensions } from './extensions.ts';
import { handoffState, readHandoff, successorMode } from './handoff.ts';
import { readItems } from './handoff-items.ts';
import { localDay } from './local-day.ts';
import { readRetrospective } from './retrospectives.ts';
import { readPartingReasons } from './parting.ts';
import type { Reader } from './schema.ts';

/** Everything the handoff page shows, template words in the asked language. */
export async function readHandoffPage(reader: Reader, handoffId: string, language: Language): Promise<HandoffPage> {
  const row = await readHandoff(reader, handoffId);
  const card = await readCard(reader, row.client_id);
  const contacts = await readContacts(reader, row.client_id);
  const dossier = await readDossier(reader, row.client_id);
  return {
    id: row.id,
    client: card,
    leadPartnerId: row.lead_partner_id,
    startOn: row.start_on,
    endOn: row.end_on,
    state: handoffState(row.state),
    successor: successorMode(row.successor),
    extensions: await readExtensions(reader, handoffId),
    overOn: row.closed_at === null ? null : localDay(row.closed_at),
    cancelReason: row.cancel_reason ?? '',
    retrospective: {
      wouldReturn: row.would_return ?? '',
      wouldReturnWords: row.would_return_words ?? '',
      lesson: row.lesson ?? '',
      toldBy: row.told_by ?? '',
      moments: await readRetrospective(reader, handoffId),
    },
    careUntilOn: row.care_until_on,
    letter: row.letter,
    reasons: [...(await readPartingReasons(reader, handoffId))],
    reasonText: row.reason_text,
    items: [...(await readItems(reader, handoffId, language))],
    assets: [...(await readAssetsOf(reader, row))],
    candidates: [...(await readCandidates(reader, handoffId))],
    contacts,
    dossier,
    issued: await readIssues(reader, handoffId),
  };
}
