import type { Day } from '../calendar.ts';
import type { Language } from '../language.ts';
import type { Duties } from '../people.ts';

/*
 * All that may reach a brief for candidates: what the project is and what is expected of whoever takes it over. There is
 * no field here for prices, opinions, vaults, people's names at the client, other candidates or other clients, so no part
 * of it can show them. What is free text is looked through before the brief goes out.
 */

export interface BriefOptions {
  readonly language: Language;
  /** The client agreed that candidates read its goals and figures. */
  readonly includeGoals: boolean;
}

export interface BriefSource {
  readonly madeOn: Day;
  readonly agency: { readonly name: string; readonly monogram: string; readonly contact: string };
  /** Whom to answer to. */
  readonly leadName: string;
  readonly client: { readonly name: string; readonly sinceOn: Day };
  readonly startOn: Day;
  readonly endOn: Day;
  /** By when the client meets the candidates; null when that is over or not planned. */
  readonly answerOn: Day | null;
  /** Kinds of the work that goes on. */
  readonly work: readonly string[];
  readonly map: readonly string[];
  readonly defects: readonly string[];
  readonly systems: readonly SystemSource[];
  readonly roles: readonly RoleSource[];
  /** What the new contractor does in the month. */
  readonly steps: readonly { readonly title: string; readonly dueOn: Day }[];
  /** Null unless the client agreed. */
  readonly goals: GoalsSource | null;
}

export interface SystemSource {
  readonly name: string;
  /** Never who: on whose side. */
  readonly side: 'agency' | 'client' | 'unknown';
  readonly goesTo: string;
}

/** Somebody at the client, without a name. */
export interface RoleSource extends Duties {
  readonly role: string;
  readonly roleNote: string;
  readonly isTechnical: boolean;
}

export interface GoalsSource {
  readonly goal: string;
  readonly horizon: string;
  readonly figures: readonly FigureSource[];
}

/** A figure that is not in money; what it was worth stays with the client. */
export interface FigureSource {
  readonly name: string;
  readonly unit: string;
  /** Exact decimal text of the last reading; empty where there is none. */
  readonly value: string;
  readonly measuredOn: Day | null;
  readonly target: string;
  readonly serves: string;
}
