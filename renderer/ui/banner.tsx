import type { ReactNode, Ref } from 'react';
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

export interface BannerStackProps {
  readonly label: string;
  readonly reference?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** Banners at the foot of the window; there may be many. */
export function BannerStack({ label, reference, children }: BannerStackProps) {
  return (
    <aside ref={reference} className={styles.stack} aria-label={label}>
      {children}
    </aside>
  );
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
