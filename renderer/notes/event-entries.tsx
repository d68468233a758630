import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { engagementKindWords } from '../ui/engagement-words.ts';
import { formatFigure, formatPeriod, formatShortDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { navigate } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { i18n } from '../ui/words.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

type Of<Type extends TimelineEntry['type']> = Extract<TimelineEntry, { readonly type: Type }>;

export function HandoffEntry({ entry }: { readonly entry: Of<'handoff'> }) {
  const { t } = useLingui();
  const words = {
    started: t`Handoff started`,
    closed: t`Handoff closed`,
    cancelled: t`Handoff cancelled`,
    document: t`Handoff document issued`,
  };
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name={entry.event === 'document' ? 'document' : 'handoff'} />}>
      <Button
        look="quiet"
        size="small"
        className={styles.jump}
        onPress={() => navigate({ name: 'handoff', handoffId: entry.handoffId })}
      >
        {words[entry.event]}
      </Button>
      {entry.detail !== '' && <p className={styles.preview}>{entry.detail}</p>}
    </EntryRow>
  );
}

interface EventProps {
  readonly entry: TimelineEntry;
  readonly icon: IconName;
  readonly title: string;
  /** Two lines of it, all of it when the entry is opened. */
  readonly detail?: string;
  /** Said in a lower voice: there are many of its kind. */
  readonly isQuiet?: boolean;
  readonly children?: ReactNode;
}

function EventEntry({ entry, icon, title, detail = '', isQuiet = false, children }: EventProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name={icon} />}>
      {detail === '' ? (
        <p className={classNames(styles.title, isQuiet && styles.low)}>{title}</p>
      ) : (
        <h4 className={classNames(styles.title, styles.event, isQuiet && styles.low)}>
          <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {title}
          </button>
        </h4>
      )}
      {detail !== '' && <p className={isOpen ? styles.full : styles.preview}>{detail}</p>}
      {children}
    </EntryRow>
  );
}

export function EngagementEntry({ entry }: { readonly entry: Of<'engagement'> }) {
  const { t } = useLingui();
  const what = entry.title === '' ? i18n.t(engagementKindWords(entry.kind)) : entry.title;
  const title = entry.event === 'started' ? t`Work began: ${what}` : t`Work ended: ${what}`;
  return <EventEntry entry={entry} icon="folder" title={title} detail={entry.reason} />;
}

export function ReportEntry({ entry }: { readonly entry: Of<'report'> }) {
  const { t } = useLingui();
  const period = formatPeriod(useLanguage(), entry.period);
  const title = entry.kind === 'quarter' ? t`Review of ${period} is sent` : t`Report for ${period} is sent`;
  return <EventEntry entry={entry} icon="document" title={title} detail={entry.summary} />;
}

export function ReadingEntry({ entry }: { readonly entry: Of<'reading'> }) {
  const value = formatFigure(useLanguage(), entry.value, entry.unit);
  return <EventEntry entry={entry} icon="trend" title={`${entry.kpi}: ${value}`} detail={entry.remark} isQuiet />;
}

export function InsightEntry({ entry }: { readonly entry: Of<'insight'> }) {
  const { t } = useLingui();
  const { title } = entry;
  const words: Readonly<Record<string, string>> = {
    idea: t`We told an idea: ${title}`,
    global_problem: t`We named a global problem: ${title}`,
    limit: t`We told of a limit: ${title}`,
  };
  return (
    <EventEntry entry={entry} icon="idea" title={words[entry.kind] ?? title}>
      {entry.isBeyondContract && (
        <div className={styles.chips}>
          <Chip>
            <Trans>beyond the contract</Trans>
          </Chip>
        </div>
      )}
    </EventEntry>
  );
}

export function RequestEntry({ entry }: { readonly entry: Of<'request'> }) {
  const { t } = useLingui();
  const { wish } = entry;
  const words: Readonly<Record<string, string>> = {
    met: t`Request met: ${wish}`,
    partly: t`Request met in part: ${wish}`,
    no: t`Request turned down: ${wish}`,
  };
  return <EventEntry entry={entry} icon="check" title={words[entry.result] ?? wish} detail={entry.words} />;
}

export function IntentEntry({ entry }: { readonly entry: Of<'intent'> }) {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    yes: t`There is a plan for growth`,
    no: t`There is no plan for growth`,
  };
  const detail = [entry.saidBy, entry.words].filter(Boolean).join(': ');
  return (
    <EventEntry
      entry={entry}
      icon="calendar"
      title={words[entry.hasPlan] ?? t`It is not known whether there is a plan for growth`}
      detail={detail}
    />
  );
}

export function VerdictEntry({ entry }: { readonly entry: Of<'trial'> }) {
  const { t } = useLingui();
  const verdicts: Readonly<Record<string, string>> = { yes: t`yes`, no: t`no`, not_now: t`not now` };
  const verdict = verdicts[entry.verdict] ?? entry.verdict;
  const title =
    entry.side === 'ours' ? t`Our verdict on the trial: ${verdict}` : t`Their verdict on the trial: ${verdict}`;
  return <EventEntry entry={entry} icon="list" title={title} detail={entry.words} />;
}

export function SnoozeEntry({ entry }: { readonly entry: Of<'snooze'> }) {
  const { t } = useLingui();
  const until = formatShortDay(useLanguage(), entry.untilOn, useToday());
  return <EventEntry entry={entry} icon="clock" title={t`Put off until ${until}`} detail={entry.reason} />;
}
