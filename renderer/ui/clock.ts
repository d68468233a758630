import { useSyncExternalStore } from 'react';

/** The local calendar day as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

export function today(): string {
  return dayOf(new Date());
}

function subscribe(listener: () => void): () => void {
  // A minute is fine enough for a day; coming back to the window after sleep must not wait even that long.
  const timer = setInterval(listener, 60_000);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Today, also after midnight: components that show relative days render again. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, today);
}
