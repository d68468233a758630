import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { holdsUnsentWords } from './form.tsx';
import styles from './popover.module.css';

/** Inside a popover: the first Escape over words that were not sent says so, the next one takes them away. */
export function UnsentGuard() {
  const { t } = useLingui();
  const place = useRef<HTMLParagraphElement>(null);
  const [isWarned, setWarned] = useState(false);
  const warning = t`Not sent yet. Escape once more closes this without it.`;
  useEffect(() => {
    const dialog = place.current?.closest('[role="dialog"]');
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.isComposing || isWarned) return;
      if (!(dialog instanceof Element) || isListOpen(event.target) || !holdsUnsentWords(dialog)) return;
      event.preventDefault();
      event.stopPropagation();
      setWarned(true);
      announce(warning);
    };
    const onInput = () => setWarned(false);
    // Before the layers of the page hear it.
    dialog?.addEventListener('keydown', onKeyDown, { capture: true });
    dialog?.addEventListener('input', onInput);
    return () => {
      dialog?.removeEventListener('keydown', onKeyDown, { capture: true });
      dialog?.removeEventListener('input', onInput);
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
