import { useEffect, useState } from 'react';
import { call } from '../../api.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';

type Known = CallOutput<'transfer.progress'>['progress'];

const askEveryMs = 150;

/** How far a job is, asked again and again while it runs; null without a job and before it is known. */
export function useProgress(jobId: string | null): Known {
  const [known, setKnown] = useState<{ readonly jobId: string; readonly progress: Known } | null>(null);
  useEffect(() => {
    if (jobId === null) return undefined;
    let isGone = false;
    const ask = () =>
      call('transfer.progress', { jobId }).then(
        (answer) => {
          if (!isGone) setKnown({ jobId, progress: answer.progress });
        },
        // The job itself says what went wrong.
        () => undefined,
      );
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [jobId]);
  return known?.jobId === jobId ? known.progress : null;
}
