import { useRef, useState } from 'react';
import { TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useDraft } from '../ui/use-draft.ts';

export interface NewLineProps {
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  /** What to think of while typing; nothing is refused for it. */
  readonly warningFor?: (text: string) => string | undefined;
  /** Gets what is not empty; false when it was refused: the line stays open with it. */
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly onDone: () => void;
  readonly className?: string | undefined;
}

/** One line that is added by Enter or by leaving it, once; Escape drops what is typed. */
export function NewLine({ label, placeholder, maxLength, warningFor, onAdd, onDone, className }: NewLineProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const draft = useDraft({
    field: input,
    label,
    problemOf: (typed) => tooLong(typed, maxLength),
    save: async (typed) => {
      const text = typed.trim();
      return text === '' || (tooLong(text, maxLength) === undefined && onAdd(text));
    },
  });
  const save = async () => {
    setSending(true);
    if (await draft.commit()) onDone();
    setSending(false);
  };
  const text = draft.text ?? '';
  return (
    <TextField
      label={label}
      isLabelHidden
      placeholder={placeholder}
      inputRef={input}
      value={text}
      isReadOnly={isSending}
      onChange={draft.type}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        if (event.key !== 'Escape') return event.continuePropagation();
        draft.type(null);
        onDone();
      }}
      maxLength={maxLength}
      error={warningFor?.(text)}
      className={className}
      autoFocus
    />
  );
}
