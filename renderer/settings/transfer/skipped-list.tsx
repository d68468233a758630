import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Skipped, SkipReason } from '../../../shared/contract/transfer.ts';
import { Fold } from '../../ui/fold.tsx';
import styles from './transfer.module.css';

interface SkippedListProps {
  /** The first of them. */
  readonly skipped: readonly Skipped[];
  readonly count: number;
  /** The import is done: this is what did not come in. */
  readonly isDone?: boolean;
}

/** What is left out, file by file, and why. */
export function SkippedList({ skipped, count, isDone = false }: SkippedListProps) {
  const { t } = useLingui();
  const words = useReasons();
  if (count === 0) return null;
  const rest = count - skipped.length;
  return (
    <Fold
      title={isDone ? t({ message: 'Left out', context: 'import' }) : t`Left out`}
      summary={String(count)}
      level={3}
      memory={isDone ? 'import left out, done' : 'import left out'}
      isOpenFirst={isDone}
    >
      <ul className={styles.skipped}>
        {skipped.map(({ name, row, reason }) => (
          <li key={`${name} ${row ?? ''}`}>
            <span className={styles.file}>{row === null ? name : t`row ${row}`}</span>
            <span className={styles.reason}>{words[reason]}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.quiet}>{t`${plural(rest, { one: 'and # more', other: 'and # more' })}`}</p>}
    </Fold>
  );
}

function useReasons(): Readonly<Record<SkipReason, string>> {
  const { t } = useLingui();
  return {
    too_big: t`longer than a note may be`,
    too_much: t`too much text at once: import the folder in parts`,
    not_text: t`not a text`,
    unreadable: t`cannot be read`,
    outside: t`leads out of the folder`,
    empty: t`nothing is written in it`,
    no_date: t`no date that can be read`,
    repeated: t`the same note came before`,
    client_skipped: t`its client is left out`,
    in_trash: t`lies in the trash with its client`,
  };
}
