import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { AttentionGroup, AttentionReason, AttentionRow } from '../../shared/health/attention.ts';
import { nextContact } from '../../shared/health/attention.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { formatDay, formatWeekday } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { navigate, openOverlay } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import styles from './attention-page.module.css';
import { loadAttention, useAttention, useAttentionStore } from './attention-store.ts';

/** One calm list of what waits for a partner. */
export function AttentionPage() {
  const { t } = useLingui();
  const rows = useAttention(useSession((session) => session.partnerFilter));
  const { status, problem } = useAttentionStore();
  const groups: readonly (readonly [AttentionGroup, string])[] = [
    ['today', t`Today`],
    ['week', t`This week`],
    ['watch', t`Keep an eye`],
  ];
  return (
    <Page title={t`Attention`} isFilteredByPartner>
      {status === 'failed' && (
        <EmptyState
          title={t`The list could not be read`}
          actions={<Button onPress={() => void loadAttention()}>{t`Try again`}</Button>}
        >
          {sentenceForCode(problem ?? 'unexpected')}
        </EmptyState>
      )}
      {status === 'loading' && (
        <AfterPause>
          <div className={styles.group}>
            <Skeleton width="100%" height={40} />
          </div>
        </AfterPause>
      )}
      {status === 'ready' && rows.length === 0 && <AllCalm />}
      {status === 'ready' &&
        groups.map(([group, title]) => (
          <Group key={group} title={title} rows={rows.filter((row) => row.group === group)} />
        ))}
    </Page>
  );
}

function AllCalm() {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const clients = useAttentionStore((state) => state.clients);
  const cards = useAttentionStore((state) => state.cards);
  const next = nextContact(clients, today);
  const name = next ? (cards.get(next.clientId)?.name ?? '') : '';
  const day = next ? formatDay(language, next.on, today) : '';
  return (
    <EmptyState title={t`All is calm`}>
      {next
        ? t`The next contact by plan is on ${day}: ${name}`
        : t`Clients you have not spoken to for too long will appear here.`}
    </EmptyState>
  );
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly AttentionRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.heading}>
        {title} <span className={styles.count}>{rows.length}</span>
      </h2>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={`${row.clientId} ${row.reason.kind}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: AttentionRow }) {
  const card = useAttentionStore((state) => state.cards.get(row.clientId));
  const sentence = useSentence(row.reason);
  if (!card) return null;
  const isLate = row.group !== 'week' && row.reason.kind !== 'step_today';
  return (
    <li className={styles.row}>
      <Icon name={isLate ? 'risk' : 'next'} className={isLate ? styles.late : styles.mark} />
      <div className={styles.words}>
        <Button look="link" onPress={() => navigate({ name: 'client', clientId: row.clientId })}>
          {card.name}
        </Button>
        <p className={isLate ? styles.late : undefined}>{sentence}</p>
      </div>
      <RowAction row={row} />
    </li>
  );
}

function RowAction({ row: { clientId, reason } }: { readonly row: AttentionRow }) {
  const { t } = useLingui();
  switch (reason.kind) {
    case 'rhythm':
      return <Button onPress={() => openOverlay({ name: 'quick-note', clientId })}>{t`Write down a contact`}</Button>;
    case 'handoff_overdue':
    case 'handoff_past_end':
      return (
        <Button
          onPress={() => navigate({ name: 'handoff', handoffId: reason.handoffId })}
        >{t`Open the handoff`}</Button>
      );
    case 'step_overdue':
    case 'step_today':
    case 'step_soon':
      return <Button onPress={() => navigate({ name: 'client', clientId })}>{t`Open the client`}</Button>;
  }
}

function useSentence(reason: AttentionReason): string {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  switch (reason.kind) {
    case 'step_overdue': {
      const { title, days } = reason;
      return t`${title}: ${plural(days, { one: '# day late', other: '# days late' })}`;
    }
    case 'step_today':
      return reason.title;
    case 'step_soon': {
      const day = formatWeekday(language, reason.dueOn, today);
      return `${day}: ${reason.title}`;
    }
    case 'rhythm': {
      const { days, norm } = reason;
      return t`No contact for ${plural(days, { one: '# day', other: '# days' })}, the norm is ${norm}`;
    }
    case 'handoff_overdue': {
      const { count } = reason;
      return t`Overdue in the handoff: ${count}`;
    }
    case 'handoff_past_end': {
      const { days } = reason;
      return t`The month ended ${plural(days, { one: '# day', other: '# days' })} ago, and the handoff is still open`;
    }
  }
}
