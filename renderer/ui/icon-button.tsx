import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './icon-button.module.css';
import { ariaKeys } from './keys.ts';
import { WithTooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly icon: IconName;
  /** The name for screen readers and the words of the tooltip. */
  readonly label: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly keys?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly className?: string | undefined;
}

export function IconButton({ icon, label, size = 'medium', keys, className, ...rest }: IconButtonProps) {
  return (
    <WithTooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton
        {...rest}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
        aria-label={label}
        className={classNames(styles.button, styles[size], className)}
      >
        <Icon name={icon} />
      </AriaButton>
    </WithTooltip>
  );
}
