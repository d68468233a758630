import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { classNames } from './class-names.ts';
import { ComboBox } from './combo-box.tsx';
import styles from './editable-text.module.css';
import { tooLong, useTooLong } from './too-long.ts';
import { useDraft } from './use-draft.ts';
import { useFocusBack } from './use-focus-back.ts';

export interface EditableNameProps {
  /** Names the field: "Owner". */
  readonly label: string;
  /** What the name belongs to, for those who hear the page: "Domain". */
  readonly of: string;
  readonly value: string;
  /** Names that come to mind first; any other may be typed. */
  readonly suggestions: readonly string[];
  /** Gets the trimmed text, only when it differs. Answers false when it was refused: the field stays open with it. */
  readonly onCommit: (value: string) => Promise<boolean>;
  readonly placeholder: string;
  /** What to think of while typing; nothing is refused for it. */
  readonly warningFor?: (text: string) => string | undefined;
  readonly lang?: string | undefined;
}

/** Longer than any name or list of names. */
const longest = 400;

/** A name that is edited where it stands: click or Enter begins, Enter, a choice or leaving commits, Escape puts it back. */
export function EditableName(props: EditableNameProps) {
  const { label, of, value, suggestions, onCommit, placeholder, warningFor, lang } = props;
  const field = useRef<HTMLDivElement>(null);
  const isTaken = useRef(false);
  const draft = useDraft({
    field,
    label: `${label} (${of})`,
    problemOf: (text) => tooLong(text, longest),
    save: async (text) => {
      const trimmed = text.trim();
      return trimmed === value || (tooLong(text, longest) === undefined && onCommit(trimmed));
    },
  });
  const length = useTooLong(draft.text ?? '', longest);
  const shown = useFocusBack(draft.text !== null);
  if (draft.text === null) {
    return (
      <button
        ref={shown}
        type="button"
        className={classNames(styles.text, value === '' && styles.placeholder)}
        aria-label={`${label} (${of}): ${value === '' ? placeholder : value}`}
        lang={lang}
        onClick={() => draft.type(value)}
      >
        {value === '' ? placeholder : value}
      </button>
    );
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      draft.type(null);
    }
    // With the arrows on a suggestion Enter takes that one.
    const isOnSuggestion = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !isOnSuggestion) {
      event.preventDefault();
      event.stopPropagation();
      void draft.commit();
    }
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) void draft.commit();
  };
  return (
    <div ref={field} className={styles.name} onKeyDownCapture={onKeyDown} onBlur={onBlur}>
      <ComboBox
        label={`${label} (${of})`}
        isLabelHidden
        options={suggestions.map((name) => ({ id: name, label: name }))}
        value={null}
        onChange={(name) => {
          if (name === null) return;
          draft.type(name);
          // The box empties its text after a choice: that is not typed by anybody.
          isTaken.current = true;
          void draft.commit().finally(() => {
            isTaken.current = false;
          });
        }}
        text={draft.text}
        onTextChange={(text) => {
          if (!isTaken.current) draft.type(text);
        }}
        error={length ?? warningFor?.(draft.text)}
        autoFocus
      />
    </div>
  );
}
