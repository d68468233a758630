import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { Agreements } from './agreements.tsx';
import { loadWork } from './client-work/load-work.ts';
import { FirstFigure, GoalsHint } from './client-work/work-summary.tsx';
import { useFocusThatFollows } from './following-focus.ts';
import styles from './inspector.module.css';
import { NextStep } from './next-step.tsx';
import { People } from './people.tsx';
import { Signals } from './signals/signals.tsx';
import { Tasks } from './tasks.tsx';
import { usePart } from './use-part.ts';

/** What one needs to know before picking up the phone. */
export function Inspector({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const { value: work } = usePart(page.card.id, loadWork);
  const followsFocus = useFocusThatFollows<HTMLElement>(page.tasks);
  return (
    <aside className={styles.inspector} aria-label={t`About the client`} {...followsFocus}>
      <NextStep page={page} />
      <Signals page={page}>{work !== null && <GoalsHint work={work} />}</Signals>
      <Tasks page={page} />
      {work !== null && <FirstFigure work={work} lang={page.language ?? undefined} />}
      <People page={page} />
      <Agreements page={page} />
    </aside>
  );
}
