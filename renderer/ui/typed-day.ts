import { type CalendarDate, parseDate } from '@internationalized/date';
import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DateFieldState } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { today } from './clock.ts';
import { beforeLeaving } from './closing.ts';
import { type FieldPlace, keepWords } from './kept-words.ts';
import { placeOf } from './use-draft.ts';

/** A year of fewer digits is still being typed. */
const firstYear = 1000;
/** “26” is meant as 2026, “98” as 1998. */
const century = 2000;
const yearsAhead = 20;

export interface TypedDayProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** Enter was pressed on a day that is whole, or on none; without it Enter sends the form around. */
  readonly onEnter?: () => void;
  /** Puts back what was saved; false when there is nothing to put back, and Escape is somebody else's. */
  readonly onEscape?: () => boolean;
  /** Saves the day before the page goes; true when it is on the disk. */
  readonly onLeave?: () => Promise<boolean>;
  /**
   * Saves a day that was typed when another page took the place of this one; what is no day, and what is refused then, is
   * kept in sight.
   */
  readonly onGone?: (day: string) => Promise<boolean>;
}

export interface TypedDay {
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  /** Told by the parts of the field whenever they are drawn. */
  readonly watch: (state: DateFieldState | null) => void;
  readonly onBlur: () => void;
  /** Makes a day of what can be meant as one. */
  readonly settle: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A part is missing: such a day is not sent, and what stands there is not taken away in silence. */
  readonly isUnfinished: boolean;
  /** What is missing, said when the day is to be sent or, outside of a form, when it is left. */
  readonly problem: string | undefined;
}

/** A day typed part by part: years that are passed through are told to nobody, and half a day is no day. */
export function useTypedDay(box: RefObject<Element | null>, props: TypedDayProps): TypedDay {
  const { t } = useLingui();
  const { label, value, onChange, onEnter, onEscape, onLeave, onGone } = props;
  const state = useRef<DateFieldState | null>(null);
  const [early, setEarly] = useState<CalendarDate | null>(null);
  const latestEarly = useRef<CalendarDate | null>(null);
  const [isPartial, setPartial] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setEarly(null);
  }
  const keepEarly = (date: CalendarDate | null) => {
    latestEarly.current = date;
    setEarly(date);
  };
  const take = (date: CalendarDate | null) => {
    const isEarly = date !== null && date.year < firstYear;
    keepEarly(isEarly ? date : null);
    if (!isEarly) onChange(date?.toString() ?? null);
  };
  const settle = () => {
    // What cannot be, such as February 31, becomes the last day of its month.
    state.current?.confirmPlaceholder();
    const typed = latestEarly.current;
    if (typed !== null && typed.year < 100) take(inFull(typed));
  };
  const isUnfinished = isPartial || early !== null;
  const missing = isPartial ? t`Write day, month and year, or empty all three.` : t`Write the year in four digits.`;
  if (isAsked && !isUnfinished) setAsked(false);

  const ask = useEffectEvent(() => setAsked(true));
  useEffect(() => {
    const form = box.current?.closest('form');
    const onSubmit = () => ask();
    form?.addEventListener('submit', onSubmit, { capture: true });
    return () => form?.removeEventListener('submit', onSubmit, { capture: true });
  }, [box]);

  const leave = useEffectEvent(async () => {
    flushSync(settle);
    if (!isHalf(state.current) && latestEarly.current === null) return onLeave === undefined || onLeave();
    setAsked(true);
    return false;
  });
  const gone = useEffectEvent(async (place: FieldPlace) => {
    if (onGone === undefined) return;
    const typed = latestEarly.current;
    const day = typed !== null && typed.year < 100 ? inFull(typed).toString() : null;
    const save = async () => day !== null && onGone(day);
    if (await save().catch(() => false)) return;
    const problem = day === null ? missing : undefined;
    keepWords({ ...place, label, words: wordsOf(state.current), problem, save });
  });
  useEffect(() => {
    const element = box.current;
    if (!isUnfinished || element === null) return undefined;
    const place = placeOf(element);
    const forget = beforeLeaving(element, () => leave());
    return () => {
      forget();
      if (!element.isConnected) void gone(place);
    };
  }, [box, isUnfinished]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onEscape !== undefined) {
      const isTaken = onEscape();
      if (!isTaken && !isUnfinished) return;
      keepEarly(null);
      // The parts show the day again that stood there before.
      state.current?.setValue(state.current.value);
      event.stopPropagation();
    }
    if (event.key !== 'Enter') return;
    // Whatever Enter sends has to know the day.
    flushSync(() => {
      settle();
      setAsked(true);
    });
    event.preventDefault();
    if (onEnter === undefined) box.current?.closest('form')?.requestSubmit();
    else if (!isPartial && latestEarly.current === null) onEnter();
  };

  return {
    value: early ?? (value === null ? null : parseDate(value)),
    onChange: take,
    watch: (now) => {
      state.current = now;
      setPartial(isHalf(now));
    },
    onBlur: () => {
      settle();
      // A form asks when it is sent: a sentence that comes up under the pointer would move its button away.
      if (!box.current?.closest('form')) setAsked(true);
    },
    settle,
    onKeyDown,
    isUnfinished,
    problem: isUnfinished && isAsked ? missing : undefined,
  };
}

function isHalf(state: DateFieldState | null): boolean {
  const parts = state?.segments.filter(({ isEditable }) => isEditable) ?? [];
  const empty = parts.filter(({ isPlaceholder }) => isPlaceholder).length;
  return empty > 0 && empty < parts.length;
}

function wordsOf(state: DateFieldState | null): string {
  return (state?.segments ?? []).map(({ text, isPlaceholder }) => (isPlaceholder ? '…' : text)).join('');
}

function inFull(typed: CalendarDate): CalendarDate {
  const year = century + typed.year;
  const isNear = year <= Number(today().slice(0, 4)) + yearsAhead;
  return typed.set({ year: isNear ? year : year - 100 });
}
