import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { call } from '../api.ts';
import { Progress } from '../ui/progress.tsx';
import styles from './refusal-page.module.css';

const askEveryMs = 200;

/** While a broken file is read, which takes a minute or more of a large one. */
export function SalvageProgress() {
  const { t } = useLingui();
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    const ask = () =>
      call('safety.salvageProgress', {}).then(
        (answer) => setPercent(answer.percent),
        // The salvage itself says what went wrong.
        () => undefined,
      );
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.progress}>
      <Progress
        label={t`Reading what the file still holds`}
        progress={percent === null ? null : { done: percent, total: 100 }}
        isPercent
      />
    </div>
  );
}
