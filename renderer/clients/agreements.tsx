import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ClientPage, DossierLine } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './agreements.module.css';
import { change } from './client-store.ts';
import { Section } from './section.tsx';

/** What both sides hold to without a contract saying so: a successor will need it. */
export function Agreements({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const lines = page.dossier.filter(({ kind }) => kind === 'agreement');
  return (
    <Section
      title={t`Agreements`}
      action={<IconButton icon="plus" size="small" label={t`Add an agreement`} onPress={() => setAdding(true)} />}
    >
      <ul className={styles.list}>
        {lines.map((line) => (
          <AgreementRow key={line.id} line={line} lang={page.language ?? undefined} />
        ))}
      </ul>
      {isAdding && <NewAgreement clientId={page.card.id} onDone={() => setAdding(false)} />}
    </Section>
  );
}

function AgreementRow({ line, lang }: { readonly line: DossierLine; readonly lang: string | undefined }) {
  const { t } = useLingui();
  return (
    <li className={styles.row}>
      <EditableText
        label={t`Agreement`}
        value={line.text}
        isMultiline
        maxLength={20_000}
        warningFor={secretWarning}
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
        onPress={() =>
          void change(
            (commandId) => call('clients.deleteDossierLine', { commandId, lineId: line.id }),
            t`Agreement deleted`,
          )
        }
      />
    </li>
  );
}

function NewAgreement({ clientId, onDone }: { readonly clientId: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const isSaving = useRef(false);
  const save = async () => {
    if (isSaving.current) return;
    if (text.trim() === '') return onDone();
    isSaving.current = true;
    const isDone = await change(
      (commandId) => call('clients.addDossierLine', { commandId, clientId, kind: 'agreement', text: text.trim() }),
      t`Agreement added`,
    );
    isSaving.current = false;
    if (isDone) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextField
        label={t`New agreement`}
        isLabelHidden
        placeholder={t`We answer until 18:00 Moscow time`}
        value={text}
        onChange={setText}
        onBlur={() => void save()}
        maxLength={2000}
        error={secretWarning(text)}
        autoFocus
      />
    </form>
  );
}
