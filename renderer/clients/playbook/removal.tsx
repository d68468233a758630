import { IconButton } from '../../ui/icon-button.tsx';
import { focusIfLost } from '../../ui/lost-focus.ts';
import { carryOut } from '../client-store.ts';
import styles from './playbook.module.css';

export interface RemovalProps {
  /** "Delete the request: …" */
  readonly label: string;
  readonly run: (commandId: string) => Promise<unknown>;
  readonly done: string;
  /** The `data-adds` of the button where the keyboard goes on. */
  readonly next: string;
}

/** Takes a row away at once; the toast brings it back. */
export function Removal({ label, run, done, next }: RemovalProps) {
  const remove = async () => {
    if (await carryOut(run, done)) focusIfLost(() => document.querySelector(`[data-adds="${next}"]`));
  };
  return <IconButton icon="trash" size="small" className={styles.remove} label={label} onPress={() => void remove()} />;
}
