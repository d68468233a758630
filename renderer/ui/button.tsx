import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { KeyCap } from './key-cap.tsx';
import { ariaKeys } from './keys.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** One primary per view; `danger` only for what cannot be undone. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'link' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconName;
  /** After the words: a chevron on a button that opens a menu. */
  readonly iconAfter?: IconName;
  /** The shortcut, shown as a key cap. It is only told here; a command listens to it. */
  readonly keys?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly className?: string | undefined;
}

export function Button(props: ButtonProps) {
  const { children, look = 'secondary', size = 'medium', icon, iconAfter, keys, className, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
      className={classNames(styles.button, styles[look], styles[size], className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={styles.words}>{children}</span>
      {keys !== undefined && <KeyCap keys={keys} look={look === 'primary' ? 'inverse' : 'plate'} />}
      {iconAfter !== undefined && <Icon name={iconAfter} />}
    </AriaButton>
  );
}
