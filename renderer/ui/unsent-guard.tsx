import { useEffect, useEffectEvent, useRef } from 'react';
import { saveFieldsIn } from './closing.ts';
import { holdsHalfADay, holdsUnsentWords } from './form.tsx';
import { useUnsentWarning } from './unsent-warning.tsx';
import { holdsDraft } from './use-draft.ts';

/** What lies above a small form or dialog: lists and calendars of its own, and notices. */
const above = '[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"], [data-react-aria-top-layer]';

/** Whether a press outside may take this part of the page away at once. */
export function isFreeToGo(part: Element | null): boolean {
  return part === null || (!holdsUnsentWords(part) && !holdsDraft(part) && !holdsHalfADay(part));
}

/**
 * Inside a popover or dialog: a press outside of words that were not sent, and the first Escape, say so; the next Escape
 * takes them away. Fields that save themselves are saved by a press outside, which closes it only when they were.
 */
export function UnsentGuard({ onClose }: { readonly onClose: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const warning = useUnsentWarning();
  const { isWarned } = warning;
  const warn = useEffectEvent(warning.warn);
  const forget = useEffectEvent(warning.forget);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const dialog = place.current?.closest('[role="dialog"], [role="alertdialog"]');
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.isComposing || isWarned) return;
      if (!(dialog instanceof Element) || isTaken(event.target) || !holdsUnsentWords(dialog)) return;
      event.preventDefault();
      event.stopPropagation();
      warn();
    };
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(dialog instanceof Element) || !(target instanceof Element)) return;
      if (target.closest(above) !== null || isFreeToGo(dialog)) return;
      const leave = () => saveFieldsIn(dialog).then((isSaved) => (isSaved ? close() : warn()));
      if (!holdsHalfADay(dialog)) return void leave();
      // The field that is left by the press makes a day of what is typed, or says what is missing.
      setTimeout(() => holdsHalfADay(dialog) || void leave());
    };
    const onInput = () => forget();
    // Before the layers of the page hear it.
    dialog?.addEventListener('keydown', onKeyDown, { capture: true });
    dialog?.addEventListener('input', onInput);
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      dialog?.removeEventListener('keydown', onKeyDown, { capture: true });
      dialog?.removeEventListener('input', onInput);
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, [isWarned]);
  return (
    <div ref={place} hidden={!isWarned}>
      {warning.sentence}
    </div>
  );
}

/** Escape belongs to the list of a field first, and to a form inside that it closes alone. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.getAttribute('aria-expanded') === 'true' || target.closest('form[data-cancels]') !== null;
}
