import { useState } from 'react';
import { Button, ComboBox as AriaComboBox, Group, Input, Popover } from 'react-aria-components';
import { useLingui } from '@lingui/react/macro';
import { classNames } from './class-names.ts';
import { FieldLabel, FieldNotes, type FieldProps, sendable } from './field.tsx';
import fieldStyles from './field.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { type Option, OptionList } from './option-list.tsx';
import listStyles from './option-list.module.css';
import popup from './popup.module.css';

export interface ComboBoxProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** When what is typed need not be one of the options. */
  readonly text?: string;
  readonly onTextChange?: (text: string) => void;
  readonly placeholder?: string;
  readonly icon?: IconName;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** Type to narrow, arrows to choose, Enter to take. */
export function ComboBox(props: ComboBoxProps) {
  const { t } = useLingui();
  const { label, isLabelHidden = false, aside, hint, error, size = 'medium' } = props;
  const { options, value, onChange, text, onTextChange, placeholder, icon, className } = props;
  const { autoFocus = false, isDisabled = false } = props;
  const isFree = onTextChange !== undefined;
  // The list closes by itself when what is chosen changes, which words that only pass over an option do not change.
  const [taken, setTaken] = useState(() => options.find((option) => option.label === text)?.id ?? null);
  const isTaken = options.some(({ id, label: name }) => id === taken && name === text);
  return (
    <AriaComboBox
      defaultItems={options}
      value={isTaken ? taken : value}
      onChange={(key) => {
        const id = typeof key === 'string' ? key : null;
        setTaken(id);
        onChange(id);
      }}
      {...(text === undefined ? {} : { inputValue: text })}
      {...(isFree
        ? {
            onInputChange: (typed: string) => {
              setTaken(null);
              onTextChange(typed);
            },
          }
        : {})}
      allowsCustomValue={isFree}
      // Words of one's own are not missing from the list: it goes, and Enter is free for the form.
      allowsEmptyCollection={!isFree}
      menuTrigger="focus"
      autoFocus={autoFocus}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior={sendable}
      className={classNames(fieldStyles.field, size === 'large' && fieldStyles.large, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} {...(aside === undefined ? {} : { aside })} />
      <Group className={fieldStyles.box ?? ''}>
        {icon !== undefined && <Icon name={icon} className={fieldStyles.icon} />}
        <Input className={fieldStyles.input ?? ''} {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className={fieldStyles.opener ?? ''}>
          <Icon name="down" />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <Popover className={classNames(popup.surface, listStyles.popover)} offset={4}>
        <OptionList nothing={t`Nothing found`} />
      </Popover>
    </AriaComboBox>
  );
}
