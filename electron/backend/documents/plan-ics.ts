import ICAL from 'ical.js';
import { v5 } from 'uuid';
import type { HandoffItem } from '../../../shared/contract/handoff.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { Language, Words } from '../../../shared/language.ts';

// All-day events, since calendar programs show those everywhere, and tasks hardly anywhere. What stands in them is on an
// allow-list: neither reasons nor evidence leave the agency this way.

// The library does not count the space that a folded line begins with; no line may have more than 75 octets.
ICAL.foldLength = 74;

export interface PlanEvent extends Pick<HandoffItem, 'id' | 'title' | 'side' | 'person' | 'dueOn'> {
  /** Tells a calendar that has the event already which of the two is newer. */
  readonly changedAt: string;
}

export interface CalendarPlan {
  readonly clientName: string;
  readonly language: Language;
  readonly items: readonly PlanEvent[];
}

const calendarName: Words = { en: 'Handoff', ru: 'Передача' };
const sideNames: Readonly<Record<string, Words>> = {
  agency: { en: 'Agency', ru: 'Агентство' },
  client: { en: 'Client', ru: 'Клиент' },
  successor: { en: 'Successor', ru: 'Преемник' },
};

/** The same plan gives the same bytes. */
export function planIcs({ clientName, language, items }: CalendarPlan): string {
  const calendar = new ICAL.Component('vcalendar');
  const client = shortName(clientName);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Rapport//Handoff//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('x-wr-calname', `${calendarName[language]}: ${client}`);
  for (const item of items) calendar.addSubcomponent(eventOf(item, client, language));
  return `${calendar.toString()}\r\n`;
}

function eventOf({ id, title, side, person, dueOn, changedAt }: PlanEvent, client: string, language: Language) {
  const event = new ICAL.Component('vevent');
  const due = ICAL.Time.fromDateString(dueOn);
  const next = due.clone();
  next.adjust(1, 0, 0, 0);
  const changed = ICAL.Time.fromDateTimeString(`${changedAt.slice(0, 19)}Z`);
  const who = [sideNames[side]?.[language] ?? side, person].filter((part) => part !== '');
  event.addPropertyWithValue('uid', v5('plan event', id));
  event.addPropertyWithValue('dtstamp', changed);
  event.addPropertyWithValue('last-modified', changed);
  event.addPropertyWithValue('dtstart', due);
  event.addPropertyWithValue('dtend', next);
  event.addPropertyWithValue('summary', `${client}: ${title}`);
  event.addPropertyWithValue('description', who.join(': '));
  // The day is not taken by it.
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}
