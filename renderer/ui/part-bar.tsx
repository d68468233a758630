import { classNames } from './class-names.ts';
import styles from './part-bar.module.css';

interface PartBarProps {
  /** Which of the parts are done, in their order. */
  readonly parts: readonly { readonly id: string; readonly isDone: boolean }[];
  /** As wide as its place; else each part has one width. */
  readonly isWide?: boolean;
}

/** How many of a few things are done; always beside words that say the same. */
export function PartBar({ parts, isWide = false }: PartBarProps) {
  return (
    <span className={classNames(styles.bar, isWide && styles.wide)} aria-hidden="true">
      {parts.map(({ id, isDone }) => (
        <span key={id} data-done={isDone ? '' : undefined} />
      ))}
    </span>
  );
}
