import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  /** Without words give `aria-label` or `aria-labelledby`. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A box of 16 px in a row of 32 px that can be pressed all along its words. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={classNames(styles.row, className)}>
      <span className={styles.box} aria-hidden="true">
        <svg viewBox="0 0 16 16" width="16" height="16" focusable="false">
          <path className={styles.tick} d="m4 8.3 2.6 2.6 5.4-5.8" />
          <path className={styles.dash} d="M4.5 8h7" />
        </svg>
      </span>
      {children !== undefined && <span className={styles.words}>{children}</span>}
    </AriaCheckbox>
  );
}
