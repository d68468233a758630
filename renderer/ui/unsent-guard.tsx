import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { holdsUnsentWords } from './form.tsx';
import styles from './popover.module.css';

/** Inside a popover: a press outside of words that were not sent, and the first Escape, say so; the next Escape takes them away. */
export function UnsentGuard() {
  const { t } = useLingui();
  const place = useRef<HTMLParagraphElement>(null);
  const [isWarned, setWarned] = useState(false);
  const warning = t`Not sent yet. Escape closes this without it.`;
  useEffect(() => {
    const dialog = place.current?.closest('[role="dialog"]');
    const warn = () => {
      setWarned(true);
      announce(warning);
    };
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.isComposing || isWarned) return;
      if (!(dialog instanceof Element) || isListOpen(event.target) || !holdsUnsentWords(dialog)) return;
      event.preventDefault();
      event.stopPropagation();
      warn();
    };
    // On the page; lists and calendars that belong to the form lie above it as dialogs and lists of their own.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(dialog instanceof Element) || !(target instanceof Element) || isWarned) return;
      if (target.closest('[role="dialog"], [role="listbox"], [role="menu"]') === null && holdsUnsentWords(dialog))
        warn();
    };
    const onInput = () => setWarned(false);
    // Before the layers of the page hear it.
    dialog?.addEventListener('keydown', onKeyDown, { capture: true });
    dialog?.addEventListener('input', onInput);
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      dialog?.removeEventListener('keydown', onKeyDown, { capture: true });
      dialog?.removeEventListener('input', onInput);
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, [isWarned, warning]);
  return (
    <p ref={place} className={styles.unsent} hidden={!isWarned}>
      {warning}
    </p>
  );
}

/** Escape belongs to the list of a field first. */
function isListOpen(target: EventTarget | null): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true';
}
