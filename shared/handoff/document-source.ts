import type { Day } from '../calendar.ts';
import type { DocumentOptions } from '../contract/handoff.ts';
import type { SuccessorMode } from './plan.ts';

/*
 * All that may reach a document. There is no field here for health, signals, notes, rates, opinions or other clients, so
 * no section can show them; why we part is a field of our own copy only.
 */

export type Audience = DocumentOptions['audience'];

export type DocumentSource = SourceForOthers | SourceForAgency;

export interface SourceForOthers extends SourceForAll {
  readonly audience: Exclude<Audience, 'agency'>;
}

export interface SourceForAgency extends SourceForAll {
  readonly audience: 'agency';
  /** Null unless the option asks for them. */
  readonly reasons: { readonly codes: readonly string[]; readonly text: string } | null;
}

interface SourceForAll {
  readonly madeOn: Day;
  readonly agency: { readonly name: string; readonly monogram: string; readonly contact: string };
  readonly client: { readonly name: string; readonly sinceOn: Day };
  readonly startOn: Day;
  readonly endOn: Day;
  readonly careUntilOn: Day;
  readonly successor: SuccessorMode;
  readonly letter: string;
  readonly leadName: string;
  readonly partnerNames: readonly string[];
  readonly items: readonly ItemSource[];
  readonly assets: readonly AssetSource[];
  readonly candidates: readonly CandidateSource[];
  readonly contacts: readonly ContactSource[];
  readonly dossier: readonly { readonly kind: DocumentedKind; readonly text: string }[];
}

/** Agreements and decisions of a dossier stay with us. */
const documentedKinds = ['how_it_works', 'watch', 'open_question'] as const;
export type DocumentedKind = (typeof documentedKinds)[number];

/** Null for a line that no document shows. */
export function documentedKind(kind: string): DocumentedKind | null {
  return documentedKinds.find((each) => each === kind) ?? null;
}

export interface ItemSource {
  readonly code: string;
  readonly title: string;
  readonly side: string;
  readonly person: string;
  readonly dueOn: Day;
  readonly state: string;
  readonly stateReason: string;
  readonly evidence: string;
  readonly confirmedBy: string;
  readonly confirmedOn: Day | null;
}

export interface AssetSource {
  readonly name: string;
  readonly whereKept: string;
  readonly heldBy: string;
  readonly goesTo: string;
  readonly state: string;
  readonly stateOn: Day | null;
}

export interface CandidateSource {
  readonly name: string;
  readonly fits: string;
  readonly consider: string;
  readonly disclosure: string;
  readonly state: string;
  /** How many of the six questions have an answer; the answers themselves stay with us. */
  readonly answered: number;
}

export interface ContactSource {
  readonly name: string;
  readonly role: string;
  readonly roleNote: string;
  readonly email: string;
  readonly phone: string;
  readonly decides: boolean;
  readonly setsTasks: boolean;
  readonly acceptsResults: boolean;
  readonly pays: boolean;
  readonly leftOn: Day | null;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}
