import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { ariaKeys } from './keys.ts';
import styles from './side-bar.module.css';
import { WithTooltip } from './tooltip.tsx';

export interface SideBarItemProps {
  readonly label: string;
  readonly mark: ReactNode;
  readonly count?: number | null;
  readonly isUrgent?: boolean;
  /** The page that is shown. */
  readonly isCurrent?: boolean;
  /** A filter that is on or off; leave out for plain destinations. */
  readonly isPressed?: boolean;
  readonly isRail: boolean;
  readonly keys?: string;
  readonly onPress: () => void;
}

export function SideBarItem(props: SideBarItemProps) {
  const { label, mark, count = null, isUrgent = false, isCurrent = false, isPressed, isRail, keys, onPress } = props;
  const isCounted = count !== null && count > 0;
  return (
    <WithTooltip text={label} placement="right" isDisabled={!isRail} {...(keys === undefined ? {} : { keys })}>
      <Button
        className={classNames(styles.item, (isCurrent || isPressed === true) && styles.current)}
        {...(isRail ? { 'aria-label': isCounted ? `${label} ${count}` : label } : {})}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
        onPress={onPress}
      >
        <span className={styles.mark}>{mark}</span>
        {!isRail && <span className={styles.label}>{label}</span>}
        {isCounted && <span className={classNames(styles.count, isUrgent && styles.urgent)}>{count}</span>}
      </Button>
    </WithTooltip>
  );
}
