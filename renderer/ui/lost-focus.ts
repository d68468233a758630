/** When what had the focus is taken off the page, the keyboard goes on at `next`. */
export function focusIfLost(next: () => Element | null | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const element = next();
    if (element instanceof HTMLElement) element.focus();
  });
}

/** Where the keyboard goes on when nothing nearer is left. */
export function mainOfPage(): Element | null {
  return document.querySelector('main');
}
