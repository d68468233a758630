import { readAccountSteps } from '../../../db/handoff-items.ts';
import { readHandoffPage } from '../../../db/handoff-page.ts';
import type { Reader } from '../../../db/schema.ts';
import { agencyOf, partnersOf } from '../../../db/settings.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { DocumentOptions, HandoffPage } from '../../../shared/contract/handoff.ts';
import {
  type CandidateSource,
  documentedKind,
  type DocumentSource,
  type ItemSource,
  type OwnItemSource,
  type SourceForAll,
} from '../../../shared/handoff/document-source.ts';
import { namelessTransfer } from '../../../shared/handoff/transfer-items.ts';

/** Picks, field by field, what may reach a document; the page it picks from is in the document's language. */
export async function readDocumentSource(
  reader: Reader,
  { handoffId, today, options }: { readonly handoffId: Id; readonly today: Day; readonly options: DocumentOptions },
): Promise<DocumentSource> {
  const page = await readHandoffPage(reader, handoffId, options.language);
  // The candidates stay where no contractor takes over after all, and none of them is named.
  const isSought = page.successor === 'contractor';
  const agency = await agencyOf(reader);
  const partners = await partnersOf(reader);
  const accountSteps = options.includeAssets ? new Set<Id>() : await readAccountSteps(reader, handoffId);
  const items = page.items.map((item) =>
    accountSteps.has(item.id) ? { ...item, title: namelessTransfer[options.language] } : item,
  );
  const shared: SourceForAll = {
    madeOn: today,
    agency: {
      name: agency?.name ?? '',
      monogram: agency?.monogram ?? '',
      contact: agency?.contact ?? '',
      signature: agency?.signature ?? '',
    },
    client: { name: page.client.name, sinceOn: page.client.sinceOn },
    startOn: page.startOn,
    endOn: page.endOn,
    careUntilOn: page.careUntilOn,
    successor: page.successor,
    successorName: isSought ? (page.candidates.find(({ state }) => state === 'chosen')?.name ?? '') : '',
    leadName: partners.find((partner) => partner.id === page.leadPartnerId)?.name ?? '',
    partnerNames: partners.map((partner) => partner.name),
    assets: page.assets.map(({ name, whereKept, heldBy, goesTo, state, stateOn }) => ({
      name,
      whereKept,
      heldBy,
      goesTo,
      state,
      stateOn,
    })),
    contacts: page.contacts.map(({ id: _id, ...contact }) => contact),
    dossier: page.dossier.flatMap((line) => {
      const kind = documentedKind(line.kind);
      return kind === null ? [] : [{ kind, text: line.text }];
    }),
  };
  switch (options.audience) {
    case 'client':
      return {
        ...shared,
        audience: 'client',
        items: items.map(itemOf),
        letter: page.letter,
        candidates: page.candidates.map(candidateOf),
      };
    case 'successor':
      return { ...shared, audience: 'successor', items: items.map(itemOf) };
    case 'agency':
      return {
        ...shared,
        audience: 'agency',
        items: items.map(ownItemOf),
        candidates: page.candidates.map(candidateOf),
        reasons: options.includeReasons ? { codes: page.reasons, text: page.reasonText } : null,
      };
  }
}

type PageItem = HandoffPage['items'][number];

function itemOf({ code, title, side, person, dueOn, state }: PageItem): ItemSource {
  return { code, title, side, person, dueOn, state };
}

function ownItemOf({ code, title, side, person, dueOn, state, ...own }: PageItem): OwnItemSource {
  const { stateReason, evidence, confirmedBy, confirmedOn } = own;
  return { code, title, side, person, dueOn, state, stateReason, evidence, confirmedBy, confirmedOn };
}

function candidateOf(candidate: HandoffPage['candidates'][number]): CandidateSource {
  const { name, fits, consider, disclosure, state, answers } = candidate;
  return { name, fits, consider, disclosure, state, answered: answers.length };
}
