import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ClientPage, DossierLine } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Form } from '../ui/form.tsx';
import { focusIfLost } from '../ui/lost-focus.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './agreements.module.css';
import { change } from './client-store.ts';
import { Section } from './section.tsx';

/** What both sides hold to without a contract saying so: a successor will need it. */
export function Agreements({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const lines = page.dossier.filter(({ kind }) => kind === 'agreement');
  return (
    <Section
      title={t`Agreements`}
      action={<IconButton icon="plus" size="small" label={t`Add an agreement`} onPress={() => setAdding(true)} />}
    >
      <ul ref={list} className={styles.list}>
        {lines.map((line) => (
          <AgreementRow key={line.id} line={line} lang={page.language ?? undefined} />
        ))}
      </ul>
      {isAdding && (
        <NewAgreement
          clientId={page.card.id}
          onDone={() => {
            setAdding(false);
            focusIfLost(() => plusButton(list.current));
          }}
        />
      )}
    </Section>
  );
}

function plusButton(list: Element | null | undefined): Element | null | undefined {
  return list?.closest('section')?.querySelector('header button');
}

function AgreementRow({ line, lang }: { readonly line: DossierLine; readonly lang: string | undefined }) {
  const { t } = useLingui();
  const row = useRef<HTMLLIElement>(null);
  const remove = async () => {
    const list = row.current?.parentElement;
    const [before, after] = [row.current?.previousElementSibling, row.current?.nextElementSibling];
    const isDone = await change(
      (commandId) => call('clients.deleteDossierLine', { commandId, lineId: line.id }),
      t`Agreement deleted`,
    );
    if (isDone) focusIfLost(() => (after ?? before)?.lastElementChild ?? plusButton(list));
  };
  return (
    <li ref={row} className={styles.row}>
      <EditableText
        label={t`Agreement`}
        value={line.text}
        isMultiline
        maxLength={20_000}
        lang={lang}
        className={styles.text}
        onCommit={(text) =>
          change(
            (commandId) => call('clients.editDossierLine', { commandId, lineId: line.id, text }),
            t`Agreement changed`,
          )
        }
      />
      <IconButton
        icon="close"
        size="small"
        className={styles.remove}
        label={t`Delete the agreement: ${line.text.slice(0, 60)}`}
        onPress={() => void remove()}
      />
    </li>
  );
}

function NewAgreement({ clientId, onDone }: { readonly clientId: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  // Leaving the field saves it too, and it is left when it is taken away.
  const isOver = useRef(false);
  const leave = () => {
    isOver.current = true;
    onDone();
  };
  const save = async () => {
    if (isOver.current) return;
    if (text.trim() === '') return leave();
    isOver.current = true;
    const isDone = await change(
      (commandId) => call('clients.addDossierLine', { commandId, clientId, kind: 'agreement', text: text.trim() }),
      t`Agreement added`,
    );
    isOver.current = isDone;
    if (isDone) onDone();
  };
  return (
    <Form onSubmit={save} onCancel={leave}>
      <TextField
        label={t`New agreement`}
        isLabelHidden
        placeholder={t`We answer until 18:00 Moscow time`}
        value={text}
        onChange={setText}
        onBlur={() => void save()}
        maxLength={2000}
        autoFocus
      />
    </Form>
  );
}
