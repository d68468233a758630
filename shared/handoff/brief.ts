import type { Language, Words } from '../language.ts';
import { monogramOf } from '../monogram.ts';
import { tenure, tenureInWords } from '../tenure.ts';
import { briefSections } from './brief-sections.ts';
import type { BriefOptions, BriefSource } from './brief-source.ts';
import { briefWords } from './brief-words.ts';
import { dateIn, dateRange, fullDate } from './document-dates.ts';
import type { DocumentPart } from './document-parts.ts';
import type { Fact } from './document-source.ts';
import { documentWords } from './document-words.ts';
import { type DocumentFrame, fileNameOf } from './document.ts';

/** One to three pages that say the same to every candidate; all texts are final. */
export interface BriefDocument extends DocumentFrame {
  readonly letter: readonly string[];
  readonly facts: readonly Fact[];
  readonly sections: readonly BriefSection[];
}

export interface BriefSection {
  /** The part of a document it counts as, where it is said what changed since one went out. */
  readonly part: DocumentPart;
  readonly heading: string;
  readonly lead: string;
  readonly blocks: readonly BriefBlock[];
}

export type BriefBlock =
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** In per cent of the line. */
      readonly widths: readonly number[];
      /** A cell with several lines holds several entries. */
      readonly rows: readonly (readonly string[])[];
    };

export function makeBrief(given: BriefSource, { language }: BriefOptions): BriefDocument {
  const agencyName = given.agency.name || documentWords.agency[language];
  const source = { ...given, agency: { ...given.agency, name: agencyName } };
  const say = (words: Words) => words[language];
  const title = say(briefWords.title);
  const version = fullDate(source.madeOn, language);
  return {
    language,
    madeOn: source.madeOn,
    title,
    clientName: source.client.name,
    agencyName,
    monogram: source.agency.monogram || monogramOf(agencyName),
    version,
    line: `${title}: ${source.client.name}, ${say(documentWords.version)} ${version}`,
    letter: letterOf(source, language),
    facts: factsOf(source, language),
    sections: briefSections(source, language),
  };
}

/** «Бриф Веретено 2026-11-23». */
export function briefFileName(source: Pick<BriefSource, 'client' | 'madeOn'>, language: Language): string {
  return fileNameOf(briefWords.fileName[language], source.client.name, source.madeOn);
}

function letterOf({ client, madeOn }: BriefSource, language: Language): readonly string[] {
  const time = tenureInWords(client.sinceOn, madeOn, language);
  const { looking, led, handOver, same } = briefWords;
  return [`${looking[language]} ${led[language]} ${time}${handOver[language]} ${same[language]}`];
}

function factsOf(source: BriefSource, language: Language): readonly Fact[] {
  const { client, madeOn, startOn, endOn, answerOn, systems } = source;
  const year = Number(madeOn.slice(0, 4));
  return [
    { label: briefWords.tenure[language], value: tenure(client.sinceOn, madeOn, language) },
    { label: briefWords.month[language], value: dateRange(startOn, endOn, language, 'short') },
    ...(answerOn === null ? [] : [{ label: briefWords.answerBy[language], value: dateIn(year, answerOn, language) }]),
    ...(systems.length === 0 ? [] : [{ label: briefWords.systems[language], value: String(systems.length) }]),
  ];
}
