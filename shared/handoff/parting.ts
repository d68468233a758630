import type { partingReasons } from '../contract/handoff.ts';
import type { Language, Words } from '../language.ts';
import { sentences } from '../sentences.ts';

export type PartingReason = (typeof partingReasons)[number];

/** Why we part: for partners only, and for a document only when its option says so. */
export const partingReasonNames: Readonly<Record<PartingReason, Words>> = {
  no_growth_plan: { en: 'No growth plan', ru: 'Нет плана развития' },
  outgrew_each_other: { en: 'Outgrew each other', ru: 'Переросли друг друга' },
  budget: { en: 'Budget', ru: 'Бюджет' },
  client_decided: { en: 'The client decided', ru: 'Решил клиент' },
};

/** A code that this version does not know stays as it is. */
export function partingReasonName(code: string, language: Language): string {
  const names: Readonly<Record<string, Words>> = partingReasonNames;
  return names[code]?.[language] ?? code;
}

/** The reasons and the free words as one text for the history of a client. */
export function partingSentence(codes: readonly string[], words: string, language: Language): string {
  return sentences([...codes.map((code) => partingReasonName(code, language)), words]);
}
