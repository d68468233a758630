import { classNames } from './class-names.ts';
import styles from './key-cap.module.css';
import { keyLabel } from './keys.ts';

export interface KeyCapProps {
  /** As in a command: `Mod+KeyK`, `KeyN`, `Escape`. */
  readonly keys: string;
  /** `bare` has no plate, `inverse` stands on a primary button. */
  readonly look?: 'plate' | 'bare' | 'inverse';
}

/** The letters are drawn, not written: the name of a button must not swallow its shortcut. */
export function KeyCap({ keys, look = 'plate' }: KeyCapProps) {
  return <kbd className={classNames(styles.cap, styles[look])} data-keys={keyLabel(keys)} aria-hidden="true" />;
}
