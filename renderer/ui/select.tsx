import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import fieldStyles from './field.module.css';
import { Icon } from './icon.tsx';
import { type Option, OptionList, OptionMark } from './option-list.tsx';
import listStyles from './option-list.module.css';
import popup from './popup.module.css';
import styles from './select.module.css';

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

export function Select(props: SelectProps) {
  const { label, isLabelHidden = false, aside, hint, error, size = 'medium' } = props;
  const { options, value, onChange, placeholder, isDisabled = false, className } = props;
  const chosen = options.find((option) => option.id === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      className={classNames(fieldStyles.field, size === 'large' && fieldStyles.large, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} {...(aside === undefined ? {} : { aside })} />
      <Button className={classNames(fieldStyles.box, styles.button)}>
        {chosen !== undefined && <OptionMark option={chosen} />}
        <SelectValue className={classNames(styles.value, chosen === undefined && styles.placeholder)}>
          {chosen?.label ?? placeholder ?? ''}
        </SelectValue>
        <Icon name="down" className={fieldStyles.icon} />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className={classNames(popup.surface, listStyles.popover)} offset={4}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
