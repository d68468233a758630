import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { useUnfolded } from '../ui/unfolded.ts';
import { onEditKey } from './entry-keys.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

export interface EventEntryProps {
  readonly entry: TimelineEntry;
  readonly icon: IconName;
  readonly title: string;
  /** Two lines of it, all of it when the entry is opened. */
  readonly detail?: string;
  /** Leads to where the record is edited; a sentence says why it can be edited nowhere. */
  readonly edit: (() => void) | string;
  /** Said in a lower voice: there are many of its kind. */
  readonly isQuiet?: boolean;
  readonly children?: ReactNode;
}

/** Pressed, it shows all it says, or leads to where its record is kept when all is said; `E` leads there at once. */
export function EventEntry({ entry, icon, title, detail = '', edit, isQuiet = false, children }: EventEntryProps) {
  const key = `${entry.type} ${entry.id} ${entry.happenedAt}`;
  const [isOpen, setOpen] = useUnfolded(key, false);
  const goToRecord = typeof edit === 'string' ? () => announce(edit) : edit;
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name={icon} />}>
      <article onKeyDown={(event) => onEditKey(event, goToRecord)}>
        <h4 className={classNames(styles.title, styles.event, isQuiet && styles.low)}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={detail === '' ? undefined : isOpen}
            data-focus-key={key}
            onClick={detail === '' ? goToRecord : () => setOpen(!isOpen)}
          >
            {title}
          </button>
        </h4>
        {detail !== '' && <p className={isOpen ? styles.full : styles.preview}>{detail}</p>}
        {children}
        {isOpen && typeof edit !== 'string' && (
          <Button look="quiet" size="small" className={styles.jump} onPress={edit}>
            <Trans>Open where it is kept</Trans>
          </Button>
        )}
      </article>
    </EntryRow>
  );
}
