import type { HandoffDocument } from './document.ts';

/** The parts by which it is said what changed since a document went out. */
export const documentParts = [
  'cover',
  'people',
  'plan',
  'assets',
  'knowledge',
  'candidates',
  'reasons',
  'after',
] as const;
export type DocumentPart = (typeof documentParts)[number];

export type ByPart<Value> = Readonly<Record<DocumentPart, Value>>;

/**
 * All that a reader reads, part by part; the facts of the cover are counted from the plan and the accesses. The same text
 * means the same words on the page.
 */
export function textOfParts(document: HandoffDocument): ByPart<string> {
  const { title, clientName, agencyName, monogram, letter, ruler, people, plan } = document;
  const { assets, knowledge, candidates, reasons, after, acceptance } = document;
  return {
    cover: JSON.stringify([title, clientName, agencyName, monogram, letter]),
    people: JSON.stringify(people),
    plan: JSON.stringify([ruler, plan]),
    assets: JSON.stringify(assets),
    knowledge: JSON.stringify(knowledge),
    candidates: JSON.stringify(candidates),
    reasons: JSON.stringify(reasons),
    after: JSON.stringify([after, acceptance]),
  };
}

interface Kind {
  readonly audience: string;
  readonly language: string;
  readonly format: string;
}

/** Of each kind the first one: of what went out, the last one first, what its readers hold now. */
export function firstOfEachKind<Issue extends Kind>(issues: readonly Issue[]): readonly Issue[] {
  const kindOf = ({ audience, language, format }: Kind) => `${audience} ${language} ${format}`;
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const isFirst = !seen.has(kindOf(issue));
    seen.add(kindOf(issue));
    return isFirst;
  });
}
