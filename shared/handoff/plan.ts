import { addDays, daysBetween, isWorkingDay, nextWorkingDay, type Day, type WorkCalendar } from '../calendar.ts';
import type { HandoffSide } from '../content/handoff-items.ts';
import { handoffTemplate, type HandoffTemplate } from '../content/handoff-template.ts';
import type { successorModes } from '../contract/handoff.ts';
import type { Language, Words } from '../language.ts';
import { daysOf, shippedItems, type TemplateItem } from './template.ts';

// The plan of a handoff: which items, on whose side, due when. Nothing here knows of a database; the rules for the
// items of a running handoff are in items.ts.

export type SuccessorMode = (typeof successorModes)[number];

export type Week = 1 | 2 | 3 | 4;

export interface PlanOptions {
  readonly startOn: Day;
  readonly calendar: WorkCalendar;
  readonly successor: SuccessorMode;
  /** Codes of the items with a condition that apply to this project. */
  readonly extended: readonly string[];
  /** The items of the template; without them, those that ship. */
  readonly template?: readonly TemplateItem[];
}

/** Null in the language in which they are those that ship. */
export type OwnWords = Readonly<Record<Language, string | null>>;

export interface PlanItem {
  readonly code: string;
  readonly section: string;
  readonly title: Words;
  readonly evidenceHint: Words;
  /** Where the template's words are not those that ship, the plan keeps them. */
  readonly ownTitle: OwnWords | null;
  readonly ownEvidence: Words | null;
  /** The access it is about. */
  readonly assetId: string | null;
  readonly side: HandoffSide;
  /** Days after day 0, as the template says. */
  readonly day: number;
  /** The working day it became: what waits for a later item is due with that one. */
  readonly dueOn: Day;
  readonly isMandatory: boolean;
  /** Codes of the items of this plan that come first. */
  readonly after: readonly string[];
}

const template: HandoffTemplate = handoffTemplate;

/** How many days a handoff lasts: it ends on day 30, counted from day 0. */
export const handoffDays = template.days;

/** First and last day of each week, counted from day 0; the fourth carries the reserve up to day 30. */
export const handoffWeeks = [
  { week: 1, firstDay: 0, lastDay: 6 },
  { week: 2, firstDay: 7, lastDay: 13 },
  { week: 3, firstDay: 14, lastDay: 20 },
  { week: 4, firstDay: 21, lastDay: template.days },
] as const satisfies readonly { readonly week: Week; readonly firstDay: number; readonly lastDay: number }[];

/** Items a partner may tick; the call after the month is planned at closing. */
export function offeredItems(items: readonly TemplateItem[] = shippedItems): readonly TemplateItem[] {
  return items.filter((item) => item.condition !== null && item.day <= template.days);
}

export function makePlan(options: PlanOptions): readonly PlanItem[] {
  const items = planTemplate(options);
  const codes = new Set(items.map((item) => item.code));
  const days = daysOf(items);
  const { startOn, calendar } = options;
  return items.map((item) => ({
    ...planItem(item, options, codes),
    dueOn: dueOn(startOn, days.get(item.code) ?? item.day, calendar),
  }));
}

export interface KeptPlan {
  readonly items: readonly PlanItem[];
  /** Codes of those that come in only with a new contractor. */
  readonly leftOut: readonly string[];
}

/** The plan as it is written down: who takes over may turn out otherwise later, whatever becomes of the template. */
export function keptPlan(options: PlanOptions): KeptPlan {
  const planned = new Map(makePlan(options).map((item) => [item.code, item]));
  const whole = makePlan({ ...options, successor: 'contractor' });
  const items = whole.map((item) => ({ ...item, dueOn: (planned.get(item.code) ?? item).dueOn }));
  return { items, leftOut: items.flatMap(({ code }) => (planned.has(code) ? [] : [code])) };
}

/** What of the template is in this plan. */
export function planTemplate(options: PlanOptions): readonly TemplateItem[] {
  const { template: items = shippedItems } = options;
  const firstOfSectionC = items.find((item) => item.section === 'C')?.code;
  return items.filter((item) => isPlanned(item, options, firstOfSectionC));
}

/** The call on day 60, planned when the handoff is closed. */
export function afterCareItems(options: Omit<PlanOptions, 'extended' | 'template'>): readonly PlanItem[] {
  const later = shippedItems.filter((item) => item.day > template.days);
  return later.map((item) => planItem(item, options, new Set()));
}

/** Counted from the last day, or from today where that is over already. */
export function aWeekMore(endOn: Day, today: Day): Day {
  return addDays(endOn < today ? today : endOn, 7);
}

/** Day 30. */
export function endOfHandoff(startOn: Day): Day {
  return addDays(startOn, template.days);
}

export function weekOf(startOn: Day, dueOn: Day): Week {
  const day = daysBetween(startOn, dueOn);
  return handoffWeeks.find((week) => day <= week.lastDay)?.week ?? 4;
}

export function weekDays(startOn: Day, week: Week): { readonly firstOn: Day; readonly lastOn: Day } {
  const { firstDay, lastDay } = handoffWeeks[week - 1] ?? handoffWeeks[3];
  return { firstOn: addDays(startOn, firstDay), lastOn: addDays(startOn, lastDay) };
}

/** The last working day of the seven; what is added to a week without a date is due then. */
export function lastDayOfWeek(startOn: Day, week: Week, calendar: WorkCalendar): Day {
  const { firstOn } = weekDays(startOn, week);
  const lastOn = addDays(firstOn, 6);
  return workingDayIn({ firstOn, lastOn }, lastOn, calendar);
}

/** In a week in which nobody works the wanted day stays: the week counts more than the calendar. */
export function workingDayIn(
  { firstOn, lastOn }: { readonly firstOn: Day; readonly lastOn: Day },
  wanted: Day,
  calendar: WorkCalendar,
): Day {
  const later = Array.from({ length: daysBetween(wanted, lastOn) + 1 }, (_, step) => addDays(wanted, step));
  const earlier = Array.from({ length: daysBetween(firstOn, wanted) }, (_, step) => addDays(wanted, -1 - step));
  return [...later, ...earlier].find((day) => isWorkingDay(calendar, day)) ?? wanted;
}

/** “day 15 of 30”: the day it starts is the first. Stays within 1 and 30. */
export function dayNumber(startOn: Day, today: Day): number {
  return Math.min(Math.max(daysBetween(startOn, today) + 1, 1), template.days);
}

/**
 * The day itself, the next working day, or, at the end of the month, the last working day inside it; day 30 when nobody
 * works in the whole month. Of two days the later one is never due earlier, which keeps the order of dependencies.
 */
export function dueOn(startOn: Day, day: number, calendar: WorkCalendar): Day {
  const wanted = addDays(startOn, day);
  if (day > template.days) return nextWorkingDay(calendar, wanted);
  const later = Array.from({ length: template.days - day + 1 }, (_, step) => day + step);
  const earlier = Array.from({ length: day }, (_, step) => day - 1 - step);
  const worked = [...later, ...earlier].find((each) => isWorkingDay(calendar, addDays(startOn, each)));
  return addDays(startOn, worked ?? template.days);
}

function isPlanned(
  item: TemplateItem,
  { successor, extended }: PlanOptions,
  firstOfSectionC: string | undefined,
): boolean {
  if (item.day > template.days) return false;
  if (item.condition !== null && !extended.includes(item.code)) return false;
  return hasSuccessor(successor) || item.section !== 'C' || item.code === firstOfSectionC;
}

function hasSuccessor(successor: string): boolean {
  return successor === 'contractor';
}

/** Without a new contractor the client’s people do what the contractor would. */
export function titleOf(
  item: { readonly title: Words; readonly titleWithoutContractor?: Words | null },
  successor: string,
): Words {
  return hasSuccessor(successor) ? item.title : (item.titleWithoutContractor ?? item.title);
}

/** One that ships and was renamed in one language goes by who takes over in the other one. */
function ownTitleOf({ code, title }: TemplateItem): OwnWords {
  const ships = shippedItems.find((item) => item.code === code)?.title;
  return { en: title.en === ships?.en ? null : title.en, ru: title.ru === ships?.ru ? null : title.ru };
}

function planItem(
  item: TemplateItem,
  { startOn, calendar, successor }: Omit<PlanOptions, 'extended' | 'template'>,
  codes: ReadonlySet<string>,
): PlanItem {
  return {
    code: item.code,
    section: item.section,
    title: titleOf(item, successor),
    evidenceHint: item.evidence,
    ownTitle: item.hasOwnTitle ? ownTitleOf(item) : null,
    ownEvidence: item.hasOwnEvidence ? item.evidence : null,
    assetId: null,
    side: item.side === 'successor' && !hasSuccessor(successor) ? 'client' : item.side,
    day: item.day,
    dueOn: dueOn(startOn, item.day, calendar),
    isMandatory: item.isMandatory,
    after: item.after.filter((code) => codes.has(code)),
  };
}
