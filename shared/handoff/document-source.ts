import type { Day } from '../calendar.ts';
import type { DocumentOptions } from '../contract/handoff.ts';
import type { SuccessorMode } from './plan.ts';

/*
 * All that may reach a document, and whose. There is no field here for health, signals, notes, rates, opinions or other
 * clients, so no section can show them. What one audience may not see is `never` in its type: handing it over does not
 * compile.
 */

export type Audience = DocumentOptions['audience'];

export type DocumentSource = SourceForClient | SourceForSuccessor | SourceForAgency;

export interface SourceForClient extends SourceForAll {
  readonly audience: 'client';
  readonly items: readonly ItemSource[];
  readonly letter: string;
  readonly candidates: readonly CandidateSource[];
  readonly reasons?: never;
}

/** The new contractor sees no competitor and no word that was meant for the client. */
export interface SourceForSuccessor extends SourceForAll {
  readonly audience: 'successor';
  readonly items: readonly ItemSource[];
  readonly letter?: never;
  readonly candidates?: never;
  readonly reasons?: never;
}

export interface SourceForAgency extends SourceForAll {
  readonly audience: 'agency';
  readonly items: readonly OwnItemSource[];
  readonly letter?: never;
  readonly candidates: readonly CandidateSource[];
  /** Null unless the option asks for them. */
  readonly reasons: { readonly codes: readonly string[]; readonly text: string } | null;
}

export interface SourceForAll {
  readonly madeOn: Day;
  readonly agency: {
    readonly name: string;
    readonly monogram: string;
    readonly contact: string;
    /** Who signs the acceptance, in words. */
    readonly signature: string;
  };
  readonly client: { readonly name: string; readonly sinceOn: Day };
  readonly startOn: Day;
  readonly endOn: Day;
  readonly careUntilOn: Day;
  readonly successor: SuccessorMode;
  /** The chosen one; empty while nobody is. */
  readonly successorName: string;
  readonly leadName: string;
  readonly partnerNames: readonly string[];
  readonly assets: readonly AssetSource[];
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

interface PlannedItem {
  readonly code: string;
  readonly title: string;
  readonly side: string;
  readonly person: string;
  readonly dueOn: Day;
  readonly state: string;
}

export interface ItemSource extends PlannedItem {
  readonly stateReason?: never;
  readonly evidence?: never;
  readonly confirmedBy?: never;
  readonly confirmedOn?: never;
}

/** With what the partners wrote beside it. */
export interface OwnItemSource extends PlannedItem {
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
