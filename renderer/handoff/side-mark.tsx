import { isSide } from './sides.ts';
import styles from './side-mark.module.css';

/** Sides differ by shape, never by colour alone: a full square is us, an empty one the client, a diamond the successor. */
export function SideMark({ side }: { readonly side: string }) {
  return <span className={styles.mark} data-side={isSide(side) ? side : 'client'} aria-hidden="true" />;
}
