import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useKeptFocus } from '../../ui/kept-focus.ts';
import { Popover } from '../../ui/popover.tsx';
import { toAddButton } from './add-button.ts';
import styles from './playbook.module.css';

export interface RecordListProps {
  /** What it is for, said while nothing is written down. */
  readonly lead: ReactNode;
  readonly isEmpty: boolean;
  /** The words of the button that adds one. */
  readonly add: string;
  /** Names the small form behind that button. */
  readonly formLabel: string;
  readonly form: (close: () => void) => ReactNode;
  readonly children: ReactNode;
  /** What stands below the button. */
  readonly below?: ReactNode;
}

/** Records of one kind and the way to add one. */
export function RecordList({ lead, isEmpty, add, formLabel, form, children, below }: RecordListProps) {
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toAddButton);
  return (
    <div {...keptFocus}>
      {isEmpty && <p className={styles.quiet}>{lead}</p>}
      {children}
      <Popover
        label={formLabel}
        placement="bottom start"
        trigger={
          <Button look="link" icon="plus" className={styles.add} data-adds="">
            {add}
          </Button>
        }
      >
        {form}
      </Popover>
      {below}
    </div>
  );
}
