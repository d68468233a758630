import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { useKeptFocus } from '../../ui/kept-focus.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { carryOut } from '../client-store.ts';
import { NewLine } from '../new-line.tsx';
import { toAddButton } from './add-button.ts';
import { Removal } from './removal.tsx';
import look from './request-options.module.css';
import type { RequestViewProps } from './request-view.tsx';
import styles from './playbook.module.css';

/** Small ways to serve a wish; at most one is taken. */
export function RequestOptions({ page, request }: RequestViewProps) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const plus = useFocusBack(isAdding);
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toAddButton);
  const requestId = request.id;
  const add = (title: string) =>
    carryOut((commandId) => call('clients.addRequestOption', { commandId, requestId, title }), t`Option added`);
  const edit = (optionId: string, change: { title?: string; isChosen?: boolean }, done: string) =>
    carryOut((commandId) => call('clients.editRequestOption', { commandId, optionId, ...change }), done);
  return (
    <div className={look.options} {...keptFocus}>
      <ul className={look.list} aria-label={t`Options`}>
        {request.options.map(({ id, title, isChosen }) => (
          <li key={id} className={classNames(look.option, styles.removable)} data-record={id}>
            <EditableText
              label={t`Option`}
              value={title}
              lang={page.language ?? undefined}
              onCommit={(words) => edit(id, { title: words }, t`Option changed`)}
            />
            <ToggleChip
              label={isChosen ? t`Chosen: ${title}` : t`Choose: ${title}`}
              isSelected={isChosen}
              tone="ok"
              onChange={(chosen) =>
                void edit(id, { isChosen: chosen }, chosen ? t`Chosen: ${title}` : t`Not chosen: ${title}`)
              }
            >
              {isChosen ? t({ message: 'Chosen', context: 'option' }) : t({ message: 'Choose', context: 'option' })}
            </ToggleChip>
            <Removal
              label={t`Delete the option: ${title}`}
              run={(commandId) => call('clients.deleteRequestOption', { commandId, optionId: id })}
              done={t`Option deleted`}
            />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewLine
          label={t`New option`}
          placeholder={t`A smaller way to serve the wish`}
          maxLength={200}
          onAdd={add}
          onDone={() => setAdding(false)}
          className={look.field}
        />
      ) : (
        <Button ref={plus} look="link" icon="plus" className={styles.add} data-adds="" onPress={() => setAdding(true)}>
          <Trans>Add an option</Trans>
        </Button>
      )}
    </div>
  );
}
