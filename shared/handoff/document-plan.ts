import type { Day } from '../calendar.ts';
import type { DocumentOptions } from '../contract/handoff.ts';
import type { Language } from '../language.ts';
import { dateIn, dateRange } from './document-dates.ts';
import type { DocumentSource, Fact, ItemSource, OwnItemSource } from './document-source.ts';
import { documentWords } from './document-words.ts';
import { daysOfWeek } from './moves.ts';
import { handoffWeeks, type Week, weekOf } from './plan.ts';
import { shortName } from './short-name.ts';
import { weekNames, weekSentence } from './words.ts';

export interface RulerWeek {
  readonly name: string;
  readonly dates: string;
  /** The week has begun on the document's day. */
  readonly isReached: boolean;
}

export interface PlanSection {
  readonly heading: string;
  readonly columns: { readonly item: string; readonly who: string; readonly due: string };
  readonly states: { readonly done: string; readonly open: string };
  readonly weeks: readonly PlanWeek[];
}

export interface PlanWeek {
  readonly name: string;
  readonly dates: string;
  /** What is true when the week is over. */
  readonly sentence: string;
  readonly items: readonly PlanLine[];
  /** Said where there are no lines. */
  readonly none: string;
}

export interface PlanLine {
  readonly isDone: boolean;
  readonly title: string;
  readonly who: string;
  readonly due: string;
  /** Evidence and remarks; for the partners only. */
  readonly notes: readonly string[];
}

/** Our own look back, with the health of the months before, is no business of the client or of the new contractor. */
const internalCodes: readonly string[] = ['K4'];

export function rulerOf(source: DocumentSource, language: Language): readonly RulerWeek[] {
  return handoffWeeks.map(({ week }) => {
    const { firstOn, lastOn } = daysOfWeek(source, week);
    return {
      name: weekNames[week][language],
      dates: dateRange(firstOn, lastOn, language, 'short'),
      isReached: firstOn <= source.madeOn,
    };
  });
}

export function progressFact(source: DocumentSource, language: Language): Fact {
  const items = itemsFor(source).filter((item) => item.state !== 'not_applicable');
  const done = items.filter((item) => item.state === 'done').length;
  return {
    label: documentWords.done[language],
    value: `${done} ${documentWords.of[language]} ${items.length}`,
  };
}

export function planSection(source: DocumentSource, options: DocumentOptions): PlanSection {
  const { language } = options;
  const items = itemsFor(source);
  return {
    heading: documentWords.plan[language],
    columns: {
      item: documentWords.item[language],
      who: documentWords.who[language],
      due: documentWords.due[language],
    },
    states: { done: documentWords.isDone[language], open: documentWords.isOpen[language] },
    weeks: handoffWeeks.map(({ week }) => planWeek(source, options, { week, items })),
  };
}

function planWeek(
  source: DocumentSource,
  options: DocumentOptions,
  { week, items }: { readonly week: Week; readonly items: readonly AnyItem[] },
): PlanWeek {
  const { language, includeDone } = options;
  const { firstOn, lastOn } = daysOfWeek(source, week);
  const ofWeek = items.filter((item) => weekOf(source.startOn, item.dueOn) === week);
  const shown = includeDone ? ofWeek : ofWeek.filter((item) => item.state !== 'done');
  return {
    name: weekNames[week][language],
    dates: `${documentWords.week[language]} ${week}, ${dateRange(firstOn, lastOn, language)}`,
    sentence: weekSentence(week, source.successor)[language],
    items: doneFirst(shown).map((item) => planLine(source, options, item)),
    none: ofWeek.length > 0 ? documentWords.allDone[language] : documentWords.noItems[language],
  };
}

type AnyItem = ItemSource | OwnItemSource;

function itemsFor(source: DocumentSource): readonly AnyItem[] {
  if (source.audience === 'agency') return source.items;
  return source.items.filter((item) => item.state !== 'not_applicable' && !internalCodes.includes(item.code));
}

function doneFirst(items: readonly AnyItem[]): readonly AnyItem[] {
  return [...items.filter((item) => item.state === 'done'), ...items.filter((item) => item.state !== 'done')];
}

function planLine(source: DocumentSource, { language }: DocumentOptions, item: AnyItem): PlanLine {
  const side = sideName(source, item.side, language);
  return {
    isDone: item.state === 'done',
    title: item.title,
    who: item.person || side,
    due: shortDate(source, item.dueOn, language),
    notes: item.evidence === undefined ? [] : notesOf(source, item, language),
  };
}

function sideName(source: DocumentSource, side: string, language: Language): string {
  if (side === 'agency') return source.agency.name;
  return side === 'client' ? shortName(source.client.name) : documentWords.successorSide[language];
}

/** Without the year, where it is the one the document is made in. */
function shortDate(source: DocumentSource, day: Day, language: Language): string {
  return dateIn(Number(source.madeOn.slice(0, 4)), day, language);
}

/** Who accepted it, and when, where that is known. */
function acceptanceOf(source: DocumentSource, { confirmedBy, confirmedOn }: OwnItemSource, language: Language): string {
  const name = confirmedBy.trim();
  return name === '' || confirmedOn === null ? name : `${name}, ${shortDate(source, confirmedOn, language)}`;
}

function notesOf(source: DocumentSource, item: OwnItemSource, language: Language): readonly string[] {
  const notes = [
    { label: documentWords.notNeeded[language], text: item.state === 'not_applicable' ? item.stateReason.trim() : '' },
    { label: documentWords.evidence[language], text: item.evidence.trim() },
    { label: documentWords.confirmedBy[language], text: acceptanceOf(source, item, language) },
  ];
  return notes.filter(({ text }) => text !== '').map(({ label, text }) => `${label}: ${text}`);
}
