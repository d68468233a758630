import type { ReactNode } from 'react';
import styles from './dossier.module.css';

interface DossierSectionProps {
  /** Names the part for whoever leads here. */
  readonly part: string;
  readonly title: string;
  /** What belongs here, or a promise about it. */
  readonly lead: string;
  /** At the right end: a count. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function DossierSection({ part, title, lead, aside, children }: DossierSectionProps) {
  return (
    <section className={styles.section} aria-label={title} data-dossier={part}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.hint}>{lead}</p>
        {aside}
      </header>
      {children}
    </section>
  );
}
