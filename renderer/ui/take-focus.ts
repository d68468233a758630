const patience = 30;

/**
 * Gives the heading of a card, or of a step of a plan, the focus. A menu or a dialog that is just closing leaves the page
 * inert for some frames, so it is asked for again until it is there.
 */
export function takeFocus(heading: HTMLElement | null, isSeen: boolean): void {
  let framesLeft = patience;
  const tryOnce = () => {
    if (heading === null || !heading.isConnected) return;
    heading.focus(isSeen ? {} : { focusVisible: false });
    framesLeft -= 1;
    if (document.activeElement !== heading && framesLeft > 0) requestAnimationFrame(tryOnce);
  };
  tryOnce();
}
