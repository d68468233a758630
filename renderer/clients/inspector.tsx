import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import { useNavigation } from '../ui/navigation.ts';
import { useSpot } from '../ui/use-spot.ts';
import { Agreements } from './agreements.tsx';
import { loadWork } from './client-work/load-work.ts';
import { FirstFigure, GoalsHint } from './client-work/work-summary.tsx';
import styles from './inspector.module.css';
import { NextStep } from './next-step.tsx';
import { PartState } from './part-state.tsx';
import { People } from './people.tsx';
import { Section } from './section.tsx';
import { Signals } from './signals/signals.tsx';
import { Tasks } from './tasks.tsx';
import { usePart } from './use-part.ts';
import { holdsTask, useSoughtTask } from './sought-task.ts';

interface TaskMark {
  readonly id: string;
  /** What of the task; null for its box. */
  readonly part: string | null;
  readonly section: Element | null;
}

/**
 * A task that is ticked, put off or given to another side may be drawn anew in another section; it may stand in another
 * part of the page as well. One that is deleted leaves the keyboard at the head of its section.
 */
const toSameTask: WaysOn<TaskMark> = {
  markOf: (focused) => {
    const id = focused.closest('[data-task]')?.getAttribute('data-task') ?? null;
    const part = focused.closest('[data-part]')?.getAttribute('data-part') ?? null;
    return id === null ? null : { id, part, section: focused.closest('section') };
  },
  goOn: (place, { id, part, section }) => {
    const row = `[data-task="${CSS.escape(id)}"]`;
    const same = part === null ? null : place.querySelector<HTMLElement>(`${row} [data-part="${part}"] button`);
    const next = same ?? place.querySelector<HTMLElement>(`${row} input`);
    (next ?? section?.querySelector<HTMLElement>('button, input'))?.focus();
  },
};

/** What one needs to know before picking up the phone. */
export function Inspector({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const part = usePart(page.card.id, loadWork);
  const work = part.value;
  const keptFocus = useKeptFocus<HTMLElement, TaskMark>(toSameTask);
  const spot = useNavigation(({ route }) => (route.name === 'client' ? route.spot : undefined));
  const sought = useSoughtTask(page, spot);
  useSpot(keptFocus.ref, spot, spot?.record !== 'task' || holdsTask(page, spot.id) || sought !== null);
  return (
    <aside className={styles.inspector} aria-label={t`About the client`} {...keptFocus}>
      <NextStep page={page} />
      <Signals page={page}>{work !== null && <GoalsHint work={work} />}</Signals>
      {part.problem !== null && (
        <Section title={t`Goals and figures`}>
          <PartState part={part} />
        </Section>
      )}
      {work !== null && <FirstFigure work={work} lang={page.language ?? undefined} />}
      <People page={page} />
      <Agreements page={page} />
      <Tasks page={page} sought={sought} />
    </aside>
  );
}
