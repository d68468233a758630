import { Trans } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode } from 'react';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { focusIfLost } from '../ui/lost-focus.ts';
import { type ClientTab, navigate, useNavigation } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { useUnfolded } from '../ui/unfolded.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

export interface EventEntryProps {
  readonly entry: TimelineEntry;
  readonly icon: IconName;
  readonly title: string;
  /** Two lines of it, all of it when the entry is opened. */
  readonly detail?: string;
  /** The part of the client's page where the record itself stands. */
  readonly tab?: ClientTab;
  /** Said in a lower voice: there are many of its kind. */
  readonly isQuiet?: boolean;
  readonly children?: ReactNode;
}

/** Pressed, it shows all it says, or leads to its tab when all is said; `E` leads there at once. */
export function EventEntry({ entry, icon, title, detail = '', tab, isQuiet = false, children }: EventEntryProps) {
  const key = `${entry.type} ${entry.id} ${entry.happenedAt}`;
  const [isOpen, setOpen] = useUnfolded(key, false);
  const openTab = tab === undefined ? undefined : () => goToTab(tab);
  const press = detail === '' ? openTab : () => setOpen(!isOpen);
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name={icon} />}>
      {press === undefined ? (
        <p className={classNames(styles.title, isQuiet && styles.low)}>{title}</p>
      ) : (
        <h4 className={classNames(styles.title, styles.event, isQuiet && styles.low)}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={detail === '' ? undefined : isOpen}
            data-focus-key={key}
            onClick={press}
            onKeyDown={(event) => openTab !== undefined && onEntryKey(event, openTab)}
          >
            {title}
          </button>
        </h4>
      )}
      {detail !== '' && <p className={isOpen ? styles.full : styles.preview}>{detail}</p>}
      {children}
      {isOpen && openTab !== undefined && (
        <Button look="quiet" size="small" className={styles.jump} onPress={openTab}>
          <Trans>Open where it is kept</Trans>
        </Button>
      )}
    </EntryRow>
  );
}

function goToTab(tab: ClientTab): void {
  const { route } = useNavigation.getState();
  if (route.name !== 'client') return;
  navigate({ name: 'client', clientId: route.clientId, tab });
  focusIfLost(() => document.querySelector('[role="tab"][aria-selected="true"]'));
}

function onEntryKey(event: KeyboardEvent, openTab: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.code !== 'KeyE' || !useSession.getState().areSingleKeysOn) return;
  openTab();
  event.preventDefault();
  event.stopPropagation();
}
