import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field.module.css';

/** What a field says is read, not enforced by the browser: a form with a warning, or one that was refused, can be sent. */
export const sendable = 'aria';

/** What every field has in common. */
export interface FieldProps {
  readonly label: string;
  /** The name is still told to screen readers. */
  readonly isLabelHidden?: boolean;
  /** Beside the label, quiet: "partners only". */
  readonly aside?: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; marks the field. */
  readonly error?: string | undefined;
  readonly size?: 'medium' | 'large';
}

export function FieldLabel({
  label,
  isLabelHidden = false,
  aside,
}: Pick<FieldProps, 'label' | 'isLabelHidden' | 'aside'>) {
  return (
    <Label className={(isLabelHidden ? 'visually-hidden' : styles.label) ?? ''}>
      {label}
      {aside !== undefined && <span className={styles.aside}> {aside}</span>}
    </Label>
  );
}

export function FieldNotes({ hint, error }: Pick<FieldProps, 'hint' | 'error'>): ReactNode {
  return (
    <>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </>
  );
}
