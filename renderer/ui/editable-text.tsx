import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './editable-text.module.css';
import { Icon } from './icon.tsx';
import { useDraft } from './use-draft.ts';
import { useFocusBack } from './use-focus-back.ts';

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
  /** Why a text cannot be saved: said when it is to be saved, and the text stays in the field. */
  readonly problemOf?: (text: string) => string | undefined;
  /** How it was understood, while it is typed. */
  readonly hintFor?: (text: string) => string | undefined;
  /** What to think of while typing; nothing is refused for it. */
  readonly warningFor?: (text: string) => string | undefined;
  readonly className?: string | undefined;
}

/** Text that is edited where it stands: click or Enter begins, Enter or leaving commits, Escape puts the old text back. */
export function EditableText(props: EditableTextProps) {
  const { label, value, onCommit, placeholder = '', allowsEmpty = false, isMultiline = false, maxLength = 200 } = props;
  const { problemOf, hintFor, lang, warningFor, className } = props;
  const [isSending, setSending] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const draft = useDraft(field, async (text) => {
    const trimmed = text.trim();
    let isKept = trimmed === value || (trimmed === '' && !allowsEmpty);
    if (!isKept && problemOf?.(trimmed) !== undefined) {
      setAsked(true);
      return false;
    }
    if (!isKept) {
      setSending(true);
      isKept = await onCommit(trimmed).finally(() => setSending(false));
    }
    return isKept;
  });
  const shown = useFocusBack(draft.text !== null);

  const warning = warningFor?.(draft.text ?? value);
  if (draft.text === null) {
    return (
      <>
        <button
          ref={shown}
          type="button"
          className={classNames(styles.text, value === '' && styles.placeholder, className)}
          aria-label={`${label}: ${value === '' ? placeholder : value}`}
          lang={lang}
          onClick={() => draft.type(value)}
        >
          {value === '' ? placeholder : value}
        </button>
        <Warning text={warning} />
      </>
    );
  }

  const problem = isAsked ? problemOf?.(draft.text.trim()) : undefined;
  const hint = hintFor?.(draft.text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (isSending) return;
      draft.type(null);
    }
    if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void draft.commit();
    }
  };
  return (
    <>
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
        value={draft.text}
        readOnly={isSending}
        onChange={(event) => {
          setAsked(false);
          draft.type(isMultiline ? event.target.value : event.target.value.replaceAll('\n', ' '));
        }}
        onFocus={({ target }) => {
          // A whole text is gone on with, a line is often written anew.
          if (target.value.includes('\n')) target.setSelectionRange(target.value.length, target.value.length);
          else target.select();
        }}
        onBlur={() => void draft.commit()}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && (
        <p className={styles.warning} role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && problem === undefined && (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      )}
      <Warning text={warning} />
    </>
  );
}

function Warning({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className={styles.warning} role="alert">
      <Icon name="lock" size={14} />
      {text}
    </p>
  );
}
