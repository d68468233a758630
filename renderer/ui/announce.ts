import { create } from 'zustand';

export type Urgency = 'polite' | 'assertive';

interface Announcements {
  readonly polite: string;
  readonly assertive: string;
}

export const useAnnouncements = create<Announcements>(() => ({ polite: '', assertive: '' }));

/** Screen readers say a region only when it changes: the same words again need a change nobody hears. */
const silentMark = '\u00a0';

/** Says a sentence to screen readers; assertive only for cancelled acts and errors. */
export function announce(sentence: string, urgency: Urgency = 'polite'): void {
  useAnnouncements.setState((now) => ({
    ...now,
    [urgency]: now[urgency] === sentence ? `${sentence}${silentMark}` : sentence,
  }));
}
