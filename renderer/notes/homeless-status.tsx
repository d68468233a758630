import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { copyText } from '../ui/copy.ts';
import { sentenceFor } from '../ui/error-sentences.ts';
import { showToast } from '../ui/toast.ts';
import { homelessText, saveHomelessText, useKeeping } from './quick-note-habits.ts';
import { RestoredWords } from './save-status.tsx';
import styles from './save-status.module.css';

export interface HomelessStatusProps {
  /** When the words were typed that came back from an earlier time; null when none did. */
  readonly restoredAt: string | null;
  readonly onDiscard: () => void;
}

/** What is true of words that belong to no client yet. */
export function HomelessStatus({ restoredAt, onDiscard }: HomelessStatusProps) {
  const { t } = useLingui();
  const { keptAt, problem } = useKeeping();
  if (problem !== null) {
    const copy = () => {
      if (copyText(homelessText())) showToast({ text: t`The text is in the clipboard` });
    };
    return (
      <div className={styles.line}>
        <span className={classNames(styles.words, styles.failed)} role="alert">
          <i className={styles.dot} data-status="failed" />
          <span>{sentenceFor(problem)}</span>
        </span>
        <Button size="small" onPress={() => void saveHomelessText()}>
          <Trans context="saving">Try again</Trans>
        </Button>
        <Button size="small" onPress={copy}>
          <Trans>Copy</Trans>
        </Button>
      </div>
    );
  }
  const isRestored = restoredAt !== null && keptAt === null;
  return (
    <div className={styles.line}>
      <span className={classNames(styles.words, styles.waiting)} role="status">
        <i className={styles.dot} data-status="draft" />
        <span>
          {isRestored ? (
            <RestoredWords at={restoredAt} />
          ) : keptAt === null ? (
            <Trans>Choose the client, and the note will be saved</Trans>
          ) : (
            <Trans>Kept on this computer. Choose the client</Trans>
          )}
        </span>
      </span>
      {isRestored && (
        <Button look="link" size="small" onPress={onDiscard}>
          <Trans>Discard the draft</Trans>
        </Button>
      )}
    </div>
  );
}
