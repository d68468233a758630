import { stageContents } from './content/stages.ts';
import type { Language, Words } from './language.ts';
import type { Stage } from './stage.ts';

/** What the partners changed of one stage. */
export interface OwnStage {
  readonly stage: Stage;
  /** Empty where the words are those that ship, in each language by itself. */
  readonly label: Words;
  readonly hint: Words;
  /** Null: as it ships. */
  readonly contactNormDays: number | null;
  /** Codes of signals that are offered first here, though they do not ship so. */
  readonly offered: readonly string[];
  /** Codes of signals that ship so and are not offered first any more. */
  readonly withheld: readonly string[];
}

export interface StageWords {
  readonly label: string;
  /** The label as it stands in a sentence: «Стабильность», `Steady`. */
  readonly named: string;
  /** The place as it stands after a verb: «в «Стабильности»», `in Steady`. */
  readonly prepositional: string;
  readonly hint: string;
  /** What the stage is, whatever the partners call it; after their own words, which the place may cut short. */
  readonly tooltip: string;
  /** Whether the label is the partners': then nobody knows its gender and its cases. */
  readonly isOwnLabel: boolean;
}

/** The words of a stage as the partners have them. */
export function stageWordsOf(stage: Stage, own: readonly OwnStage[], language: Language): StageWords {
  const shipped = stageContents[stage];
  const mine = ownOf(stage, own);
  const ownLabel = mine?.label[language] ?? '';
  const isOwnLabel = ownLabel !== '';
  const label = isOwnLabel ? ownLabel : shipped.label[language];
  const named = language === 'ru' && !label.includes('«') ? `«${label}»` : label;
  return {
    label,
    named,
    prepositional: isOwnLabel ? afterVerb[language](named) : shipped.prepositional[language],
    hint: mine?.hint[language] || shipped.hint[language],
    tooltip: isOwnLabel ? `${label}: ${shipped.fullName[language]}` : shipped.fullName[language],
    isOwnLabel,
  };
}

/** A Russian label would have to be declined; the word «этап» takes the ending instead. */
const afterVerb: Readonly<Record<Language, (named: string) => string>> = {
  en: (named) => `in ${named}`,
  ru: (named) => `на этапе ${named}`,
};

/** Days between touches that are normal in the stage; null where nobody counts them. */
export function contactNormOf(stage: Stage, own: readonly OwnStage[]): number | null {
  return ownOf(stage, own)?.contactNormDays ?? stageContents[stage].contactNormDays;
}

export function ownOf(stage: string, own: readonly OwnStage[]): OwnStage | null {
  return own.find((each) => each.stage === stage) ?? null;
}
