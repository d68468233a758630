import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import { Agreements } from './agreements.tsx';
import { loadWork } from './client-work/load-work.ts';
import { FirstFigure, GoalsHint } from './client-work/work-summary.tsx';
import styles from './inspector.module.css';
import { NextStep } from './next-step.tsx';
import { People } from './people.tsx';
import { Signals } from './signals/signals.tsx';
import { Tasks } from './tasks.tsx';
import { usePart } from './use-part.ts';
import { useSpot } from './use-spot.ts';

/** A task that is ticked, or taken back, is drawn anew in another section; it may stand in another part of the page as well. */
const toSameTask: WaysOn<string> = {
  markOf: (focused) => focused.closest('[data-task]')?.getAttribute('data-task') ?? null,
  goOn: (place, id) => place.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"] input`)?.focus(),
};

/** What one needs to know before picking up the phone. */
export function Inspector({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const { value: work } = usePart(page.card.id, loadWork);
  const keptFocus = useKeptFocus<HTMLElement, string>(toSameTask);
  useSpot(keptFocus.ref);
  return (
    <aside className={styles.inspector} aria-label={t`About the client`} {...keptFocus}>
      <NextStep page={page} />
      <Signals page={page}>{work !== null && <GoalsHint work={work} />}</Signals>
      <Tasks page={page} />
      {work !== null && <FirstFigure work={work} lang={page.language ?? undefined} />}
      <People page={page} />
      <Agreements page={page} />
    </aside>
  );
}
