import type { Day } from '../calendar.ts';
import type { DocumentOptions } from '../contract/handoff.ts';
import { safeFileName } from '../file-name.ts';
import type { Language } from '../language.ts';
import { monogramOf } from '../monogram.ts';
import { tenureInWords } from '../tenure.ts';
import { assetSection, type AssetSection } from './document-assets.ts';
import { dateIn, fullDate } from './document-dates.ts';
import { candidateSection, type CandidateSection, joined, peopleOf, type Person } from './document-people.ts';
import { planSection, type PlanSection, progressFact, rulerOf, type RulerWeek } from './document-plan.ts';
import type { Audience, DocumentedKind, DocumentSource, Fact, SourceForAgency } from './document-source.ts';
import {
  afterRest,
  afterWords,
  documentWords,
  letterToAgency,
  letterToClient,
  standardLetters,
} from './document-words.ts';
import { partingSentence } from './parting.ts';
import { shortName } from './short-name.ts';

/** What every document says on its cover and at the foot of its pages. */
export interface DocumentFrame {
  readonly language: Language;
  readonly madeOn: Day;
  readonly title: string;
  readonly clientName: string;
  readonly agencyName: string;
  readonly monogram: string;
  readonly version: string;
  /** Title, client and version in one line, for the footer and the file's metadata. */
  readonly line: string;
}

/** The one record that every format is laid out from; all its texts are final. */
export interface HandoffDocument extends DocumentFrame {
  readonly letter: readonly string[];
  readonly facts: readonly Fact[];
  readonly ruler: readonly RulerWeek[];
  readonly people: { readonly heading: string; readonly rows: readonly Person[] };
  readonly plan: PlanSection;
  readonly assets: AssetSection | null;
  readonly knowledge: KnowledgeSection | null;
  readonly candidates: CandidateSection | null;
  readonly reasons: TextSection | null;
  readonly after: TextSection;
  readonly acceptance: AcceptanceSection | null;
}

export interface TextSection {
  readonly heading: string;
  readonly text: string;
}

export interface AcceptanceSection extends TextSection {
  readonly signatures: readonly string[];
  readonly date: string;
}

export interface KnowledgeSection {
  readonly heading: string;
  /** How it works, what to watch: side by side. */
  readonly columns: readonly KnowledgeList[];
  readonly openQuestions: KnowledgeList | null;
}

export interface KnowledgeList {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function makeDocument(given: DocumentSource, asked: DocumentOptions): HandoffDocument {
  // The source was picked for its audience; laid out for another one it would show too much or too little.
  const options = { ...asked, audience: given.audience };
  const { language, audience } = options;
  const agencyName = given.agency.name || documentWords.agency[language];
  const source = { ...given, agency: { ...given.agency, name: agencyName } };
  const title = documentWords.title[language];
  const version = fullDate(source.madeOn, language);
  const assets = options.includeAssets ? assetSection(source, language) : null;
  return {
    language,
    madeOn: source.madeOn,
    title,
    clientName: source.client.name,
    agencyName,
    monogram: source.agency.monogram || monogramOf(agencyName),
    version,
    line: `${title}: ${source.client.name}, ${documentWords.version[language]} ${version}`,
    letter: letterOf(source, language),
    facts: factsOf(source, options, assets),
    ruler: rulerOf(source, language),
    people: { heading: documentWords.people[language], rows: peopleOf(source, options) },
    plan: planSection(source, options),
    assets,
    knowledge: knowledgeSection(source, language),
    candidates: source.audience === 'successor' ? null : candidateSection(source, language),
    reasons: source.audience === 'agency' ? reasonsSection(source, language) : null,
    after: afterSection(source, audience, language),
    acceptance: audience === 'agency' ? null : acceptanceSection(source, language),
  };
}

/** «Передача Веретено 2026-11-23», without signs that some file systems refuse. */
export function documentFileName(
  { client, madeOn }: Pick<DocumentSource, 'client' | 'madeOn'>,
  language: Language,
): string {
  return fileNameOf({ en: 'Handoff', ru: 'Передача' }[language], client.name, madeOn);
}

export function fileNameOf(word: string, clientName: string, madeOn: Day): string {
  return [word, safeFileName(shortName(clientName)), madeOn].filter((part) => part !== '').join(' ');
}

function letterOf(source: DocumentSource, language: Language): readonly string[] {
  const tenure = tenureInWords(source.client.sinceOn, source.madeOn, language);
  switch (source.audience) {
    case 'agency':
      return [letterToAgency[source.successor][language]];
    case 'successor':
      return [`${standardLetters.led[language]} ${tenure}. ${standardLetters.toSuccessor[language]}`];
    case 'client': {
      const own = source.letter.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
      const written = own.filter((paragraph) => paragraph !== '');
      if (written.length > 0) return written;
      const middle = letterToClient[source.successor][language];
      return [`${standardLetters.worked[language]} ${tenure}. ${middle} ${standardLetters.content[language]}`];
    }
  }
}

function factsOf(source: DocumentSource, options: DocumentOptions, assets: AssetSection | null): readonly Fact[] {
  const { language } = options;
  const year = Number(source.madeOn.slice(0, 4));
  const settled = assets === null ? [] : [{ label: documentWords.assets[language], value: assets.settled }];
  return [
    { label: documentWords.start[language], value: dateIn(year, source.startOn, language) },
    { label: documentWords.end[language], value: dateIn(year, source.endOn, language) },
    progressFact(source, options.language),
    ...settled,
  ];
}

function knowledgeSection({ dossier }: DocumentSource, language: Language): KnowledgeSection | null {
  const list = (kind: DocumentedKind, heading: string): KnowledgeList | null => {
    const lines = dossier.filter((line) => line.kind === kind).map((line) => line.text.trim());
    return lines.length === 0 ? null : { heading, lines };
  };
  const columns = [
    list('how_it_works', documentWords.howItWorks[language]),
    list('watch', documentWords.watch[language]),
  ].filter((column) => column !== null);
  const openQuestions = list('open_question', documentWords.openQuestions[language]);
  if (columns.length === 0 && openQuestions === null) return null;
  return { heading: documentWords.knowledge[language], columns, openQuestions };
}

function reasonsSection({ reasons }: Pick<SourceForAgency, 'reasons'>, language: Language): TextSection | null {
  const text = reasons === null ? '' : partingSentence(reasons.codes, reasons.text, language);
  return text === '' ? null : { heading: documentWords.reasons[language], text };
}

function afterSection(source: DocumentSource, audience: Audience, language: Language): TextSection {
  const date = `${afterRest.until[language]} ${fullDate(source.careUntilOn, language)}${afterRest.year[language]}`;
  const answers = audience === 'successor' ? afterRest.successor[language] : afterWords[source.successor][language];
  const rest = audience === 'successor' ? [] : [afterRest.comeBack[language]];
  const comma = language === 'en' ? ',' : '';
  const text = [`${date}${comma} ${answers}`, afterRest.documents[language], ...rest].join(' ');
  return { heading: documentWords.after[language], text };
}

function acceptanceSection(source: DocumentSource, language: Language): AcceptanceSection {
  const named = source.successorName || documentWords.candidates[language];
  const successor = source.successor === 'contractor' ? [named] : [];
  return {
    heading: documentWords.acceptance[language],
    text: documentWords.acceptanceText[language],
    signatures: [joined([source.agency.name, source.agency.signature]), source.client.name, ...successor],
    date: documentWords.date[language],
  };
}
