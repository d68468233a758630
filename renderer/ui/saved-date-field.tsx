import { useRef, useState } from 'react';
import { useToday } from './clock.ts';
import { DateField, type DateFieldProps } from './date-field.tsx';
import { formatDay } from './format.ts';
import { useLanguage } from './session.ts';
import { useDraft } from './use-draft.ts';

export interface SavedDateFieldProps extends Pick<DateFieldProps, 'label' | 'isLabelHidden' | 'hint'> {
  readonly saved: string | null;
  /** Answers false when it was refused: the day stays in the field. */
  readonly onSave: (day: string | null) => Promise<boolean>;
  /** Emptied, it shows what is saved again. */
  readonly isRequired?: boolean;
  /** Why a day cannot be saved: said on leaving the field, and the day stays. */
  readonly problemOf?: (day: string | null) => string | undefined;
}

/** A day saved on leaving the field, by Enter and on picking; Escape puts the saved day back. */
export function SavedDateField({ saved, onSave, isRequired = false, problemOf, ...field }: SavedDateFieldProps) {
  const language = useLanguage();
  const today = useToday();
  const box = useRef<HTMLDivElement>(null);
  const [isLeft, setLeft] = useState(false);
  const draft = useDraft({
    field: box,
    label: field.label,
    save: async (text) => {
      const day = text || null;
      if (day === saved || (day === null && isRequired)) return true;
      return problemOf?.(day) === undefined && onSave(day);
    },
    problemOf: (text) => problemOf?.(text || null),
    wordsOf: (text) => (text === '' ? '' : formatDay(language, text, today)),
  });
  const shown = draft.text === null ? saved : draft.text || null;
  const save = () => {
    setLeft(true);
    void draft.commit();
  };
  return (
    <div ref={box}>
      <DateField
        {...field}
        value={shown}
        onChange={(day) => {
          setLeft(false);
          draft.type(day ?? '');
        }}
        onEnter={save}
        onEscape={() => {
          const isTaken = draft.text !== null;
          draft.type(null);
          return isTaken;
        }}
        onBlur={save}
        onClose={save}
        onLeave={draft.commit}
        onGone={async (day) => {
          await draft.commit();
          return problemOf?.(day) === undefined && onSave(day);
        }}
        error={isLeft && draft.text !== null ? problemOf?.(shown) : undefined}
      />
    </div>
  );
}
