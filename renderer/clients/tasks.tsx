import { useLingui } from '@lingui/react/macro';
import type { ClientPage, Task } from '../../shared/contract/clients.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { Section } from './section.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskRow } from './task-row.tsx';

interface TasksProps {
  readonly page: ClientPage;
  /** One that was done too long ago for the page, and that a search led to. */
  readonly sought: Task | null;
}

/** All tasks but the next step: open ones by date, then the last done. */
export function Tasks({ page, sought }: TasksProps) {
  const { t } = useLingui();
  const others = [...page.tasks, ...(sought === null ? [] : [sought])].filter(
    ({ id }) => id !== page.card.nextStep?.taskId,
  );
  return (
    <Section
      title={t`Tasks`}
      action={
        <Popover label={t`New task`} trigger={<IconButton icon="plus" size="small" label={t`Add a task`} />}>
          {(close) => <TaskForm page={page} onDone={close} />}
        </Popover>
      }
    >
      {others.map((task) => (
        <TaskRow key={task.id} page={page} task={task} />
      ))}
    </Section>
  );
}
