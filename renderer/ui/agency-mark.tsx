import styles from './agency-mark.module.css';

/** The agency's own sign: the product's name appears on no working screen. */
export function AgencyMark({ letter }: { readonly letter: string }) {
  return (
    <span className={styles.mark} aria-hidden="true">
      {letter}
    </span>
  );
}
