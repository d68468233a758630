import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ClientPage, Side, Task } from '../../shared/contract/clients.ts';
import { classNames } from '../ui/class-names.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { sideOf, type TaskEdit, usePeopleOf, useSideSegments } from './task-edit.ts';
import styles from './task-row.module.css';

export interface TaskWhoseProps {
  readonly page: ClientPage;
  readonly task: Task;
  readonly onEdit: TaskEdit['edit'];
}

/** Who does it, or whose it is where nobody is named; pressed, it opens both. */
export function TaskWhose({ page, task, onEdit }: TaskWhoseProps) {
  const { t } = useLingui();
  const side = sideOf(task);
  const short: Readonly<Record<Side, string>> = {
    agency: t({ message: 'ours', context: 'whose task' }),
    client: t({ message: 'client', context: 'whose task' }),
    successor: t({ message: 'successor', context: 'whose task' }),
  };
  const isUnsaid = task.person === '' && side === 'agency';
  const spoken = task.person === '' ? short[side] : `${task.person}, ${short[side]}`;
  return (
    <span data-part="whose" className={classNames(isUnsaid && styles.latent)}>
      {', '}
      <Popover
        label={t`Whose task it is`}
        placement="bottom start"
        trigger={
          <AriaButton
            aria-label={`${t`Whose task it is`} (${task.title}): ${spoken}`}
            className={classNames(styles.whose)}
          >
            {task.person === '' ? short[side] : task.person}
          </AriaButton>
        }
      >
        {(close) => <WhoseForm page={page} task={task} onEdit={onEdit} onDone={close} />}
      </Popover>
    </span>
  );
}

/** Either choice is saved at once and closes it: a task of another side may stand elsewhere on the page from then on. */
function WhoseForm({ page, task, onEdit, onDone }: TaskWhoseProps & { readonly onDone: () => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLDivElement>(null);
  const side = sideOf(task);
  const people = usePeopleOf(side, page);
  const segments = useSideSegments();
  const draft = useDraft({
    field,
    label: `${t`Whose task it is`} (${task.title})`,
    save: async (text) => {
      const person = text.trim();
      return person === task.person || onEdit({ person });
    },
  });
  const finish = async () => {
    if (await draft.commit()) onDone();
  };
  return (
    <div className={styles.whoseForm} data-record={task.id}>
      <Segmented<Side>
        label={t`Whose task it is`}
        segments={segments}
        value={side}
        onChange={(next) => void onEdit({ side: next }).then((isKept) => isKept && onDone())}
      />
      <div
        ref={field}
        onBlur={() => void draft.commit()}
        onKeyDownCapture={({ key, nativeEvent }) => {
          // Escape closes the small form, and what was typed is not meant.
          if (key === 'Escape') draft.type(null);
          if (key === 'Enter' && draft.text !== null && !nativeEvent.isComposing) void finish();
        }}
      >
        <ComboBox
          label={t`Who`}
          options={people}
          value={null}
          onChange={(id) => {
            const chosen = people.find((each) => each.id === id);
            if (chosen === undefined) return;
            draft.type(chosen.label);
            void finish();
          }}
          text={draft.text ?? task.person}
          onTextChange={draft.type}
        />
      </div>
    </div>
  );
}
