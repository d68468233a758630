import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { HandoffSummary } from '../../shared/contract/handoff.ts';
import { languageOfText } from '../../shared/text-language.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { formatDay } from '../ui/format.ts';
import { navigate } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { usePartner, useLanguage, useSession } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { useReturningFocus } from '../ui/way-back.ts';
import styles from './list-page.module.css';
import { LoadingList } from './loading.tsx';
import { followHandoffs, loadHandoffs, useHandoffs } from './handoffs-store.ts';

/** Running handoffs first, by the day they end; what is over below. */
export function HandoffsPage() {
  const { t } = useLingui();
  const { status, problem, handoffs } = useHandoffs();
  const { label } = useStageWords()('ended');
  const filter = useSession((session) => session.partnerFilter);
  const shown = handoffs.filter((handoff) => filter === null || handoff.leadPartnerId === filter);
  const running = shown.filter((handoff) => handoff.state === 'running');
  const over = shown.filter((handoff) => handoff.state !== 'running');
  useEffect(followHandoffs, []);
  useReturningFocus(status === 'ready');
  return (
    <Page title={t`Handoffs`} isFilteredByPartner>
      {status === 'loading' && <LoadingList />}
      {status === 'failed' && (
        <EmptyState
          title={t`The handoffs could not be read`}
          actions={<Button onPress={() => void loadHandoffs()}>{t`Try again`}</Button>}
        >
          {sentenceFor(problem)}
        </EmptyState>
      )}
      {status === 'ready' && shown.length === 0 && (
        <EmptyState title={t`No handoffs`}>{t`One begins when a client leaves for “${label}”.`}</EmptyState>
      )}
      <Group label={t`Under way`} handoffs={running} />
      <Group label={t`Over`} handoffs={over} />
    </Page>
  );
}

function Group({ label, handoffs }: { readonly label: string; readonly handoffs: readonly HandoffSummary[] }) {
  if (handoffs.length === 0) return null;
  return (
    <section className={styles.group} aria-label={label}>
      <h2 className={styles.label}>{label}</h2>
      <ul>
        {handoffs.map((handoff) => (
          <li key={handoff.id} className={styles.row}>
            <Row handoff={handoff} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ handoff }: { readonly handoff: HandoffSummary }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const lead = usePartner(handoff.leadPartnerId);
  const { done, total, overdue } = handoff;
  const from = formatDay(language, handoff.startOn, today);
  const to = formatDay(language, handoff.endOn, today);
  return (
    <>
      <button
        type="button"
        className={styles.name}
        lang={languageOfText(handoff.clientName)}
        data-focus-key={`handoff ${handoff.id}`}
        onClick={() => navigate({ name: 'handoff', handoffId: handoff.id })}
      >
        {handoff.clientName}
      </button>
      <p className={styles.facts}>{t`${from} – ${to}`}</p>
      <p className={styles.facts}>{lead?.name ?? ''}</p>
      <p className={styles.facts}>
        {handoff.state === 'cancelled' ? t`cancelled` : t`${done} of ${total} done`}
        {handoff.state === 'running' && overdue > 0 && <span className={styles.late}>{t`${overdue} overdue`}</span>}
      </p>
    </>
  );
}
