import type { Language } from '../language.ts';
import type { BriefDocument } from './brief.ts';
import type { BriefOptions } from './brief-source.ts';
import type { ByPart, DocumentPart } from './document-parts.ts';

// A brief in the log of documents. With and without the client's goals it is read as two: what candidates hold differs.

const [plain, withGoals] = ['candidates', 'candidates_with_goals'] as const;

export interface IssueOptions {
  readonly audience: string;
  readonly language: Language;
  readonly includeAssets: boolean;
  readonly includeDone: boolean;
  readonly includeReasons: boolean;
}

export function issueOptions({ language, includeGoals }: BriefOptions): IssueOptions {
  const audience = includeGoals ? withGoals : plain;
  return { audience, language, includeAssets: true, includeDone: false, includeReasons: false };
}

/** Null for what is no brief. */
export function briefOptionsOf(audience: string, language: Language): BriefOptions | null {
  if (audience === withGoals) return { language, includeGoals: true };
  return audience === plain ? { language, includeGoals: false } : null;
}

/** All that a candidate reads, part by part; the facts of the cover are counted from the rest. */
export function textOfBrief({
  title,
  clientName,
  agencyName,
  monogram,
  letter,
  sections,
}: BriefDocument): ByPart<string> {
  const text = (part: DocumentPart) => {
    const own = sections.filter((section) => section.part === part);
    return JSON.stringify(part === 'cover' ? [title, clientName, agencyName, monogram, letter, own] : own);
  };
  return {
    cover: text('cover'),
    people: text('people'),
    plan: text('plan'),
    assets: text('assets'),
    knowledge: text('knowledge'),
    candidates: text('candidates'),
    reasons: text('reasons'),
    after: text('after'),
  };
}
