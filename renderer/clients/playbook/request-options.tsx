import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { useKeptFocus } from '../../ui/kept-focus.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { carryOut } from '../client-store.ts';
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
  const edit = (optionId: string, change: { title?: string; isChosen?: boolean }, done: string) =>
    carryOut((commandId) => call('clients.editRequestOption', { commandId, optionId, ...change }), done);
  return (
    <div className={look.options} {...keptFocus}>
      <ul className={look.list} aria-label={t`Options`}>
        {request.options.map(({ id, title, isChosen }) => (
          <li key={id} className={classNames(look.option, styles.removable)}>
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
        <NewOption requestId={request.id} onDone={() => setAdding(false)} />
      ) : (
        <Button ref={plus} look="link" icon="plus" className={styles.add} data-adds="" onPress={() => setAdding(true)}>
          <Trans>Add an option</Trans>
        </Button>
      )}
    </div>
  );
}

function NewOption({ requestId, onDone }: { readonly requestId: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const draft = useDraft(input, async (typed) => {
    const title = typed.trim();
    if (title === '') return true;
    return carryOut((commandId) => call('clients.addRequestOption', { commandId, requestId, title }), t`Option added`);
  });
  const save = async () => {
    setSending(true);
    if (await draft.commit()) onDone();
    setSending(false);
  };
  return (
    <TextField
      label={t`New option`}
      isLabelHidden
      placeholder={t`A smaller way to serve the wish`}
      inputRef={input}
      value={draft.text ?? ''}
      isReadOnly={isSending}
      onChange={draft.type}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        if (event.key !== 'Escape') return event.continuePropagation();
        draft.type(null);
        onDone();
      }}
      maxLength={200}
      className={look.field}
      autoFocus
    />
  );
}
