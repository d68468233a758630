import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Contact, TimelineFilter } from '../../shared/contract/clients.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import type { Arrival } from '../ui/navigation.ts';
import { Segmented } from '../ui/segmented.tsx';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { EntryPage } from './entry-page.tsx';
import { leftTimeline } from './left-timelines.ts';
import styles from './timeline.module.css';
import { spotAbove } from './timeline-pages.ts';
import { useSight } from '../ui/use-sight.ts';
import { type Timeline as TimelineState, useTimeline } from './use-timeline.ts';

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
  const [filter, setFilter] = useState<TimelineFilter>(() => firstFilter(clientId, target));
  const [arrival, setArrival] = useState(target);
  if (arrival !== target) {
    setArrival(target);
    if (target !== null && filter !== 'notes') setFilter('all');
  }
  const timeline = useTimeline(clientId, filter, target !== null);
  useReaching(timeline, target);
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
            { id: 'figures', label: t`Figures` },
          ]}
          value={filter}
          onChange={setFilter}
        />
      </header>
      <TimelineBody timeline={timeline} filter={filter} contacts={contacts} lang={lang} target={target} />
    </section>
  );
}

function firstFilter(clientId: string, target: Arrival | null): TimelineFilter {
  return target === null ? (leftTimeline(clientId)?.filter ?? 'all') : 'all';
}

type BodyProps = Pick<TimelineProps, 'contacts' | 'lang' | 'target'> & {
  readonly timeline: TimelineState;
  readonly filter: TimelineFilter;
};

interface MishapProps {
  readonly children: ReactNode;
  readonly onRetry: () => void;
}

/** That something could not be read, beside all that was. */
function Mishap({ children, onRetry }: MishapProps) {
  return (
    <Banner
      tone="danger"
      role="alert"
      actions={
        <Button size="small" onPress={onRetry}>
          <Trans context="saving">Try again</Trans>
        </Button>
      }
    >
      {children}
    </Banner>
  );
}

function TimelineBody({ timeline, filter, ...rest }: BodyProps) {
  if (timeline.status === 'loading') return <GreyRows />;
  if (timeline.status === 'failed') {
    return <Mishap onRetry={timeline.retry}>{sentenceFor(timeline.problem)}</Mishap>;
  }
  const isEmpty = !timeline.hasMore && timeline.pages.every(({ entries }) => entries?.length === 0);
  const missed = timeline.missedNoteId;
  return (
    <>
      {missed !== null && (
        <Mishap onRetry={() => timeline.beginAt(missed)}>
          <Trans>The note that was found could not be opened.</Trans>
        </Mishap>
      )}
      {timeline.isOutOfDate && (
        <Mishap onRetry={timeline.retry}>
          <Trans>Part of the history could not be read again.</Trans>
        </Mishap>
      )}
      {(isEmpty || (filter === 'all' && hasNoNote(timeline))) && (
        <p className={styles.empty}>
          <NothingYet filter={filter} />
        </p>
      )}
      {!isEmpty && <Entries timeline={timeline} {...rest} />}
    </>
  );
}

/** What the program writes down by itself is no contact: until the first note somebody is asked for it. */
function hasNoNote({ pages, hasMore, beginsLater }: TimelineState): boolean {
  return (
    !hasMore && !beginsLater && pages.every(({ entries }) => entries?.every(({ type }) => type !== 'note') ?? false)
  );
}

function NothingYet({ filter }: { readonly filter: TimelineFilter }) {
  if (filter === 'stages') return <Trans>No stage has changed yet.</Trans>;
  if (filter === 'figures') return <Trans>No figures and no reports yet. They are kept under “Work”.</Trans>;
  return <Trans>Write down what you talked about. With the first contact the clock starts anew.</Trans>;
}

function Entries({ timeline, ...rest }: Omit<BodyProps, 'filter'>) {
  const { pages, session, heights, hasMore, beginsLater, loadMore, see, beginAtNewest } = timeline;
  return (
    <>
      {beginsLater && (
        <Button look="quiet" className={styles.more} onPress={beginAtNewest}>
          <Trans>To the newest</Trans>
        </Button>
      )}
      <div className={styles.pages}>
        {pages.map((page, index) => (
          <EntryPage
            key={`${session} ${page.key}`}
            page={page}
            heights={heights}
            spotAbove={spotAbove(pages, index)}
            onSight={see}
            {...rest}
          />
        ))}
      </div>
      {hasMore && timeline.isCutShort && (
        <Mishap onRetry={loadMore}>
          <Trans>Earlier entries could not be read.</Trans>
        </Mishap>
      )}
      {hasMore && !timeline.isCutShort && <Earlier key={`${session} ${pages.length}`} onReached={loadMore} />}
    </>
  );
}

/** Read when it comes into sight; the button is for whoever does not scroll. */
function Earlier({ onReached }: { readonly onReached: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useSight(place, (isNear) => isNear && onReached());
  return (
    <div ref={place}>
      <Button look="quiet" className={styles.more} onPress={onReached}>
        <Trans>Show earlier</Trans>
      </Button>
    </div>
  );
}

/** A note that was found may lie further back than what is loaded: the history then begins with it. */
function useReaching({ status, pages, beginAt }: TimelineState, target: Arrival | null): void {
  const reach = useEffectEvent((noteId: string) => {
    if (!pages.some(({ entries }) => entries?.some(({ id }) => id === noteId))) beginAt(noteId);
  });
  useEffect(() => {
    if (target !== null && status === 'ready') reach(target.noteId);
  }, [target, status]);
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
