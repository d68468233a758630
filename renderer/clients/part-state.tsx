import { useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import styles from './part-state.module.css';
import type { Part } from './use-part.ts';

/** What stands in the place of a part of the page that is not there yet, or could not be read. */
export function PartState({ part }: { readonly part: Part<unknown> }) {
  const { t } = useLingui();
  if (part.status === 'ready') return null;
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
      {sentenceFor(part.problem)}
      <Button look="link" size="small" onPress={part.retry}>{t`Try again`}</Button>
    </p>
  );
}
