import { classNames } from './class-names.ts';
import styles from './monogram.module.css';

export interface MonogramProps {
  readonly letters: string;
  /** Filled for the partner who works here: one's own clients are found at a glance. */
  readonly isMe?: boolean;
  /** Said by screen readers and shown on hover; leave out where the name stands beside it. */
  readonly name?: string | undefined;
}

export function Monogram({ letters, isMe = false, name }: MonogramProps) {
  const className = classNames(styles.monogram, isMe && styles.me);
  if (name === undefined) {
    return <span className={className} data-letters={letters} aria-hidden="true" />;
  }
  return <span className={className} data-letters={letters} role="img" aria-label={name} title={name} />;
}
