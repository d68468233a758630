export function cardElement(clientId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(clientId)}"]`);
}

/** Nobody has gone elsewhere with the keyboard: the card may take the focus. */
export function isFocusFreeFor(clientId: string): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || cardElement(clientId)?.contains(focused) === true;
}
