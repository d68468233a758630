import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { beforeLeaving } from './closing.ts';
import { useUnsentWarning } from './unsent-warning.tsx';

export interface FormProps {
  readonly id?: string;
  readonly label?: string;
  readonly className?: string | undefined;
  /** Answers false when nothing was sent: what is typed is then still to be asked about. */
  readonly onSubmit: () => Promise<boolean>;
  /**
   * Escape leaves the form, where it does not stand in a popover or dialog that Escape closes; with unsent words in it,
   * only the second one does. Such a form opens in the middle of a page, and comes into sight.
   */
  readonly onCancel?: () => void;
  /** Enter alone sends a text of several lines too; Shift Enter breaks the line. */
  readonly sendsOnEnter?: boolean;
  readonly children: ReactNode;
}

/** Whether a day stands in this part of the page that is not whole. */
export function holdsHalfADay(part: Element): boolean {
  return part.querySelector('[data-unfinished]') !== null;
}

/** The words with which a form is left without a question: those it began with, and those it sent last. */
interface Settled {
  readonly first: string;
  readonly sent: string | null;
}

const settled = new WeakMap<HTMLFormElement, Settled>();

function isUnsent(form: HTMLFormElement): boolean {
  const { first, sent } = settled.get(form) ?? {};
  const words = wordsIn(form);
  return first !== undefined && (holdsHalfADay(form) || (words !== first && words !== sent));
}

function settle(form: HTMLFormElement, changed: Partial<Settled>): void {
  settled.set(form, { first: '', sent: null, ...settled.get(form), ...changed });
}

/** Whether a form in this part of the page holds words that were typed and not sent. */
export function holdsUnsentWords(part: Element): boolean {
  return [...part.querySelectorAll('form')].some(isUnsent);
}

/**
 * Sends once at a time: a second Enter while the first is under way does nothing. Ctrl Enter sends from every field. What
 * is typed in it and not sent is asked about before the window closes.
 */
export function Form({ id, label, className, onSubmit, onCancel, sendsOnEnter = false, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<Promise<unknown>>(null);
  const warning = useUnsentWarning();
  const [refusals, setRefusals] = useState(0);
  const isInPlace = onCancel !== undefined;
  useEffect(() => {
    if (isInPlace) form.current?.scrollIntoView({ block: 'nearest' });
  }, [isInPlace]);
  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    settle(element, { first: wordsIn(element) });
    return beforeLeaving(element, async () => {
      await sending.current;
      return !element.isConnected || !isUnsent(element);
    });
  }, []);
  // Drawn with what the refusal changed: the keyboard goes on in the first field that is wrong.
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>(refused)?.focus();
  }, [refusals]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    // A form that stands above this one sends itself alone.
    if (event.target !== element) return;
    event.preventDefault();
    if (showUnsendable(element)) return;
    const words = wordsIn(element);
    sending.current ??= onSubmit()
      // A form that goes, or begins anew, does so a moment later: its words are on the disk already.
      .then((isSent) => (isSent ? settle(element, { sent: words }) : setRefusals((times) => times + 1)))
      .finally(() => {
        sending.current = null;
      });
  };
  const onKeyDownCapture = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!isWithin(event)) return;
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey) || event.nativeEvent.isComposing) return;
    // A button would take the key for a press, before the form hears of it; a date makes up its day first.
    if (event.target instanceof Element && event.target.role !== 'spinbutton') send(event);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // Of a word that is still being composed, Escape and Enter are its own.
    if (!isWithin(event) || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation();
      if (warning.isWarned || !isUnsent(event.currentTarget)) onCancel();
      else warning.warn();
    }
    const isPlain = sendsOnEnter && !event.shiftKey && event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && isPlain) send(event);
  };
  return (
    <form
      ref={form}
      id={id}
      aria-label={label}
      className={className}
      data-cancels={onCancel === undefined ? undefined : ''}
      onSubmit={submit}
      onInput={({ currentTarget }) => {
        settle(currentTarget, { sent: null });
        warning.forget();
      }}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      {children}
      {warning.sentence}
    </form>
  );
}

const tooLong = '[data-too-long] :is(input, textarea)';
const refused = '[data-invalid] :is(input, textarea)';
const unfinished = '[data-unfinished] :is([role="spinbutton"][data-placeholder], [data-type="year"])';

/** A list, calendar or form that a field opens above the page tells this form of its keys too, and they are its own. */
function isWithin({ currentTarget, target }: KeyboardEvent<HTMLFormElement>): boolean {
  return target instanceof Node && currentTarget.contains(target);
}

function send(event: KeyboardEvent<HTMLFormElement>): void {
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.requestSubmit();
}

/** Leads to the first text that is too long to be sent, or to what is missing of a day; false when there is neither. */
export function showUnsendable(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>(`${tooLong}, ${unfinished}`);
  field?.focus();
  return field !== null;
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
