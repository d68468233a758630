import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';

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

/** Sends once at a time: a second Enter while the first is under way does nothing. Ctrl Enter sends from every field. */
export function Form({ id, label, className, onSubmit, onCancel, sendsOnEnter = false, children }: FormProps) {
  const isSending = useRef(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    try {
      await onSubmit();
    } finally {
      isSending.current = false;
    }
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
    <form
      id={id}
      aria-label={label}
      className={className}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      {children}
    </form>
  );
}
