import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ClientPage, Task } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useNavigation } from '../ui/navigation.ts';
import { Popover } from '../ui/popover.tsx';
import { useSight } from '../ui/use-sight.ts';
import { Section } from './section.tsx';
import styles from './task-row.module.css';
import { TaskForm } from './task-form.tsx';
import { TaskRow } from './task-row.tsx';

/** So many are what one looks at; drawing thousands would take seconds. */
const nearest = 30;

interface TasksProps {
  readonly page: ClientPage;
  /** One that was done too long ago for the page, and that a search led to. */
  readonly sought: Task | null;
}

/** All tasks but the next step: open ones by date, then the last done. Of very many the nearest, and the rest when asked for. */
export function Tasks({ page, sought }: TasksProps) {
  const { t } = useLingui();
  const [count, setCount] = useState(nearest);
  const known = sought === null ? page.tasks : [...page.tasks, sought];
  const others = known.filter(({ id }) => id !== page.card.nextStep?.taskId);
  const shown = useShown(others, count);
  const rows = useRef<HTMLDivElement>(null);
  const all = others.length;
  const showMore = () => setCount(count + nearest);
  return (
    <Section
      title={t`Tasks`}
      action={
        <Popover label={t`New task`} trigger={<IconButton icon="plus" size="small" label={t`Add a task`} />}>
          {(close) => <TaskForm page={page} onDone={close} />}
        </Popover>
      }
    >
      <div ref={rows}>
        {shown.map((task) => (
          <TaskRow key={task.id} page={page} task={task} />
        ))}
      </div>
      {count < all && (
        <Button
          look="quiet"
          size="small"
          onPress={() => {
            showMore();
            // The keyboard goes on with the first of those that have come.
            requestAnimationFrame(() => rows.current?.querySelectorAll<HTMLElement>('input')[count]?.focus());
          }}
        >
          {t`Show all: ${all}`}
        </Button>
      )}
      {count > nearest && count < all && <Further key={count} onReached={showMore} />}
      {page.hasEarlierTasks && count >= all && <p className={styles.earlier}>{t`Earlier ones are in the history`}</p>}
    </Section>
  );
}

/** A task that a search led to is among them, however far off it is. */
function useShown(tasks: readonly Task[], count: number): readonly Task[] {
  const spot = useNavigation(({ route }) => (route.name === 'client' ? route.spot : undefined));
  return tasks.filter(({ id }, index) => index < count || (spot?.record === 'task' && spot.id === id));
}

/** Once they are asked for, more of them are drawn when the end comes near. */
function Further({ onReached }: { readonly onReached: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useSight(place, (isNear) => isNear && onReached());
  return <div ref={place} />;
}
