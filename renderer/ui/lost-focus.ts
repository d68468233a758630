let onTheirWay = 0;

/** Whether a field that closed a moment ago is about to give the focus back to its own place. */
export function isFocusOnItsWay(): boolean {
  return onTheirWay > 0;
}

/** When what had the focus is taken off the page, the keyboard goes on at `next`. */
export function focusIfLost(next: () => Element | null | undefined): void {
  onTheirWay += 1;
  requestAnimationFrame(() => {
    onTheirWay -= 1;
    if (document.activeElement !== document.body) return;
    const element = next();
    if (element instanceof HTMLElement) element.focus();
  });
}

/** Where the keyboard goes on when nothing nearer is left. */
export function mainOfPage(): Element | null {
  return document.querySelector('main');
}
