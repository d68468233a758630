import { z } from 'zod';
import { call, code, commandId, day, id, line, optionalLine } from './call.ts';

const words = z.object({ en: z.string(), ru: z.string() });
const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
const dayKind = z.enum(['holiday', 'working']);

/** Which days people work: what every due date is counted with. */
export const workCalendar = z.object({
  code: z.string(),
  label: words,
  weekend: z.array(weekday).readonly(),
  days: z.record(z.string(), dayKind).readonly(),
});

const specialDay = z.object({
  day: z.string(),
  kind: dayKind,
  /** Empty when it has no name. */
  title: words,
  /** The partners set it: it can be put back as it was. */
  isOwn: z.boolean(),
});

const calendarView = z.object({
  code: z.string(),
  label: words,
  /** Made by the partners as a copy of another one. */
  isOwn: z.boolean(),
  /** It ships and says something else by now. */
  isChanged: z.boolean(),
  weekend: z.array(weekday).readonly(),
  /** By day. */
  days: z.array(specialDay).readonly(),
  gap: z.object({ fromYear: z.number().int(), note: words }).nullable(),
});

/** Within the lifetime of an agency; what lies outside is a slip. */
const plannedDay = day.refine((text) => text >= '2000-01-01' && text <= '2099-12-31');

export const mostDaysAtOnce = 1000;

const dayChange = z.object({
  day: plannedDay,
  /** Null: as it was before anybody changed it, its name as well. */
  isWorked: z.boolean().nullable(),
  title: optionalLine.optional(),
});

/** One change of the calendars; whatever it is, the plans of running handoffs may follow it. */
export const calendarChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choose'), code }),
  /** The copy is chosen at once. */
  z.object({ kind: z.literal('copy'), code, name: line }),
  z.object({ kind: z.literal('rename'), code, name: line }),
  z.object({ kind: z.literal('weekday'), code, weekday, isWorked: z.boolean() }),
  z.object({ kind: z.literal('days'), code, days: z.array(dayChange).min(1).max(mostDaysAtOnce) }),
  z.object({ kind: z.literal('reset'), code }),
  /** Only one's own; where it was chosen, the one that it was made from is chosen instead. */
  z.object({ kind: z.literal('remove'), code }),
]);

const itemMove = z.object({ itemId: id, title: z.string(), from: day, to: day });

export const unreadReasons = ['has_time', 'no_date', 'far_away', 'repeats', 'too_many', 'damaged'] as const;

export const workCalendars = {
  'settings.calendars': call(z.object({}), z.object({ chosen: z.string(), calendars: z.array(calendarView) })),
  /** What would happen to running handoffs: only items nobody touched move. */
  'settings.previewCalendar': call(
    z.object({ change: calendarChange }),
    z.object({
      moves: z.array(z.object({ handoffId: id, clientName: z.string(), items: z.array(itemMove) })),
    }),
  ),
  /** `movesItems`: the plans follow, in the same command. Refused with `calendar_without_work`. */
  'settings.changeCalendar': call(
    z.object({ commandId, change: calendarChange, movesItems: z.boolean() }),
    z.object({ revision: z.number().int() }),
  ),
  /** Asks for an ICS file and reads it; null when the dialog was closed. Refused with `calendar_unreadable`. */
  'settings.readCalendarFile': call(
    z.object({}),
    z.object({
      file: z
        .object({
          name: z.string(),
          days: z.array(z.object({ day, kind: dayKind, title: z.string() })).max(mostDaysAtOnce),
          unread: z.array(z.object({ title: z.string(), reason: z.enum(unreadReasons) })),
        })
        .nullable(),
    }),
  ),
} as const;

export type CalendarView = z.infer<typeof calendarView>;
export type SpecialDay = z.infer<typeof specialDay>;
export type CalendarChange = z.infer<typeof calendarChange>;
export type CalendarFile = NonNullable<z.infer<(typeof workCalendars)['settings.readCalendarFile']['output']>['file']>;
export type UnreadReason = (typeof unreadReasons)[number];
