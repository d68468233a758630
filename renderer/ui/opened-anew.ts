import { call } from '../api.ts';

const listeners = new Set<() => void>();

/** What was known to be on the disk may not be in the file that is opened anew under the same page. */
export function whenOpenedAnew(forget: () => void): void {
  listeners.add(forget);
}

/** Opens one's own file once more; the page, and what is typed in it, stays. */
export async function openAnew(): Promise<void> {
  await call('settings.leaveSample', { pageStays: true });
  for (const forget of listeners) forget();
}
