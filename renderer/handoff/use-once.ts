import { useRef } from 'react';

/** Sends once at a time: a second Enter while the first is under way does nothing. */
export function useOnce(): (work: () => Promise<void>) => Promise<void> {
  const isSending = useRef(false);
  return async (work) => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      await work();
    } finally {
      isSending.current = false;
    }
  };
}
