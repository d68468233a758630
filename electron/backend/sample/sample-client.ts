import type { contactRoles, dossierKinds } from '../../../shared/contract/clients.ts';
import type { noteKinds } from '../../../shared/contract/notes.ts';
import type { Words } from '../../../shared/language.ts';
import type { Stage } from '../../../shared/stage.ts';
import type { SampleWork } from './sample-work.ts';
import type { SamplePlaybook } from './sample-playbook.ts';

// The example tells of companies that do not exist. All its days are counted from the day it is opened, so that it
// always looks as on its first day.

export type SamplePartner = 'vera' | 'gleb' | 'nika';

/** So long before today. */
export interface Ago {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

export interface SampleContact {
  readonly name: Words;
  readonly role: (typeof contactRoles)[number];
  readonly roleNote?: Words;
  readonly decides?: boolean;
  readonly setsTasks?: boolean;
  readonly acceptsResults?: boolean;
  readonly pays?: boolean;
  readonly isTechnical?: boolean;
  /** They are no longer there. */
  readonly left?: Ago;
}

export interface SampleNote {
  readonly kind: (typeof noteKinds)[number];
  readonly ago: Ago;
  readonly title: Words;
  readonly body: Words;
  readonly by?: 'agency' | 'client';
  /** Lines with a box at the end of the note. */
  readonly done?: readonly Words[];
  /** A sign marked with the note that has passed since. */
  readonly passedSign?: string;
  /** Positions in the list of contacts. */
  readonly with?: readonly number[];
}

export interface SampleFlag {
  readonly code: string;
  readonly side: 'us' | 'client' | 'both';
  readonly ago: Ago;
  readonly evidence: Words;
}

export interface SampleStageChange {
  readonly to: Stage;
  readonly ago: Ago;
  readonly reason?: Words;
}

export interface SampleLine {
  readonly kind: (typeof dossierKinds)[number];
  readonly text: Words;
  /** The day of a decision. */
  readonly ago?: Ago;
}

export interface SampleAccount {
  readonly name: Words;
  readonly owner: Words;
  readonly admin: Words;
  readonly payer: Words;
  readonly renewsInDays: number | null;
  readonly whereKept: Words;
}

export interface SampleClient {
  readonly name: Words;
  readonly stage: Stage;
  readonly partner: SamplePartner;
  /** The first signed work. */
  readonly since: Ago;
  readonly step?: { readonly title: Words; readonly inDays: number | null };
  readonly flags?: readonly SampleFlag[];
  readonly contacts?: readonly SampleContact[];
  readonly notes: readonly SampleNote[];
  /** Beginning with acquaintance, ending with `stage`. */
  readonly path: readonly SampleStageChange[];
  readonly dossier?: readonly SampleLine[];
  readonly assets?: readonly SampleAccount[];
  readonly playbook?: SamplePlaybook;
  readonly ended?: { readonly ago: Ago; readonly reason: Words };
  readonly work?: SampleWork;
}

export function words(ru: string, en: string): Words {
  return { en, ru };
}
