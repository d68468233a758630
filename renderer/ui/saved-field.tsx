import { useCallback, useRef, useState } from 'react';
import { TextArea, TextField, type TextFieldProps } from './text-field.tsx';
import { tooLong } from './too-long.ts';
import { useDraft } from './use-draft.ts';

export interface SavedFieldProps extends Pick<
  TextFieldProps,
  'label' | 'aside' | 'hint' | 'maxLength' | 'inputMode' | 'placeholder' | 'autoFocus'
> {
  readonly saved: string;
  /** Gets the trimmed text, only when it differs. Answers false when it was refused: the text stays in the field. */
  readonly onSave: (text: string) => Promise<boolean>;
  /** Emptied, it shows what is saved again. */
  readonly isRequired?: boolean;
  /** Why a text cannot be saved: said on leaving the field, and the text stays. */
  readonly problemOf?: (text: string) => string | undefined;
  /** Enter was pressed, and nothing is left to save. */
  readonly onDone?: () => void;
  /** What to think of while typing; nothing is refused for it. */
  readonly warningFor?: (text: string) => string | undefined;
  /** One line still, but shown on as many as it takes. */
  readonly wraps?: boolean;
}

/** Saved on leaving the field and by Enter; Escape puts the saved text back. */
export function SavedField({
  saved,
  onSave,
  isRequired = false,
  problemOf,
  onDone,
  warningFor,
  wraps = false,
  ...field
}: SavedFieldProps) {
  const input = useRef<Element>(null);
  const hold = useCallback((element: Element | null) => {
    input.current = element;
  }, []);
  const [isLeft, setLeft] = useState(false);
  const whyNot = (text: string) => tooLong(text, field.maxLength) ?? problemOf?.(text.trim());
  const draft = useDraft({
    field: input,
    label: field.label,
    problemOf: whyNot,
    save: async (text) => {
      const trimmed = text.trim();
      if (trimmed === saved || (isRequired && trimmed === '')) return true;
      return whyNot(text) === undefined && onSave(trimmed);
    },
  });
  const problem = isLeft && draft.text !== null ? problemOf?.(draft.text.trim()) : undefined;
  const save = () => {
    setLeft(true);
    return draft.commit();
  };
  const finish = async () => {
    if (await save()) onDone?.();
  };
  const shared: TextFieldProps = {
    ...field,
    value: draft.text ?? saved,
    onChange: (text) => {
      setLeft(false);
      draft.type(wraps ? text.replaceAll('\n', ' ') : text);
    },
    onBlur: () => void save(),
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        if (wraps) event.preventDefault();
        void finish();
      }
      // An untouched field leaves Escape to what stands around it.
      if (event.key === 'Escape' && draft.text !== null) draft.type(null);
      else event.continuePropagation();
    },
    error: problem ?? warningFor?.(draft.text ?? saved),
  };
  return wraps ? <TextArea {...shared} rows={1} areaRef={hold} /> : <TextField {...shared} inputRef={hold} />;
}
