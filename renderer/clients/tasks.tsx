import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { Section } from './section.tsx';
import styles from './task-row.module.css';
import { TaskForm } from './task-form.tsx';
import { TaskRow } from './task-row.tsx';

/** All tasks but the next step: open ones by date, then the last done. */
export function Tasks({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const others = page.tasks.filter(({ id }) => id !== page.card.nextStep?.taskId);
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
      {page.hasEarlierTasks && <p className={styles.earlier}>{t`Earlier ones are in the history`}</p>}
    </Section>
  );
}
