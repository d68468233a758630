import { Button as AriaButton } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Menu, type MenuGroup } from './menu.tsx';
import styles from './split-button.module.css';

export interface SplitButtonProps extends Pick<ButtonProps, 'icon' | 'keys' | 'isPending'> {
  readonly children: string;
  readonly look?: 'primary' | 'secondary';
  readonly onPress: () => void;
  /** Names the small button and its menu: "Other formats". */
  readonly menuLabel: string;
  readonly groups: readonly MenuGroup[];
}

/** The usual way by one press, the others behind the chevron. */
export function SplitButton(props: SplitButtonProps) {
  const { children, look = 'primary', onPress, menuLabel, groups, isPending = false, ...rest } = props;
  return (
    <span className={classNames(styles.pair, styles[look])}>
      <Button {...rest} look={look} onPress={onPress} isPending={isPending} className={styles.main}>
        {children}
      </Button>
      <Menu label={menuLabel} groups={groups}>
        <AriaButton aria-label={menuLabel} isPending={isPending} className={styles.more ?? ''}>
          <Icon name="down" />
        </AriaButton>
      </Menu>
    </span>
  );
}
