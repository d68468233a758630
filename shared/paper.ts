import type { BriefDocument, BriefSection } from './handoff/brief.ts';

/** A document of headings, lists and tables; a brief is one of them. */
export interface Paper extends Omit<BriefDocument, 'sections'> {
  readonly sections: readonly Omit<BriefSection, 'part'>[];
}
