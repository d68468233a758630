import type { ReactNode } from 'react';
import styles from './inspector.module.css';

export interface SectionProps {
  readonly title: string;
  /** Of the title, where it is not ours. */
  readonly lang?: string | undefined;
  /** A word beside the title. */
  readonly verdict?: ReactNode;
  readonly children: ReactNode;
  /** A small button beside the title. */
  readonly action?: ReactNode;
}

export function Section({ title, lang, verdict, action, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.head}>
        <div className={styles.named}>
          <h2 className={styles.title} lang={lang}>
            {title}
          </h2>
          {verdict}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
