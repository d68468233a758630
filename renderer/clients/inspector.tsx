import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { Agreements } from './agreements.tsx';
import { useFocusThatFollows } from './following-focus.ts';
import styles from './inspector.module.css';
import { NextStep } from './next-step.tsx';
import { People } from './people.tsx';
import { Signals } from './signals/signals.tsx';
import { Tasks } from './tasks.tsx';
import { WorkSummary } from './client-work/work-summary.tsx';

/** What one needs to know before picking up the phone. */
export function Inspector({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const followsFocus = useFocusThatFollows<HTMLElement>(page.tasks);
  return (
    <aside className={styles.inspector} aria-label={t`About the client`} {...followsFocus}>
      <NextStep page={page} />
      <Signals page={page} />
      <Tasks page={page} />
      <WorkSummary clientId={page.card.id} lang={page.language ?? undefined} />
      <People page={page} />
      <Agreements page={page} />
    </aside>
  );
}
