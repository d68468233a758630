import { useLingui } from '@lingui/react/macro';
import type { AttentionRow } from '../../shared/contract/health.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { today } from '../ui/clock.ts';
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
  const today = useAttention((state) => state.today);
  const sentence = useSentence(row, today);
  const isLate = row.lateDays > 0;
  return (
    <li className={styles.row}>
      <Mark row={row} />
      <div className={styles.words}>
        <ClientLink row={row} />
        <p className={isLate ? styles.late : undefined}>{sentence}</p>
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

/** The box of a task is ticked here as well as in its note and on its client's page. */
function Mark({ row: { reason, lateDays } }: { readonly row: AttentionRow }) {
  const { t } = useLingui();
  const isLate = lateDays > 0;
  if (reason.kind !== 'task')
    return <Icon name={isLate ? 'risk' : 'next'} className={isLate ? styles.late : styles.mark} />;
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
      {clientName}
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
  const named = useNamed(row);
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
      return <OpenClient row={row} words={t`Open the client`} tab="dossier" />;
    case 'verdict':
      return <OpenClient row={row} words={t`Give the verdicts`} tab="playbook" />;
    case 'revisit':
      return (
        <Popover label={t`Next step`} trigger={<Button {...named(t`Set a next step`)} />}>
          {(close) => (
            <NextStepForm
              step={null}
              proposedOn={reason.on > today() ? reason.on : today()}
              needsDay
              onSave={(title, dueOn) => setNextStep(clientId, title, dueOn)}
              onDone={close}
            />
          )}
        </Popover>
      );
  }
}

/** The words on a button, which those who hear the page hear with the client's name. */
function useNamed({ clientName }: AttentionRow) {
  return (words: string) => ({ children: words, 'aria-label': `${words}: ${clientName}` });
}

interface OpenClientProps {
  readonly row: AttentionRow;
  readonly words: string;
  readonly tab?: ClientTab;
}

function OpenClient({ row, words, tab }: OpenClientProps) {
  const named = useNamed(row);
  const { clientId } = row;
  return (
    <Button
      onPress={() => navigate({ name: 'client', clientId, ...(tab === undefined ? {} : { tab }) })}
      {...named(words)}
    />
  );
}
