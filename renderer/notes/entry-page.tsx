import { Fragment, memo, useLayoutEffect, useRef, useState } from 'react';
import type { Contact, TimelineEntry, TimelineSpot } from '../../shared/contract/clients.ts';
import { classNames } from '../ui/class-names.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import type { Arrival } from '../ui/navigation.ts';
import { holdsDraft } from '../ui/use-draft.ts';
import {
  DecisionEntry,
  EngagementEntry,
  HandoffEntry,
  ImpressionEntry,
  InsightEntry,
  IntentEntry,
  LeavingEntry,
  ReadingEntry,
  ReportEntry,
  RequestEntry,
  SignalEntry,
  SnoozeEntry,
  TrialEntry,
  VerdictEntry,
} from './event-entries.tsx';
import { NoteEntry } from './note-entry.tsx';
import { StageEntry } from './stage-entry.tsx';
import { TaskEntry } from './task-entry.tsx';
import styles from './timeline.module.css';
import type { TimelinePage } from './timeline-pages.ts';
import { useSight } from '../ui/use-sight.ts';

export interface EntryPageProps {
  readonly page: TimelinePage;
  /** Of all pages, as they were last seen. */
  readonly heights: Map<number, number>;
  /** Of the entry above this page. */
  readonly spotAbove: TimelineSpot | null;
  readonly onSight: (key: number, isNear: boolean) => void;
  readonly contacts: readonly Contact[];
  readonly lang?: string | undefined;
  readonly target: Arrival | null;
}

const none: readonly TimelineEntry[] = [];

/** Where a page that was never drawn is taken to end. */
const guessedHeight = 1600;

/** A stretch of the history. Far out of sight it is an empty place of its height, unless somebody left something open in it. */
export const EntryPage = memo(function EntryPage({ page, heights, spotAbove, onSight, ...rest }: EntryPageProps) {
  const list = useRef<HTMLOListElement>(null);
  const [height, setHeight] = useState(() => heights.get(page.key) ?? guessedHeight);
  const [isAway, setAway] = useState(false);
  useSight(list, (isNear) => {
    onSight(page.key, isNear);
    if (isNear) return setAway(false);
    if (list.current === null || isInUse(list.current)) return;
    setHeight(list.current.offsetHeight);
    setAway(true);
  });
  useLayoutEffect(
    () => () => {
      if (list.current !== null) heights.set(page.key, list.current.offsetHeight);
    },
    [heights, page.key],
  );
  const entries = page.entries ?? none;
  const isTarget = entries.some(({ id }) => id === rest.target?.noteId);
  const isDrawn = page.entries !== null && (!isAway || isTarget);
  return (
    <ol
      ref={list}
      className={styles.entries}
      style={isDrawn ? undefined : { height }}
      aria-hidden={isDrawn ? undefined : true}
    >
      {isDrawn && <Entries entries={entries} spotAbove={spotAbove} {...rest} />}
    </ol>
  );
});

/** An open note, a text being written or the focus would be lost. */
function isInUse(list: HTMLElement): boolean {
  const open = list.querySelector('[aria-expanded="true"], [contenteditable="true"], form');
  return open !== null || holdsDraft(list) || list.contains(document.activeElement);
}

type EntriesProps = Pick<EntryPageProps, 'spotAbove' | 'contacts' | 'lang' | 'target'> & {
  readonly entries: readonly TimelineEntry[];
};

const Entries = memo(function Entries({ entries, spotAbove, ...rest }: EntriesProps) {
  const thisYear = useToday().slice(0, 4);
  return entries.map((entry, index) => {
    const year = yearOf(entry);
    const above = entries[index - 1] ?? spotAbove;
    return (
      <Fragment key={keyOf(entry)}>
        {(above === null || yearOf(above) !== year) && (
          <li className={classNames(above === null && year === thisYear ? 'visually-hidden' : styles.year)}>
            <h3>{year}</h3>
          </li>
        )}
        <Entry entry={entry} {...rest} />
      </Fragment>
    );
  });
});

/** One record may be several entries: its beginning and its end. */
function keyOf(entry: TimelineEntry): string {
  const part = 'event' in entry ? entry.event : 'side' in entry ? entry.side : '';
  return `${entry.type} ${entry.id} ${part}`;
}

function yearOf({ happenedAt }: TimelineSpot): string {
  return dayOf(new Date(happenedAt)).slice(0, 4);
}

function Entry({
  entry,
  ...rest
}: Pick<EntryPageProps, 'contacts' | 'lang' | 'target'> & { readonly entry: TimelineEntry }) {
  switch (entry.type) {
    case 'note':
      return <NoteEntry entry={entry} {...rest} />;
    case 'stage':
      return <StageEntry entry={entry} />;
    case 'handoff':
      return <HandoffEntry entry={entry} />;
    case 'engagement':
      return <EngagementEntry entry={entry} />;
    case 'report':
      return <ReportEntry entry={entry} />;
    case 'reading':
      return <ReadingEntry entry={entry} />;
    case 'insight':
      return <InsightEntry entry={entry} />;
    case 'request':
      return <RequestEntry entry={entry} />;
    case 'intent':
      return <IntentEntry entry={entry} />;
    case 'trial':
      return <VerdictEntry entry={entry} />;
    case 'trial_begun':
      return <TrialEntry entry={entry} />;
    case 'impression':
      return <ImpressionEntry entry={entry} />;
    case 'signal':
      return <SignalEntry entry={entry} />;
    case 'snooze':
      return <SnoozeEntry entry={entry} />;
    case 'task':
      return <TaskEntry entry={entry} />;
    case 'decision':
      return <DecisionEntry entry={entry} />;
    case 'left':
      return <LeavingEntry entry={entry} />;
  }
}
