import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './editable-text.module.css';

export interface EditableTextProps {
  /** Names the field: "Client's name". */
  readonly label: string;
  readonly value: string;
  /** Gets the trimmed text, only when it differs. Answers false when it was refused: the field stays open with it. */
  readonly onCommit: (value: string) => Promise<boolean>;
  /** Shown and pressed where there is no text yet. */
  readonly placeholder?: string;
  readonly allowsEmpty?: boolean;
  /** Enter commits in one line; with several lines Ctrl Enter does. */
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
  readonly lang?: string | undefined;
  readonly className?: string | undefined;
}

/** Text that is edited where it stands: click or Enter begins, Enter or leaving commits, Escape puts the old text back. */
export function EditableText(props: EditableTextProps) {
  const { label, value, onCommit, placeholder = '', allowsEmpty = false, isMultiline = false, maxLength = 200 } = props;
  const { lang, className } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const isLocked = useRef(false);
  const shown = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const close = () => {
    // Whoever went on elsewhere while the text was being kept stays there.
    if (document.activeElement === field.current) requestAnimationFrame(() => shown.current?.focus());
    setDraft(null);
  };
  const commit = async (text: string) => {
    // Enter and leaving come together; one of them is enough.
    if (isLocked.current) return;
    const trimmed = text.trim();
    if (trimmed === value || (trimmed === '' && !allowsEmpty)) return close();
    isLocked.current = true;
    setSending(true);
    const isKept = await onCommit(trimmed);
    isLocked.current = false;
    setSending(false);
    if (isKept) close();
  };

  if (draft === null) {
    return (
      <button
        ref={shown}
        type="button"
        className={classNames(styles.text, value === '' && styles.placeholder, className)}
        aria-label={`${label}: ${value === '' ? placeholder : value}`}
        lang={lang}
        onClick={() => setDraft(value)}
      >
        {value === '' ? placeholder : value}
      </button>
    );
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (!isLocked.current) close();
    }
    if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit(draft);
    }
  };
  return (
    <textarea
      // The partner asked for this field a moment ago.
      autoFocus
      ref={field}
      rows={1}
      className={classNames(styles.input, className)}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      lang={lang}
      value={draft}
      readOnly={isSending}
      onChange={(event) => setDraft(isMultiline ? event.target.value : event.target.value.replaceAll('\n', ' '))}
      onFocus={(event) => event.target.select()}
      onBlur={() => void commit(draft)}
      onKeyDown={onKeyDown}
    />
  );
}
