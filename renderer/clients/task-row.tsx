import { useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import type { ClientPage, Task } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { formatWeekday } from '../ui/format.ts';
import { Popover } from '../ui/popover.tsx';
import { useLanguage } from '../ui/session.ts';
import { change } from './client-store.ts';
import { TaskForm } from './task-form.tsx';
import styles from './task-row.module.css';

export interface TaskRowProps {
  readonly page: ClientPage;
  readonly task: Task;
  /** The next step stands on a card of its own. */
  readonly isNextStep?: boolean;
}

/** A box to tick and words that open the form. */
export function TaskRow({ page, task, isNextStep = false }: TaskRowProps) {
  const { t } = useLingui();
  const today = useToday();
  const isDone = task.doneAt !== null;
  const isOverdue = !isDone && task.dueOn !== null && task.dueOn < today;
  const tick = (done: boolean) =>
    void change(
      (commandId) => call('clients.editTask', { commandId, taskId: task.id, done }),
      done ? t`Done: ${task.title}` : t`Not done yet: ${task.title}`,
    );
  return (
    <div className={classNames(styles.row, isNextStep && styles.card)} data-task={task.id}>
      <Checkbox aria-label={t`Done: ${task.title}`} isSelected={isDone} onChange={tick} />
      <Popover
        label={t`Task`}
        placement="bottom start"
        trigger={
          <AriaButton className={classNames(styles.words, isDone && styles.done)}>
            <span className={classNames(styles.title, isNextStep && styles.strong)}>{task.title}</span>
            <TaskMeta task={task} isOverdue={isOverdue} />
          </AriaButton>
        }
      >
        {(close) => <TaskForm page={page} task={task} onDone={close} />}
      </Popover>
    </div>
  );
}

function TaskMeta({ task, isOverdue }: { readonly task: Task; readonly isOverdue: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const whose =
    task.person !== ''
      ? task.person
      : sideInWords(task.side, {
          client: t({ message: 'client', context: 'whose task' }),
          successor: t({ message: 'successor', context: 'whose task' }),
        });
  const parts = [
    task.dueOn !== null && (
      <span key="due" className={isOverdue ? styles.overdue : undefined}>
        {isOverdue && <span className="visually-hidden">{t`Overdue:`} </span>}
        {formatWeekday(language, task.dueOn, today)}
      </span>
    ),
    whose !== '' && <span key="who">{whose}</span>,
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return (
    <span className={styles.meta}>
      {parts[0]}
      {parts.length > 1 && ', '}
      {parts[1]}
    </span>
  );
}

function sideInWords(side: string, words: { readonly client: string; readonly successor: string }): string {
  if (side === 'client') return words.client;
  return side === 'successor' ? words.successor : '';
}
