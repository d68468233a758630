import { sides } from '../../shared/contract/clients.ts';
import styles from './side-mark.module.css';

/** Sides differ by shape, never by colour alone: a full square is us, an empty one the client, a diamond the successor. */
export function SideMark({ side }: { readonly side: string }) {
  const known = sides.find((each) => each === side);
  return <span className={styles.mark} data-side={known ?? 'client'} aria-hidden="true" />;
}
