import { Trans, useLingui } from '@lingui/react/macro';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { signalOf } from '../../shared/signal-order.ts';
import { Chip } from '../ui/chip.tsx';
import { useToday } from '../ui/clock.ts';
import { engagementKindWords } from '../ui/engagement-words.ts';
import { formatFigure, formatPeriod, formatShortDay } from '../ui/format.ts';
import { navigate } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { useReasonNames } from '../ui/health-words.ts';
import { openRecord, verdictRecord } from '../ui/sought-record.ts';
import { i18n } from '../ui/words.ts';
import { EventEntry } from './event-entry.tsx';
import styles from './timeline.module.css';

function inWork({ id }: TimelineEntry): () => void {
  return () => openRecord(id, 'work');
}

function inPlaybook({ id }: TimelineEntry): () => void {
  return () => openRecord(id, 'playbook');
}

type Of<Type extends TimelineEntry['type']> = Extract<TimelineEntry, { readonly type: Type }>;

export function HandoffEntry({ entry }: { readonly entry: Of<'handoff'> }) {
  const { t } = useLingui();
  const words = {
    started: t`Handoff started`,
    closed: t`Handoff closed`,
    cancelled: t`Handoff cancelled`,
    extended: t`Handoff extended by a week`,
    document: t`Handoff document issued`,
  };
  return (
    <EventEntry
      entry={entry}
      edit={() => navigate({ name: 'handoff', handoffId: entry.handoffId })}
      icon={entry.event === 'document' ? 'document' : 'handoff'}
      title={words[entry.event]}
    >
      {entry.detail !== '' && <p className={styles.preview}>{entry.detail}</p>}
    </EventEntry>
  );
}

export function EngagementEntry({ entry }: { readonly entry: Of<'engagement'> }) {
  const { t } = useLingui();
  const what = entry.title === '' ? i18n.t(engagementKindWords(entry.kind)) : entry.title;
  const title = entry.event === 'started' ? t`Work began: ${what}` : t`Work ended: ${what}`;
  return <EventEntry entry={entry} edit={inWork(entry)} icon="folder" title={title} detail={entry.reason} />;
}

export function ReportEntry({ entry }: { readonly entry: Of<'report'> }) {
  const { t } = useLingui();
  const period = formatPeriod(useLanguage(), entry.period);
  const title = entry.kind === 'quarter' ? t`Review of ${period} is sent` : t`Report for ${period} is sent`;
  return <EventEntry entry={entry} edit={inWork(entry)} icon="document" title={title} detail={entry.summary} />;
}

export function ReadingEntry({ entry }: { readonly entry: Of<'reading'> }) {
  const value = formatFigure(useLanguage(), entry.value, entry.unit);
  return (
    <EventEntry
      entry={entry}
      edit={inWork(entry)}
      icon="trend"
      title={`${entry.kpi}: ${value}`}
      detail={entry.remark}
      isQuiet
    />
  );
}

export function InsightEntry({ entry }: { readonly entry: Of<'insight'> }) {
  const { t } = useLingui();
  const { title } = entry;
  const words: Readonly<Record<string, string>> = {
    idea: t`We shared an idea: ${title}`,
    global_problem: t`We named a global problem: ${title}`,
    limit: t`We named a limit: ${title}`,
  };
  return (
    <EventEntry entry={entry} edit={inPlaybook(entry)} icon="idea" title={words[entry.kind] ?? title}>
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
  if (entry.event === 'asked')
    return <EventEntry entry={entry} edit={inPlaybook(entry)} icon="chat" title={t`They asked for: ${wish}`} />;
  const words: Readonly<Record<string, string>> = {
    met: t`Request met: ${wish}`,
    partly: t`Request met in part: ${wish}`,
    no: t`Request turned down: ${wish}`,
  };
  return (
    <EventEntry
      entry={entry}
      edit={inPlaybook(entry)}
      icon="check"
      title={words[entry.result] ?? wish}
      detail={entry.words}
    />
  );
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
      edit={inPlaybook(entry)}
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
  const edit = () => openRecord(verdictRecord(entry.id, entry.side), 'playbook');
  return <EventEntry entry={entry} edit={edit} icon="list" title={title} detail={entry.words} />;
}

export function TrialEntry({ entry }: { readonly entry: Of<'trial_begun'> }) {
  const { t } = useLingui();
  return (
    <EventEntry
      entry={entry}
      edit={inPlaybook(entry)}
      icon="list"
      title={t`A trial began`}
      detail={entry.successSign}
    />
  );
}

export function ImpressionEntry({ entry }: { readonly entry: Of<'impression'> }) {
  const { t } = useLingui();
  return (
    <EventEntry
      entry={entry}
      edit={inPlaybook(entry)}
      icon="eye"
      title={t`First impression written down`}
      detail={entry.words}
    />
  );
}

/** A long decision begins with what was decided. */
export function DecisionEntry({ entry }: { readonly entry: Of<'decision'> }) {
  const { t } = useLingui();
  const [first = '', ...rest] = entry.text.split('\n');
  const edit = () => openRecord(entry.id, 'dossier');
  return (
    <EventEntry
      entry={entry}
      edit={edit}
      icon="document"
      title={t`Decided: ${first}`}
      detail={rest.join('\n').trim()}
    />
  );
}

export function LeavingEntry({ entry }: { readonly entry: Of<'left'> }) {
  const { t } = useLingui();
  const { name } = entry;
  const edit = () => openRecord(entry.id, 'dossier');
  return <EventEntry entry={entry} edit={edit} icon="person" title={t`No longer there: ${name}`} />;
}

export function SignalEntry({ entry }: { readonly entry: Of<'signal'> }) {
  const { t } = useLingui();
  const signal = signalOf(entry.code)?.label[useLanguage()] ?? entry.code;
  const title = entry.event === 'marked' ? t`Signal marked: ${signal}` : t`No longer true: ${signal}`;
  const edit = entry.isStillTrue
    ? () => openRecord(entry.id)
    : t`This signal is no longer true: only the history keeps it.`;
  return <EventEntry entry={entry} edit={edit} icon="flag" title={title} detail={entry.evidence} />;
}

export function SnoozeEntry({ entry }: { readonly entry: Of<'snooze'> }) {
  const { t } = useLingui();
  const today = useToday();
  const until = formatShortDay(useLanguage(), entry.untilOn, today);
  const what = useSubjects(entry);
  const title = what === '' ? t`Put off until ${until}` : t`Put off until ${until}: ${what}`;
  const isOfHealth = entry.subjects.some(({ kind }) => kind === 'health');
  const edit =
    entry.untilOn > today
      ? () => (isOfHealth ? openRecord(entry.id) : navigate({ name: 'attention', record: entry.id }))
      : t`That day has come: nothing is put off any more.`;
  return <EventEntry entry={entry} edit={edit} icon="clock" title={title} detail={entry.reason} />;
}

/** A kind that this version does not know is passed over. */
function useSubjects({ subjects }: Of<'snooze'>): string {
  const { t } = useLingui();
  const language = useLanguage();
  const reasonName = useReasonNames();
  const wordsOf = ({ kind, name }: (typeof subjects)[number]): string => {
    const period = kind === 'report' ? formatPeriod(language, name) : '';
    const words: Readonly<Record<string, string>> = {
      task: name === '' ? t`a task` : name,
      rhythm: t`the next contact`,
      report: name.includes('Q') ? t`review of ${period}` : t`report for ${period}`,
      asset: name === '' ? t`a renewal` : t`renewal: ${name}`,
      health: reasonName(name),
      revisit: t`a return to the trial`,
      verdict: t`the verdicts on the trial`,
      handoff_item: name === '' ? t`items of the handoff` : name,
      handoff_end: t`the end of the handoff`,
      handoff_past_end: t`the end of the handoff`,
    };
    return words[kind] ?? '';
  };
  return [...new Set(subjects.map(wordsOf).filter(Boolean))].join(', ');
}
