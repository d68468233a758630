import type { ReactNode, Ref } from 'react';
import {
  Group,
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FieldLabel, FieldNotes, type FieldProps, sendable } from './field.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { useTooLong } from './too-long.ts';

type Inherited = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'maxLength'> & {
  /** Longer texts stay in the field and are not sent; a limit of the browser's own would cut a paste in silence. */
  readonly maxLength?: number;
};

export interface TextFieldProps extends FieldProps, Inherited {
  readonly placeholder?: string;
  readonly icon?: IconName;
  /** After the text, inside the edge: a small button. */
  readonly after?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, aside, hint, size = 'medium', maxLength, ...others } = props;
  const { placeholder, icon, after, inputRef, className, error: said, ...rest } = others;
  const length = useTooLong(props.value ?? '', maxLength);
  const error = length ?? said;
  return (
    <AriaTextField
      {...rest}
      data-too-long={length === undefined ? undefined : ''}
      isInvalid={error !== undefined}
      validationBehavior={sendable}
      className={classNames(styles.field, size === 'large' && styles.large, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} {...(aside === undefined ? {} : { aside })} />
      <Group className={styles.box ?? ''}>
        {icon !== undefined && <Icon name={icon} className={styles.icon} />}
        <Input
          className={styles.input ?? ''}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {after}
      </Group>
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends FieldProps, Inherited {
  readonly placeholder?: string;
  readonly rows?: number;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  readonly className?: string | undefined;
}

/** Grows with its text. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden = false, aside, hint, size: _size, maxLength, ...others } = props;
  const { placeholder, rows = 2, areaRef, className, error: said, ...rest } = others;
  const length = useTooLong(props.value ?? '', maxLength);
  const error = length ?? said;
  return (
    <AriaTextField
      {...rest}
      data-too-long={length === undefined ? undefined : ''}
      isInvalid={error !== undefined}
      validationBehavior={sendable}
      className={classNames(styles.field, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} {...(aside === undefined ? {} : { aside })} />
      <AriaTextArea
        rows={rows}
        className={styles.area ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(areaRef === undefined ? {} : { ref: areaRef })}
      />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}
