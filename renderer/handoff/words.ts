import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { i18n } from '../ui/words.ts';

// Words of closed lists: states, targets, audiences. A code that this version does not know is shown as it is.

type Words = Readonly<Record<string, MessageDescriptor>>;

function say(words: Words, code: string): string {
  const word = words[code];
  return word === undefined ? code : i18n.t(word);
}

const sides: Words = {
  agency: msg`Us`,
  client: msg`Client`,
  successor: msg`Successor`,
};

const itemStates: Words = {
  todo: msg`To do`,
  doing: msg`In work`,
  blocked: msg`Blocked`,
  done: msg`Done`,
  not_applicable: msg`Does not apply`,
};

const assetStates: Words = {
  not_started: msg`not started`,
  waiting_for_client: msg`waiting for the client`,
  transferring: msg`handing over`,
  transferred: msg`handed over`,
  revoked: msg`our access revoked`,
  verified: msg`checked`,
};

const assetTargets: Words = {
  successor: msg`successor`,
  client: msg`client`,
  stays: msg`stays`,
};

const candidateStates: Words = {
  listed: msg`on the list`,
  leaning: msg`the client leans to them`,
  chosen: msg`chosen`,
  reserve: msg`in reserve`,
  declined: msg`declined`,
};

const audiences: Words = {
  client: msg`For the client`,
  successor: msg`For the successor`,
  agency: msg`For us`,
  candidates: msg`For candidates`,
  candidates_with_goals: msg`For candidates, with goals`,
};

const places: Words = {
  item: msg`Item`,
  asset: msg`Access`,
  candidate: msg`Candidate`,
  dossier: msg`Knowledge`,
  letter: msg`Letter`,
  reason: msg`Reason for parting`,
  contact: msg`Contact`,
  client: msg`Client`,
  agency: msg`Agency`,
  partner: msg`Partner`,
  goal: msg`Goal`,
  figure: msg`Figure`,
};

/** Of the document, as they stand in a sentence after “changed since”. */
const parts: Words = {
  cover: msg`cover and letter`,
  people: msg`whom to call`,
  plan: msg`plan`,
  assets: msg`accesses`,
  knowledge: msg`how it works`,
  candidates: msg`shortlist`,
  reasons: msg`reasons for parting`,
  after: msg`after the handoff`,
};

/** The same in both languages. */
const formats: Readonly<Record<string, string>> = { pdf: 'PDF', docx: 'DOCX', markdown: 'Markdown', html: 'HTML' };

const documentLanguages: Words = {
  ru: msg`in Russian`,
  en: msg`in English`,
};

/** The parties as our own page calls them. */
export const sideWord = (code: string) => say(sides, code);
export const itemStateWord = (code: string) => say(itemStates, code);
export const assetStateWord = (code: string) => say(assetStates, code);
export const assetTargetWord = (code: string) => say(assetTargets, code);
export const candidateStateWord = (code: string) => say(candidateStates, code);
export const audienceWord = (code: string) => say(audiences, code);
export const placeWord = (code: string) => say(places, code);
export const partWord = (code: string) => say(parts, code);
export const languageWord = (code: string) => say(documentLanguages, code);
export const formatWord = (code: string) => formats[code] ?? code;
