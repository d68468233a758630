import { create } from 'zustand';

/** What hangs on a card: its menu, or the small form for the next step. One for the whole board. */
export interface CardPopup {
  readonly kind: 'menu' | 'next-step';
  readonly clientId: string;
  readonly anchor: Element;
}

export const useCardPopup = create<{ readonly popup: CardPopup | null }>(() => ({ popup: null }));

export function openCardPopup(popup: CardPopup): void {
  useCardPopup.setState({ popup });
}

export function closeCardPopup(): void {
  useCardPopup.setState({ popup: null });
}
