import { useLingui } from '@lingui/react/macro';
import type { HealthReason } from '../../shared/contract/client-health.ts';
import type { AttentionRow } from '../../shared/contract/health.ts';
import { languageOfText } from '../../shared/text-language.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { today } from '../ui/clock.ts';
import { useVerdictWords } from '../ui/health-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Monogram } from '../ui/monogram.tsx';
import { type ClientTab, navigate, openOverlay } from '../ui/navigation.ts';
import { NextStepForm } from '../ui/next-step-form.tsx';
import { Popover } from '../ui/popover.tsx';
import { useMe, usePartner } from '../ui/session.ts';
import { SnoozeForm } from '../ui/snooze-form.tsx';
import { finishTask, markSent, setNextStep, snooze } from './attention-commands.ts';
import styles from './attention-page.module.css';
import { useAttention } from './attention-store.ts';
import { useSentence } from './attention-words.ts';
import { RescheduleForm } from './reschedule-form.tsx';

export function rowKey({ clientId, subjects }: AttentionRow): string {
  return `${clientId} ${subjects[0] ?? ''}`;
}

/** A client, why it waits, the one thing to do about it, and the way to put it off. */
export function Row({ row }: { readonly row: AttentionRow }) {
  const { t } = useLingui();
  return (
    <li className={styles.row}>
      <Mark row={row} />
      <div className={styles.words}>
        <ClientLink row={row} />
        <Sentence row={row} />
      </div>
      <Lead partnerId={row.partnerId} />
      <div className={styles.actions}>
        <RowAction row={row} />
        <Popover
          label={t`Snooze: ${row.clientName}`}
          trigger={<Button look="quiet" aria-label={t`Snooze: ${row.clientName}`}>{t`Snooze`}</Button>}
        >
          {(close) => <SnoozeForm onSnooze={(untilOn, reason) => snooze(row, untilOn, reason)} onDone={close} />}
        </Popover>
      </div>
    </li>
  );
}

/** In the language of the client where it is the client that is quoted. */
function Sentence({ row }: { readonly row: AttentionRow }) {
  const today = useAttention((state) => state.today);
  const sentence = useSentence(row, today);
  const verdicts = useVerdictWords();
  const { reason } = row;
  if (reason.kind !== 'health') return <p className={isGrave(row) ? styles.late : undefined}>{sentence}</p>;
  return (
    <p className={isGrave(row) ? styles.late : undefined}>
      <span className="visually-hidden">{verdicts[reason.verdict]}: </span>
      <span lang={reason.language}>{sentence}</span>
    </p>
  );
}

function isGrave({ reason, lateDays }: AttentionRow): boolean {
  return reason.kind === 'health' ? reason.verdict === 'risk' : lateDays > 0;
}

/** The box of a task is ticked here as well as in its note and on its client's page. */
function Mark({ row }: { readonly row: AttentionRow }) {
  const { t } = useLingui();
  const { reason } = row;
  if (reason.kind !== 'task') {
    const quiet = reason.kind === 'health' ? ('watch' as const) : ('next' as const);
    const quietLook = reason.kind === 'health' ? styles.doubt : styles.mark;
    return <Icon name={isGrave(row) ? 'risk' : quiet} className={isGrave(row) ? styles.late : quietLook} />;
  }
  return (
    <Checkbox
      aria-label={t`Done: ${reason.title}`}
      className={styles.tick}
      isSelected={false}
      onChange={() => void finishTask(reason.taskId, reason.title)}
    />
  );
}

export function ClientLink({ row: { clientId, clientName } }: { readonly row: AttentionRow }) {
  return (
    <Button look="link" onPress={() => navigate({ name: 'client', clientId })} data-focus-key={`attention ${clientId}`}>
      <span lang={languageOfText(clientName)}>{clientName}</span>
    </Button>
  );
}

function Lead({ partnerId }: { readonly partnerId: string | null }) {
  const partner = usePartner(partnerId);
  const me = useMe();
  return (
    <span className={styles.lead}>
      {partner && <Monogram letters={partner.monogram} name={partner.name} isMe={partner.id === me?.id} />}
    </span>
  );
}

function RowAction({ row }: { readonly row: AttentionRow }) {
  const { t } = useLingui();
  const { clientId, reason, lateDays } = row;
  const named = useNamed(row.clientName);
  switch (reason.kind) {
    case 'rhythm':
      return (
        <Button onPress={() => openOverlay({ name: 'quick-note', clientId })} {...named(t`Write down a contact`)} />
      );
    case 'handoff_overdue':
    case 'handoff_due':
    case 'handoff_end':
    case 'handoff_past_end':
      return (
        <Button
          onPress={() => navigate({ name: 'handoff', handoffId: reason.handoffId })}
          {...named(t`Open the handoff`)}
        />
      );
    case 'task':
      if (lateDays < 0) return <OpenClient row={row} words={t`Open the client`} />;
      return (
        <Popover label={t`Move: ${reason.title}`} trigger={<Button {...named(t`Reschedule`)} />}>
          {(close) => <RescheduleForm taskId={reason.taskId} dueOn={reason.dueOn} onDone={close} />}
        </Popover>
      );
    case 'report':
      return (
        <Button onPress={() => void markSent(clientId, reason.report, reason.period)} {...named(t`Mark as sent`)} />
      );
    case 'renewal':
      return <OpenClient row={row} words={t`Open the client`} place={{ tab: 'dossier' }} />;
    case 'verdict':
      return <OpenClient row={row} words={t`Give the verdicts`} place={{ tab: 'playbook' }} />;
    case 'revisit':
      return <SetNextStep row={row} proposedOn={reason.on} />;
    case 'health':
      if (reason.worst.code === 'next_step' && reason.worst.stale === undefined)
        return <SetNextStep row={row} proposedOn={today()} />;
      return <OpenClient row={row} words={t`Open the client`} place={placeOf(reason.worst)} />;
  }
}

/** Where what is doubtful is written down; without a tab it stands beside them all. */
function placeOf(reason: HealthReason): Place {
  switch (reason.code) {
    case 'flag':
      return { record: reason.markId };
    case 'next_step':
      return recordOf(reason.stale?.taskId);
    case 'results':
      return { tab: 'work', ...recordOf(reason.kpi?.id) };
    case 'plateau':
    case 'below_goal':
      return { tab: 'work', record: reason.kpi.id };
    case 'ideas':
    case 'no_new_idea':
      return { tab: 'playbook', ...recordOf(reason.insightId) };
    case 'intent':
      return { tab: 'playbook', ...recordOf(reason.checkId) };
    default:
      return {};
  }
}

function recordOf(id: string | null | undefined): Pick<Place, 'record'> {
  return id ? { record: id } : {};
}

interface SetNextStepProps {
  readonly row: AttentionRow;
  readonly proposedOn: string;
}

function SetNextStep({ row, proposedOn }: SetNextStepProps) {
  const { t } = useLingui();
  const named = useNamed(row.clientName);
  return (
    <Popover label={t`Next step`} trigger={<Button {...named(t`Set a next step`)} />}>
      {(close) => (
        <NextStepForm
          step={null}
          proposedOn={proposedOn > today() ? proposedOn : today()}
          needsDay
          onSave={(title, dueOn) => setNextStep(row.clientId, title, dueOn)}
          onDone={close}
        />
      )}
    </Popover>
  );
}

/** The words on a button, which those who hear the page hear with the client's name. */
function useNamed(clientName: string) {
  return (words: string) => ({ children: words, 'aria-label': `${words}: ${clientName}` });
}

/** On the page of a client. */
interface Place {
  readonly tab?: ClientTab;
  readonly record?: string;
}

interface OpenClientProps {
  readonly row: AttentionRow;
  readonly words: string;
  readonly place?: Place;
}

function OpenClient({ row: { clientId, clientName }, words, place }: OpenClientProps) {
  const named = useNamed(clientName);
  return <Button onPress={() => navigate({ name: 'client', clientId, ...place })} {...named(words)} />;
}
