import { useEffect, useRef } from 'react';
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
  const isRemoved = useRef(false);
  // The row goes when the tab has read itself again, some time after the answer.
  useEffect(
    () => () => {
      if (isRemoved.current) focusIfLost(() => document.querySelector(`[data-adds="${next}"]`));
    },
    [next],
  );
  const remove = async () => {
    isRemoved.current = true;
    isRemoved.current = await carryOut(run, done);
  };
  return <IconButton icon="trash" size="small" className={styles.remove} label={label} onPress={() => void remove()} />;
}
