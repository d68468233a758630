import type { ReactNode } from 'react';
import { formatShortDay } from '../ui/format.ts';
import { dayOf } from '../ui/clock.ts';
import { useLanguage } from '../ui/session.ts';
import styles from './timeline.module.css';

export interface EntryRowProps {
  readonly happenedAt: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** Day, sign, content; the year stands in a row of its own. */
export function EntryRow({ happenedAt, icon, children }: EntryRowProps) {
  const language = useLanguage();
  const day = dayOf(new Date(happenedAt));
  return (
    <li className={styles.entry}>
      <time className={styles.day} dateTime={happenedAt}>
        {formatShortDay(language, day, day)}
      </time>
      <span className={styles.sign}>{icon}</span>
      <div className={styles.content}>{children}</div>
    </li>
  );
}
