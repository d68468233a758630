import type { DocumentOptions } from '../contract/handoff.ts';
import { candidateQuestions } from '../contract/handoff.ts';
import type { Language } from '../language.ts';
import { type Duties, isPresent } from '../people.ts';
import { candidateQuestionWords } from './candidate-questions.ts';
import { dateIn } from './document-dates.ts';
import type { CandidateSource, DocumentSource, SourceForAgency, SourceForClient } from './document-source.ts';
import { sentences } from '../sentences.ts';
import { documentWords, roleWords } from './document-words.ts';
import { shortName } from './short-name.ts';

export interface Person {
  readonly name: string;
  readonly note: string;
}

export interface CandidateSection {
  readonly heading: string;
  readonly lead: string;
  readonly columns: readonly string[];
  readonly rows: readonly CandidateLine[];
  readonly questionsHeading: string;
  readonly questions: readonly string[];
}

export interface CandidateLine {
  readonly name: string;
  readonly fits: string;
  readonly consider: string;
  readonly answers: string;
}

/** Whom to call: our lead, our other people in it, the client's people, the successor. */
export function peopleOf(source: DocumentSource, options: DocumentOptions): readonly Person[] {
  return [
    ...leadOf(source, options.language),
    ...otherPartnersOf(source, options),
    ...contactsOf(source, options.language),
    ...successorOf(source, options),
  ];
}

function leadOf(source: DocumentSource, language: Language): readonly Person[] {
  const { agency, leadName, careUntilOn, endOn } = source;
  const year = Number(source.madeOn.slice(0, 4));
  const answers =
    careUntilOn > endOn ? [`${documentWords.thenAnswers[language]} ${dateIn(year, careUntilOn, language)}`] : [];
  const note = joined([
    agency.name,
    `${documentWords.leads[language]} ${dateIn(year, endOn, language)}`,
    ...answers,
    agency.contact,
  ]);
  return [{ name: leadName === '' ? agency.name : leadName, note }];
}

/** Partners who hold an access or have a step of the plan are named with what they hold. */
function otherPartnersOf(source: DocumentSource, { language, includeAssets }: DocumentOptions): readonly Person[] {
  return source.partnerNames
    .filter((name) => name !== source.leadName)
    .flatMap((name) => {
      const held = includeAssets ? source.assets.filter((asset) => mentions(asset.heldBy, name)) : [];
      const takesPart = source.items.some((item) => item.side === 'agency' && mentions(item.person, name));
      if (held.length === 0 && !takesPart) return [];
      const names = held.map((asset) => asset.name).join(', ');
      const note = names === '' ? documentWords.takesPart[language] : `${documentWords.holds[language]}: ${names}`;
      return [{ name, note: joined([source.agency.name, note]) }];
    });
}

/** «Глеб, Ника» mentions «Глеб О.»: people call each other by the first name. */
function mentions(text: string, name: string): boolean {
  const first = name.split(/\s+/)[0] ?? '';
  return first !== '' && text.split(/[^\p{L}\p{N}-]+/u).includes(first);
}

function contactsOf(source: DocumentSource, language: Language): readonly Person[] {
  // Who leaves before the month is over is no one to call.
  const here = source.contacts.filter((contact) => isPresent(contact, source.endOn));
  const concerned = here.filter((contact) => dutiesOf(contact, language).length > 0);
  return (concerned.length > 0 ? concerned : here).map((contact) => ({
    name: contact.name,
    note: joined([
      quoted(shortName(source.client.name), language),
      contact.roleNote || (roleWords[contact.role]?.[language] ?? ''),
      ...dutiesOf(contact, language),
      contact.phone,
      contact.email,
    ]),
  }));
}

export function dutiesOf(contact: Duties, language: Language): readonly string[] {
  const duties = ['decides', 'setsTasks', 'acceptsResults', 'pays'] as const;
  return duties.filter((duty) => contact[duty]).map((duty) => documentWords[duty][language]);
}

/** The new contractor sees its own name, never a competitor's. */
function successorOf(source: DocumentSource, { language }: DocumentOptions): readonly Person[] {
  if (source.successorName !== '') {
    return [{ name: source.successorName, note: documentWords.successorOnCover[language] }];
  }
  if (source.audience === 'successor' || source.successor !== 'contractor') return [];
  const leaning = source.candidates.find((candidate) => candidate.state === 'leaning');
  if (!leaning) return [];
  const choice = source.items.find((item) => item.code === 'C5' && item.state !== 'done');
  const year = Number(source.madeOn.slice(0, 4));
  const until = choice ? `${documentWords.decisionBy[language]} ${dateIn(year, choice.dueOn, language)}` : '';
  return [{ name: leaning.name, note: joined([documentWords.candidateOnCover[language], until]) }];
}

export function candidateSection(
  source: SourceForClient | SourceForAgency,
  language: Language,
): CandidateSection | null {
  const candidates = source.candidates.filter((candidate) => candidate.state !== 'declined');
  if (source.successor !== 'contractor' || candidates.length === 0) return null;
  const isAllAnswered = candidates.every(({ answered }) => answered === candidateQuestions.length);
  return {
    heading: documentWords.candidates[language],
    lead: documentWords[isAllAnswered ? 'allAnsweredLead' : 'candidatesLead'][language],
    columns: [
      documentWords.candidateName[language],
      documentWords.fits[language],
      documentWords.consider[language],
      documentWords.answers[language],
    ],
    rows: candidates.map((candidate) => candidateLine(candidate, language)),
    questionsHeading: documentWords.questions[language],
    questions: Object.values(candidateQuestionWords).map((words) => words[language]),
  };
}

function candidateLine(candidate: CandidateSource, language: Language): CandidateLine {
  const disclosure =
    candidate.disclosure === '' ? '' : `${documentWords.disclosure[language]}: ${candidate.disclosure}`;
  return {
    name: candidate.name,
    fits: candidate.fits,
    consider: sentences([candidate.consider, disclosure]),
    answers: `${candidate.answered} ${documentWords.of[language]} ${candidateQuestions.length}`,
  };
}

function quoted(name: string, language: Language): string {
  return language === 'ru' ? `«${name}»` : name;
}

/** What there is of it, in one line. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
