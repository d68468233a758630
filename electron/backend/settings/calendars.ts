import path from 'node:path';
import { v5 } from 'uuid';
import { moveItems, readMoves } from '../../../db/handoff-redate.ts';
import type { Reader } from '../../../db/schema.ts';
import { readCalendars, saveCalendars } from '../../../db/work-calendars.ts';
import type { CalendarChange, workCalendars } from '../../../shared/contract/work-calendars.ts';
import type { Language } from '../../../shared/language.ts';
import { calendarIn, calendarViews, changeCalendars, type CalendarState } from '../../../shared/work-calendars.ts';
import { carryOut, type Context, type Handler } from '../context.ts';
import { readCalendarFile } from './read-calendar.ts';

/** Working days are a matter of the country; the language is the best guess. */
export const calendarOfLanguage = { ru: 'ru', en: 'weekdays' } as const satisfies Readonly<Record<Language, string>>;

const titles = { en: 'Choose a calendar with days off', ru: 'Выберите календарь с выходными' } as const;

type CalendarCall = keyof typeof workCalendars;

export function calendarHandlers(context: Context): { readonly [Name in CalendarCall]: Handler<Name> } {
  const { storage, desktop, clock, language } = context;

  async function states(reader: Reader, change: CalendarChange, newCode: string) {
    const before = await readCalendars(reader, calendarOfLanguage[language()]);
    return { before, after: changeCalendars(before, change, newCode) };
  }

  const movesOf = (
    reader: Reader,
    { before, after }: { readonly before: CalendarState; readonly after: CalendarState },
  ) => readMoves(reader, { before: calendarIn(before), after: calendarIn(after) }, language());

  return {
    'settings.calendars': async () => {
      const state = await readCalendars(storage.read, calendarOfLanguage[language()]);
      return { chosen: calendarIn(state).code, calendars: [...calendarViews(state)] };
    },
    'settings.previewCalendar': async ({ change }) => ({
      moves: await movesOf(storage.read, await states(storage.read, change, 'preview')),
    }),
    'settings.changeCalendar': (request) =>
      carryOut(context, 'settings.changeCalendar', request, async (writer, stamp) => {
        const both = await states(writer, request.change, v5('work calendar', request.commandId));
        if (request.movesItems) await moveItems(writer, stamp, await movesOf(writer, both));
        await saveCalendars(writer, stamp, both.before, both.after);
      }),
    'settings.readCalendarFile': async () => {
      const file = await desktop.openFile({ title: titles[language()], extension: 'ics' });
      if (file === null) return { file: null };
      return { file: { name: path.basename(file), ...(await readCalendarFile(file, clock.today())) } };
    },
  };
}
