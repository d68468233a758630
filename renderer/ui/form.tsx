import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { beforeLeaving } from './closing.ts';

export interface FormProps {
  readonly id?: string;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly onSubmit: () => void | Promise<void>;
  /** Escape leaves the form, where it does not stand in a popover or dialog that Escape closes. */
  readonly onCancel?: () => void;
  /** Enter alone sends a text of several lines too; Shift Enter breaks the line. */
  readonly sendsOnEnter?: boolean;
  readonly children: ReactNode;
}

const firstWords = new WeakMap<HTMLFormElement, string>();

/** Whether a form in this part of the page holds words that were typed and not sent. */
export function holdsUnsentWords(part: Element): boolean {
  return [...part.querySelectorAll('form')].some((form) => {
    const first = firstWords.get(form);
    return first !== undefined && wordsIn(form) !== first;
  });
}

/**
 * Sends once at a time: a second Enter while the first is under way does nothing. Ctrl Enter sends from every field. What
 * is typed in it and not sent is asked about before the window closes.
 */
export function Form({ id, label, className, onSubmit, onCancel, sendsOnEnter = false, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<Promise<void>>(null);
  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    const first = wordsIn(element);
    firstWords.set(element, first);
    return beforeLeaving(element, async () => {
      await sending.current;
      return !element.isConnected || wordsIn(element) === first;
    });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.current ??= Promise.resolve()
      .then(onSubmit)
      .finally(() => {
        sending.current = null;
      });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation();
      onCancel();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const isPlain = sendsOnEnter && !event.shiftKey && event.target instanceof HTMLTextAreaElement;
    if (!isPlain && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form ref={form} id={id} aria-label={label} className={className} onSubmit={submit} onKeyDown={onKeyDown}>
      {children}
    </form>
  );
}

/** What stands in the fields for text; an empty one that was added or taken away makes no difference. */
function wordsIn(form: HTMLFormElement): string {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="checkbox"], [type="radio"], [hidden])',
  );
  return [...fields]
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join('\n');
}
