import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { announce } from '../announce.ts';

/** Says how much was found once the typing rests; `of` is what was asked, null for nothing. */
export function useCountSpoken(of: string | null, count: number): void {
  const { t } = useLingui();
  const spoken = useRef<string | null>(null);
  useEffect(() => {
    if (of === null || of === spoken.current) return undefined;
    const timer = setTimeout(() => {
      spoken.current = of;
      announce(count === 0 ? t`Nothing found` : t`Found: ${count}`);
    }, 500);
    return () => clearTimeout(timer);
  }, [of, count, t]);
}
