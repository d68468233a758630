import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef } from 'react';
import { Button, FieldError, Group, Input, Label, Text, TextField } from 'react-aria-components';
import fieldStyles from '../ui/field.module.css';
import { useTooLong } from '../ui/too-long.ts';
import styles from './partners-field.module.css';

export interface PartnersFieldProps {
  readonly names: readonly string[];
  /** The name that is being typed. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChange: (names: readonly string[]) => void;
}

const longest = 200;

/** Names as chips: Enter or a comma makes one of what was typed, Backspace in the empty field takes the last away. */
export function PartnersField({ names, typed, onType, onChange }: PartnersFieldProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const length = useTooLong(typed, longest);

  const add = () => {
    if (length !== undefined) return;
    const name = typed.trim();
    onChange(name === '' || names.includes(name) ? names : [...names, name]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isEnding = event.key === 'Enter' || event.key === ',' || event.key === ';';
    if (isEnding && typed.trim() !== '') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && typed === '' && names.length > 0) onChange(names.slice(0, -1));
  };
  return (
    <TextField
      className={`${fieldStyles.field ?? ''} ${fieldStyles.large ?? ''}`}
      value={typed}
      onChange={onType}
      isInvalid={length !== undefined}
      validationBehavior="aria"
      data-too-long={length === undefined ? undefined : ''}
    >
      <Label className={fieldStyles.label ?? ''}>{t`Partners`}</Label>
      <Group className={`${fieldStyles.box ?? ''} ${styles.box ?? ''}`} onClick={() => input.current?.focus()}>
        {names.map((name, index) => (
          <Button
            key={name}
            className={styles.chip ?? ''}
            aria-label={t`Take ${name} off the list`}
            onPress={() => onChange(names.filter((each) => each !== name))}
          >
            {index === 0 ? t`${name} (me)` : name}
          </Button>
        ))}
        <Input
          ref={input}
          className={`${fieldStyles.input ?? ''} ${styles.input ?? ''}`}
          placeholder={t`name…`}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (typed.trim() !== '') add();
          }}
        />
      </Group>
      {length === undefined && (
        <Text slot="description" className={fieldStyles.hint ?? ''}>
          {t`Two to ten, you can add more later`}
        </Text>
      )}
      <FieldError className={fieldStyles.error ?? ''}>{length}</FieldError>
    </TextField>
  );
}
