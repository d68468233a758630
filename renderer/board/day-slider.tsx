import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useMemo } from 'react';
import { addDays, daysBetween } from '../../shared/calendar.ts';
import { formatWholeDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import styles from './day-slider.module.css';

export interface DaySliderProps {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly day: string;
  /** Days with a tick under the track. */
  readonly marks: readonly string[];
  readonly onChange: (day: string) => void;
}

const farStep = 30;

/** The system's own range: React Aria's slider can only say a number, and this one says its day. */
export function DaySlider({ firstDay, lastDay, day, marks, onChange }: DaySliderProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const span = Math.max(1, daysBetween(firstDay, lastDay));
  const position = daysBetween(firstDay, day);
  const ticks = useMemo(() => marks.map((mark) => `M${daysBetween(firstDay, mark)} 0V1`).join(''), [marks, firstDay]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.code === 'PageUp' ? farStep : event.code === 'PageDown' ? -farStep : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(addDays(day, step));
  };
  return (
    <div className={styles.slider}>
      <svg className={styles.ticks} viewBox={`0 0 ${span} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path d={ticks} vectorEffect="non-scaling-stroke" />
      </svg>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.travelled} style={{ width: `${(position / span) * 100}%` }} />
      </span>
      <input
        // The partner asked for the slider a moment ago.
        autoFocus
        type="range"
        className={styles.range}
        aria-label={t`Day`}
        aria-valuetext={formatWholeDay(language, day)}
        min={0}
        max={span}
        value={position}
        onChange={(event) => onChange(addDays(firstDay, event.target.valueAsNumber))}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
