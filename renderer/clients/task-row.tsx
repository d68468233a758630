import { useLingui } from '@lingui/react/macro';
import type { ClientPage, Task } from '../../shared/contract/clients.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { EditableDay } from '../ui/editable-day.tsx';
import { EditableText } from '../ui/editable-text.tsx';
import { formatWeekday } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/session.ts';
import { useSoughtRecord } from '../ui/sought-record.ts';
import { useTaskEdit } from './task-edit.ts';
import styles from './task-row.module.css';
import { TaskWhose, type TaskWhoseProps } from './task-whose.tsx';

export interface TaskRowProps {
  readonly page: ClientPage;
  readonly task: Task;
  /** The next step stands on a card of its own. */
  readonly isNextStep?: boolean;
}

/** A box to tick and what is known of the task, each thing changed where it stands. */
export function TaskRow({ page, task, isNextStep = false }: TaskRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLDivElement>(task.id);
  const { edit, tick, remove } = useTaskEdit(task);
  const { title: name } = task;
  const isDone = task.doneAt !== null;
  return (
    <div
      ref={place}
      className={classNames(styles.row, isNextStep && styles.card)}
      data-task={task.id}
      role="group"
      aria-label={name}
    >
      <Checkbox aria-label={t`Done: ${name}`} isSelected={isDone} onChange={(done) => void tick(done)} />
      <div className={styles.words}>
        <div data-part="title" className={styles.title}>
          <EditableText
            label={t`Task`}
            value={name}
            lang={page.language ?? undefined}
            className={classNames(isNextStep && styles.strong, isDone && styles.done)}
            onCommit={(title) => edit({ title })}
          />
        </div>
        <div className={styles.meta}>
          <TaskDay page={page} task={task} onEdit={edit} />
          <TaskWhose page={page} task={task} onEdit={edit} />
        </div>
      </div>
      <IconButton
        icon="trash"
        size="small"
        label={t`Delete: ${name}`}
        className={classNames(styles.delete, styles.latent)}
        onPress={() => void remove()}
      />
    </div>
  );
}

function TaskDay({ task, onEdit }: TaskWhoseProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { dueOn } = task;
  const isOverdue = task.doneAt === null && dueOn !== null && dueOn < today;
  return (
    <span data-part="day">
      <EditableDay
        label={t`By when`}
        of={task.title}
        value={dueOn}
        placeholder={t`no date`}
        allowsEmpty
        {...(isOverdue ? { remark: t({ message: 'overdue', context: 'day' }) } : {})}
        className={isOverdue ? styles.overdue : undefined}
        onCommit={(day) => onEdit({ dueOn: day })}
      >
        {dueOn === null ? undefined : formatWeekday(language, dueOn, today)}
      </EditableDay>
    </span>
  );
}
