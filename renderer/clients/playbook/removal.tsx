import { IconButton } from '../../ui/icon-button.tsx';
import { carryOut } from '../client-store.ts';
import styles from './playbook.module.css';

export interface RemovalProps {
  /** "Delete the request: …" */
  readonly label: string;
  readonly run: (commandId: string) => Promise<unknown>;
  readonly done: string;
}

/** Takes a row away at once; the toast brings it back. */
export function Removal({ label, run, done }: RemovalProps) {
  return (
    <IconButton
      icon="trash"
      size="small"
      className={styles.remove}
      label={label}
      onPress={() => void carryOut(run, done)}
    />
  );
}
