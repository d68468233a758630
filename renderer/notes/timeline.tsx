import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useEffect, useState } from 'react';
import type { Contact, TimelineEntry } from '../../shared/contract/clients.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, useToday } from '../ui/clock.ts';
import { sentenceFor } from '../ui/error-sentences.ts';
import type { Arrival } from '../ui/navigation.ts';
import { Segmented } from '../ui/segmented.tsx';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { HandoffEntry } from './event-entries.tsx';
import { NoteEntry } from './note-entry.tsx';
import { StageEntry } from './stage-entry.tsx';
import styles from './timeline.module.css';
import { type Timeline as TimelineState, type TimelineFilter, useTimeline } from './use-timeline.ts';

export interface TimelineProps {
  readonly clientId: string;
  readonly contacts: readonly Contact[];
  readonly lang?: string | undefined;
  /** A note that a search found: the timeline opens it, scrolls to it and marks these words in it for a moment. */
  readonly target: Arrival | null;
}

/** What happened with a client, newest first. */
export function Timeline({ clientId, contacts, lang, target }: TimelineProps) {
  const { t } = useLingui();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [arrival, setArrival] = useState(target);
  if (arrival !== target) {
    setArrival(target);
    if (target !== null && filter === 'stages') setFilter('all');
  }
  const timeline = useTimeline(clientId, filter);
  useReaching(timeline, target?.noteId ?? null);
  return (
    <section className={styles.timeline} aria-label={t`History`}>
      <header className={styles.head}>
        <h2 className={styles.heading}>
          <Trans>History</Trans>
        </h2>
        <Segmented<TimelineFilter>
          label={t`What to show`}
          look="bare"
          segments={[
            { id: 'all', label: t`All` },
            { id: 'notes', label: t`Notes` },
            { id: 'stages', label: t`Stages` },
          ]}
          value={filter}
          onChange={setFilter}
        />
      </header>
      <TimelineBody timeline={timeline} filter={filter} contacts={contacts} lang={lang} target={target} />
    </section>
  );
}

type BodyProps = Pick<TimelineProps, 'contacts' | 'lang' | 'target'> & {
  readonly timeline: TimelineState;
  readonly filter: TimelineFilter;
};

function TimelineBody({ timeline, filter, ...rest }: BodyProps) {
  if (timeline.status === 'loading') return <GreyRows />;
  if (timeline.status === 'failed') {
    return (
      <Banner
        tone="danger"
        role="alert"
        actions={
          <Button size="small" onPress={timeline.retry}>
            <Trans context="saving">Try again</Trans>
          </Button>
        }
      >
        {sentenceFor(timeline.problem)}
      </Banner>
    );
  }
  if (timeline.entries.length === 0) {
    return (
      <p className={styles.empty}>
        {filter === 'stages' ? (
          <Trans>No stage has changed yet.</Trans>
        ) : (
          <Trans>Write down what you talked about. The first note starts the contact clock.</Trans>
        )}
      </p>
    );
  }
  return <Entries timeline={timeline} {...rest} />;
}

function Entries({ timeline, ...rest }: Omit<BodyProps, 'filter'>) {
  const today = useToday();
  const years = timeline.entries.map((entry) => dayOf(new Date(entry.happenedAt)).slice(0, 4));
  return (
    <>
      <ol className={styles.entries}>
        {timeline.entries.map((entry, index) => (
          <Fragment key={`${entry.type} ${entry.id} ${entry.type === 'handoff' ? entry.event : ''}`}>
            {years[index] !== years[index - 1] && (
              <li className={index === 0 && years[0] === today.slice(0, 4) ? 'visually-hidden' : styles.year}>
                <h3>{years[index]}</h3>
              </li>
            )}
            <Entry entry={entry} {...rest} />
          </Fragment>
        ))}
      </ol>
      {timeline.hasMore && (
        <Button look="quiet" className={styles.more} onPress={timeline.loadMore}>
          <Trans>Show earlier</Trans>
        </Button>
      )}
    </>
  );
}

function Entry({
  entry,
  ...rest
}: Pick<BodyProps, 'contacts' | 'lang' | 'target'> & { readonly entry: TimelineEntry }) {
  switch (entry.type) {
    case 'note':
      return <NoteEntry entry={entry} {...rest} />;
    case 'stage':
      return <StageEntry entry={entry} />;
    case 'handoff':
      return <HandoffEntry entry={entry} />;
  }
}

/** A note that was found may lie further back than what is loaded. */
function useReaching({ entries, hasMore, loadMore }: TimelineState, noteId: string | null): void {
  const isMissing = noteId !== null && entries.length > 0 && !entries.some(({ id }) => id === noteId);
  useEffect(() => {
    if (isMissing && hasMore) loadMore();
  }, [isMissing, hasMore, loadMore, entries.length]);
}

function GreyRows() {
  return (
    <AfterPause>
      <div className={styles.grey}>
        <Skeleton height={38} />
        <Skeleton height={38} />
        <Skeleton height={38} />
      </div>
    </AfterPause>
  );
}
