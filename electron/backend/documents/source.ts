import { readHandoffPage } from '../../../db/handoff-page.ts';
import type { Reader } from '../../../db/schema.ts';
import { agencyOf, partnersOf } from '../../../db/settings.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { DocumentOptions } from '../../../shared/contract/handoff.ts';
import { documentedKind, type DocumentSource } from '../../../shared/handoff/document-source.ts';

/** Picks, field by field, what may reach a document; the page it picks from is in the document's language. */
export async function readDocumentSource(
  reader: Reader,
  { handoffId, today, options }: { readonly handoffId: Id; readonly today: Day; readonly options: DocumentOptions },
): Promise<DocumentSource> {
  const page = await readHandoffPage(reader, handoffId, options.language);
  const agency = await agencyOf(reader);
  const partners = await partnersOf(reader);
  const { audience } = options;
  const source = {
    madeOn: today,
    agency: { name: agency?.name ?? '', monogram: agency?.monogram ?? '', contact: agency?.contact ?? '' },
    client: { name: page.client.name, sinceOn: page.client.sinceOn },
    startOn: page.startOn,
    endOn: page.endOn,
    careUntilOn: page.careUntilOn,
    successor: page.successor,
    letter: page.letter,
    leadName: partners.find((partner) => partner.id === page.leadPartnerId)?.name ?? '',
    partnerNames: partners.map((partner) => partner.name),
    items: page.items.map(
      ({ code, title, side, person, dueOn, state, stateReason, evidence, confirmedBy, confirmedOn }) => ({
        code,
        title,
        side,
        person,
        dueOn,
        state,
        stateReason,
        evidence,
        confirmedBy,
        confirmedOn,
      }),
    ),
    assets: page.assets.map(({ name, whereKept, heldBy, goesTo, state, stateOn }) => ({
      name,
      whereKept,
      heldBy,
      goesTo,
      state,
      stateOn,
    })),
    candidates: page.candidates.map(({ name, fits, consider, disclosure, state, answers }) => ({
      name,
      fits,
      consider,
      disclosure,
      state,
      answered: answers.length,
    })),
    contacts: page.contacts.map(({ id: _id, ...contact }) => contact),
    dossier: page.dossier.flatMap((line) => {
      const kind = documentedKind(line.kind);
      return kind === null ? [] : [{ kind, text: line.text }];
    }),
  };
  if (audience !== 'agency') return { ...source, audience };
  return {
    ...source,
    audience,
    reasons: options.includeReasons ? { codes: page.reasons, text: page.reasonText } : null,
  };
}
