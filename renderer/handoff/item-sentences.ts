import { msg } from '@lingui/core/macro';
import type { DayRefusal } from '../../shared/handoff/moves.ts';
import type { Week } from '../../shared/handoff/plan.ts';
import { weekNames } from '../../shared/handoff/words.ts';
import { today } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { useSession } from '../ui/session.ts';
import { i18n } from '../ui/words.ts';

// What screen readers hear about a move between weeks, and what the notices and the bar at the foot show.

function dayWords(day: string): string {
  return formatShortDay(useSession.getState().language, day, today());
}

function weekWords(week: Week): string {
  return weekNames[week][useSession.getState().language];
}

/** Why an item may not be due then; begins small, to stand behind a colon. */
export function whyNot({ code, because }: DayRefusal): string {
  const [first] = because;
  const title = first?.title ?? '';
  const day = first === undefined ? '' : dayWords(first.dueOn);
  switch (code) {
    case 'day_outside_handoff':
      return i18n.t(msg`outside the handoff`);
    case 'day_not_worked':
      return i18n.t(msg`nobody works then`);
    case 'day_before_predecessor':
      return i18n.t(msg`first comes “${title}”, due ${day}`);
    case 'day_after_dependent':
      return i18n.t(msg`“${title}” waits for it, due ${day}`);
  }
}

export function notThere(refusal: DayRefusal): string {
  const why = whyNot(refusal);
  return i18n.t(msg`Not here: ${why}`);
}

/** The same under the field of a day. */
export function dayProblem(refusal: DayRefusal): string {
  const why = whyNot(refusal);
  return i18n.t(msg`Not on this day: ${why}`);
}

export function notInWeek(at: Week, refusal: DayRefusal): string {
  const week = weekWords(at);
  const why = notThere(refusal);
  return i18n.t(msg`${week}. ${why}`);
}

export function itemPickedUp(title: string, at: Week): string {
  const week = weekWords(at);
  return i18n.t(msg`“${title}” picked up. ${week}. Arrows move between the weeks, Space drops, Escape cancels`);
}

export function itemMovedTo(at: Week, dueOn: string): string {
  const week = weekWords(at);
  const day = dayWords(dueOn);
  return i18n.t(msg`${week}, ${day}`);
}

export function itemDropped(title: string, at: Week, dueOn: string): string {
  const week = weekWords(at);
  const day = dayWords(dueOn);
  return i18n.t(msg`“${title}” is now in “${week}”, due ${day}`);
}

export function itemCancelled(title: string, at: Week): string {
  const week = weekWords(at);
  return i18n.t(msg`Cancelled. “${title}” is back in “${week}”`);
}

export function itemStays(title: string, at: Week): string {
  const week = weekWords(at);
  return i18n.t(msg`“${title}” stays in “${week}”`);
}
