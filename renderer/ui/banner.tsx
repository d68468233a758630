import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

export interface BannerProps {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'warn' | 'danger';
  readonly icon?: IconName;
  readonly actions?: ReactNode;
  /** `alert` when it appears by itself and matters at once. */
  readonly role?: 'status' | 'alert';
}

/** A line across the page that stays until its cause is gone. */
export function Banner({ children, tone = 'plain', icon, actions, role }: BannerProps) {
  return (
    <div className={classNames(styles.banner, styles[tone])} role={role}>
      {icon !== undefined && <Icon name={icon} />}
      <p className={styles.words}>{children}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
