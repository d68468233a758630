import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AttentionRow, PlannedContact } from '../../shared/contract/health.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { formatDay } from '../ui/format.ts';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { Page } from '../ui/page.tsx';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import styles from './attention-page.module.css';
import { Row, rowKey } from './attention-row.tsx';
import { loadAttention, useAttention } from './attention-store.ts';
import { toRowInItsPlace } from './row-focus.ts';
import { SnoozedList } from './snoozed-list.tsx';

/** One calm list of what waits for a partner. */
export function AttentionPage() {
  const { t } = useLingui();
  const { status, problem } = useAttention();
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
      {status === 'ready' && <Lists />}
    </Page>
  );
}

function Lists() {
  const { t } = useLingui();
  const partnerId = useSession((session) => session.partnerFilter);
  const isTheirs = (row: { readonly partnerId: string | null }) => partnerId === null || row.partnerId === partnerId;
  const rows = useAttention((state) => state.rows).filter(isTheirs);
  const snoozed = useAttention((state) => state.snoozed).filter(({ row }) => isTheirs(row));
  const next = useAttention((state) => state.next).find(isTheirs);
  const keptFocus = useKeptFocus<HTMLDivElement, number>(toRowInItsPlace);
  const groups: readonly (readonly [AttentionRow['group'], string])[] = [
    ['today', t`Today`],
    ['week', t`This week`],
    ['watch', t`Keep an eye`],
  ];
  return (
    <div {...keptFocus}>
      {rows.length === 0 && <AllCalm next={next ?? null} />}
      {groups.map(([group, title]) => (
        <Group key={group} title={title} rows={rows.filter((row) => row.group === group)} />
      ))}
      <SnoozedList rows={snoozed} />
    </div>
  );
}

function AllCalm({ next }: { readonly next: PlannedContact | null }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useAttention((state) => state.today);
  const name = next?.clientName ?? '';
  const day = next ? formatDay(language, next.on, today) : '';
  return (
    <EmptyState title={t`All is calm`}>
      {next
        ? t`The next contact by plan is on ${day}: ${name}`
        : t`Clients you have not spoken to for too long will appear here.`}
    </EmptyState>
  );
}

/** More than a person reads in one go is shown on request: a long list of buttons makes the page slow. */
const shownAtOnce = 50;

function Group({ title, rows }: { readonly title: string; readonly rows: readonly AttentionRow[] }) {
  const { t } = useLingui();
  const [shown, setShown] = useState(shownAtOnce);
  if (rows.length === 0) return null;
  const hidden = rows.length - shown;
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.heading}>
        {title} <span className={styles.count}>{rows.length}</span>
      </h2>
      <ul className={styles.rows}>
        {rows.slice(0, shown).map((row) => (
          <Row key={rowKey(row)} row={row} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + shownAtOnce)}>{t`Show more: ${hidden} left`}</Button>
      )}
    </section>
  );
}
