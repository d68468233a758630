import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { carryOut } from '../ui/carry-out.ts';
import { classNames } from '../ui/class-names.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { openRecord } from '../ui/sought-record.ts';
import { useUnfolded } from '../ui/unfolded.ts';
import { onEditKey } from './entry-keys.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

type DoneTask = Extract<TimelineEntry, { readonly type: 'task' }>;

/** What was done and whose it was. Opened, it is mended or taken up again; `E` begins with its words. */
export function TaskEntry({ entry }: { readonly entry: DoneTask }) {
  const { t } = useLingui();
  const { id: taskId, title } = entry;
  const key = `task ${taskId}`;
  const [isOpen, setOpen] = useUnfolded(key, false);
  const [isEdited, setEdited] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  const send = (fields: Omit<CallInput<'clients.editTask'>, 'commandId' | 'taskId'>, done: string) =>
    carryOut((commandId) => call('clients.editTask', { commandId, taskId, ...fields }), done);
  const edit = () => {
    setOpen(true);
    setEdited(true);
    requestAnimationFrame(() => words.current?.querySelector('button')?.click());
  };
  // The head tells the words already; what was refused stays in its field.
  const endEditing = () =>
    requestAnimationFrame(() => {
      const isBusy = words.current?.contains(document.activeElement) || words.current?.querySelector('textarea');
      if (!isBusy) setEdited(false);
    });
  const reopen = async () => {
    if (await send({ done: false }, t`Not done yet: ${title}`)) openRecord(taskId);
  };
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name="check" />}>
      <article onKeyDown={(event) => onEditKey(event, edit)}>
        <h4 className={classNames(styles.title, styles.event, styles.low)}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            data-focus-key={key}
            onClick={() => setOpen(!isOpen)}
          >
            {t`Done: ${title}`}
          </button>
          <Whose entry={entry} />
        </h4>
        {isOpen && (
          <>
            {isEdited && (
              <div ref={words} className={styles.full} data-record={taskId} onBlur={endEditing}>
                <EditableText
                  label={t`Task`}
                  value={title}
                  onCommit={(next) => send({ title: next }, t`Task changed`)}
                />
              </div>
            )}
            <Button look="quiet" size="small" className={styles.jump} onPress={edit}>
              <Trans context="a task">Edit</Trans>
            </Button>
            <Button look="quiet" size="small" className={styles.jump} onPress={() => void reopen()}>
              <Trans>Not done yet: open it again</Trans>
            </Button>
          </>
        )}
      </article>
    </EntryRow>
  );
}

function Whose({ entry: { person, side } }: { readonly entry: DoneTask }) {
  const { t } = useLingui();
  const sides: Readonly<Record<string, string>> = {
    agency: t({ message: 'ours', context: 'whose task' }),
    client: t({ message: 'client', context: 'whose task' }),
    successor: t({ message: 'successor', context: 'whose task' }),
  };
  const whose = person === '' ? sides[side] : person;
  return whose === undefined ? null : <span className={styles.by}> {whose}</span>;
}
