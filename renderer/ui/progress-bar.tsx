import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** Names the bar for screen readers: "Handoff". */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Said instead of a percentage: "12 of 27". */
  readonly words: string;
  readonly className?: string | undefined;
}

/** How much of something is done; takes the colour of its surroundings. */
export function ProgressBar({ label, done, total, words, className }: ProgressBarProps) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <AriaProgressBar
      aria-label={label}
      value={done}
      maxValue={Math.max(1, total)}
      valueLabel={words}
      className={classNames(styles.bar, className)}
    >
      <span className={styles.done} style={{ width: `${share * 100}%` }} />
    </AriaProgressBar>
  );
}
