import type { ReactNode } from 'react';
import styles from './work.module.css';

export interface WorkSectionProps {
  readonly title: string;
  /** One quiet line beside the title. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function WorkSection({ title, hint, actions, children }: WorkSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.hint}>{hint}</p>
        {actions}
      </header>
      {children}
    </section>
  );
}
