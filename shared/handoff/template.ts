import type { HandoffCondition } from '../content/handoff-conditions.ts';
import type { HandoffSide, HandoffTemplateItem } from '../content/handoff-items.ts';
import { handoffTemplate, type HandoffTemplate } from '../content/handoff-template.ts';
import type { Words } from '../language.ts';

// A template as plans are made from it: the one that ships, or that with what the partners changed.

export interface TemplateItem {
  /** The code of one that ships, else the id of a partner's own. */
  readonly code: string;
  readonly section: string;
  /** Days after day 0. */
  readonly day: number;
  readonly side: HandoffSide;
  readonly isMandatory: boolean;
  /** Null: it is in every plan. */
  readonly condition: HandoffCondition | null;
  /** Codes of the items that come first. */
  readonly after: readonly string[];
  readonly title: Words;
  /** What it is called where no new contractor takes over; null: the same. */
  readonly titleWithoutContractor: Words | null;
  readonly evidence: Words;
  /** These are not the words that ship: a plan keeps them as they are today. */
  readonly hasOwnTitle: boolean;
  readonly hasOwnEvidence: boolean;
}

const shipped: HandoffTemplate = handoffTemplate;

function shippedItem(item: HandoffTemplateItem): TemplateItem {
  const { code, section, day, side, isMandatory, after, title, evidence } = item;
  return {
    code,
    section,
    day,
    side,
    isMandatory,
    after,
    title,
    evidence,
    condition: item.condition ?? null,
    titleWithoutContractor: item.titleWithoutContractor ?? null,
    hasOwnTitle: false,
    hasOwnEvidence: false,
  };
}

/** With the call after the month. */
export const shippedItems: readonly TemplateItem[] = shipped.items.map(shippedItem);

type Linked = Pick<TemplateItem, 'code' | 'day' | 'after'>;

/** The day of each item by its code: what waits for a later one moves to the day of that one. */
export function daysOf(items: readonly Linked[]): ReadonlyMap<string, number> {
  const days = new Map(items.map(({ code, day }) => [code, day]));
  // An order without a circle settles after as many rounds as the longest chain has links.
  for (let round = 0; round < items.length; round += 1) {
    const late = items.flatMap(({ code, after }): readonly (readonly [string, number])[] => {
      const first = Math.max(...after.map((each) => days.get(each) ?? 0), 0);
      return first > (days.get(code) ?? 0) ? [[code, first]] : [];
    });
    if (late.length === 0) break;
    for (const [code, day] of late) days.set(code, day);
  }
  return days;
}

/** Whether `code` could wait for `first` without waiting for itself. */
export function mayWaitFor(items: readonly Linked[], code: string, first: string): boolean {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const seen = new Set<string>();
  const reaches = (from: string): boolean => {
    if (from === code) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (byCode.get(from)?.after ?? []).some(reaches);
  };
  return !reaches(first);
}
