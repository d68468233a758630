import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** The side bar is a rail of icons, by hand or because the window is narrow. */
export const narrowWindow = '(max-width: 1359px)';
/** Columns scroll sideways and the top bar drops its extras. */
export const smallWindow = '(max-width: 1100px)';
