import type { ReactNode } from 'react';
import { toFirstButton, useKeptFocus } from '../../ui/kept-focus.ts';
import styles from './work.module.css';

export interface WorkSectionProps {
  readonly title: string;
  /** One quiet line beside the title. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** When a row goes that had the keyboard, it goes on at the section's own button. */
export function WorkSection({ title, hint, actions, children }: WorkSectionProps) {
  const keptFocus = useKeptFocus<HTMLElement, true>(toFirstButton);
  return (
    <section className={styles.section} aria-label={title} {...keptFocus}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.hint}>{hint}</p>
        {actions}
      </header>
      {children}
    </section>
  );
}
