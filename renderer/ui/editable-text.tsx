import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './editable-text.module.css';
import { Icon } from './icon.tsx';
import { tooLong, useTooLong } from './too-long.ts';
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

/** A button is called by all of its name at once: a longer text is read beside it. */
const longestName = 200;

/** Text that is edited where it stands: click or Enter begins, Enter or leaving commits, Escape puts the old text back. */
export function EditableText(props: EditableTextProps) {
  const { label, value, onCommit, placeholder = '', allowsEmpty = false, isMultiline = false, maxLength = 200 } = props;
  const { problemOf, hintFor, lang, warningFor, className } = props;
  const [isSending, setSending] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const whyNot = (text: string) => tooLong(text, maxLength) ?? problemOf?.(text.trim());
  const draft = useDraft({
    field,
    label,
    problemOf: whyNot,
    save: async (text) => {
      const trimmed = text.trim();
      if (trimmed === value || (trimmed === '' && !allowsEmpty)) return true;
      if (whyNot(text) !== undefined) {
        setAsked(true);
        return false;
      }
      setSending(true);
      return onCommit(trimmed).finally(() => setSending(false));
    },
  });
  const length = useTooLong(draft.text ?? '', maxLength);
  const shown = useFocusBack(draft.text !== null);

  const warning = warningFor?.(draft.text ?? value);
  if (draft.text === null) {
    const begin = () => draft.type(value);
    return (
      <>
        {value.length > longestName ? (
          <span className={classNames(styles.text, styles.long, className)} lang={lang}>
            {value}
            <button ref={shown} type="button" className={styles.cover} aria-label={label} onClick={begin} />
          </span>
        ) : (
          <button
            ref={shown}
            type="button"
            className={classNames(styles.text, value === '' && styles.placeholder, className)}
            aria-label={`${label}: ${value === '' ? placeholder : value}`}
            lang={lang}
            onClick={begin}
          >
            {value === '' ? placeholder : value}
          </button>
        )}
        <Warning text={warning} />
      </>
    );
  }

  const problem = length ?? (isAsked ? problemOf?.(draft.text.trim()) : undefined);
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
        lang={lang}
        value={draft.text}
        aria-invalid={problem !== undefined}
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
      <Warning text={warning} isTyping />
    </>
  );
}

interface WarningProps {
  readonly text: string | undefined;
  readonly isTyping?: boolean;
}

/** Interrupts whoever types; where it has stood for long it is only read. */
function Warning({ text, isTyping = false }: WarningProps) {
  if (text === undefined) return null;
  return (
    <p className={styles.warning} role={isTyping ? 'alert' : undefined}>
      <Icon name="lock" size={14} />
      {text}
    </p>
  );
}
