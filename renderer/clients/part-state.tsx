import { useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import styles from './part-state.module.css';
import type { Part } from './use-part.ts';

/** What stands in the place of a part of the page that is not there yet; over one that could not be read, or read again. */
export function PartState({ part }: { readonly part: Part<unknown> }) {
  const { t } = useLingui();
  if (part.status === 'ready' && part.problem === null) return null;
  if (part.status === 'loading')
    return (
      <AfterPause>
        <div className={styles.loading}>
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      </AfterPause>
    );
  return (
    <p className={styles.problem} role="alert">
      <span>
        {part.status === 'ready' ? t`This may be out of date: it could not be read again.` : sentenceFor(part.problem)}
      </span>
      <Button look="link" size="small" onPress={part.retry}>{t`Try again`}</Button>
    </p>
  );
}
