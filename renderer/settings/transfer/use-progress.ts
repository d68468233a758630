import { useEffect, useState } from 'react';
import { call } from '../../api.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';

type Known = CallOutput<'transfer.progress'>['progress'];

const askEveryMs = 150;

/** How far a job is, asked again and again while it runs; null without a job and before it is known. */
export function useProgress(jobId: string | null): Known {
  const [known, setKnown] = useState<Known>(null);
  useEffect(() => {
    if (jobId === null) return undefined;
    let isGone = false;
    const ask = () =>
      call('transfer.progress', { jobId }).then(
        (answer) => {
          if (!isGone) setKnown(answer.progress);
        },
        // The job itself says what went wrong.
        () => undefined,
      );
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => {
      isGone = true;
      clearInterval(timer);
      // What is asked about next under this name is another part of the work.
      setKnown(null);
    };
  }, [jobId]);
  return known;
}
