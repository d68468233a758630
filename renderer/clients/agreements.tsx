import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import type { ClientPage, DossierLine } from '../../shared/contract/clients.ts';
import { shortLine } from '../../shared/short-line.ts';
import { call } from '../api.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import { secretWarning } from '../ui/secret-warning.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import styles from './agreements.module.css';
import { change } from './client-store.ts';
import { NewLine } from './new-line.tsx';
import { Section } from './section.tsx';

/** To the line that takes the place of the one that is gone; after the last line to the plus of the section. */
const toNextLine: WaysOn<number> = {
  markOf: (focused, list) => [...list.children].findIndex((line) => line.contains(focused)),
  goOn: (list, index) => {
    const line = list.children[Math.min(index, list.children.length - 1)];
    const next = line === undefined ? list.closest('section')?.querySelector('button') : line.lastElementChild;
    if (next instanceof HTMLElement) next.focus();
  },
};

/** What both sides hold to without a contract saying so: a successor will need it. */
export function Agreements({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const plus = useFocusBack(isAdding);
  const keptFocus = useKeptFocus<HTMLUListElement, number>(toNextLine);
  const lines = page.dossier.filter(({ kind }) => kind === 'agreement');
  const clientId = page.card.id;
  const add = (text: string) =>
    change(
      (commandId) => call('clients.addDossierLine', { commandId, clientId, kind: 'agreement', text }),
      t`Agreement added`,
    );
  return (
    <Section
      title={t`Agreements`}
      action={
        <IconButton ref={plus} icon="plus" size="small" label={t`Add an agreement`} onPress={() => setAdding(true)} />
      }
    >
      <ul className={styles.list} {...keptFocus}>
        {lines.map((line) => (
          <AgreementRow key={line.id} line={line} lang={page.language ?? undefined} />
        ))}
      </ul>
      {isAdding && (
        <NewLine
          label={t`New agreement`}
          placeholder={t`We answer until 18:00 Moscow time`}
          maxLength={longestText}
          warningFor={secretWarning}
          onAdd={add}
          onDone={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

interface AgreementRowProps {
  readonly line: DossierLine;
  readonly lang: string | undefined;
}

function AgreementRow({ line, lang }: AgreementRowProps) {
  const { t } = useLingui();
  const remove = () =>
    change((commandId) => call('clients.deleteDossierLine', { commandId, lineId: line.id }), t`Agreement deleted`);
  return (
    <li className={styles.row} data-record={line.id}>
      <EditableText
        label={t`Agreement`}
        value={line.text}
        isMultiline
        maxLength={longestText}
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
        label={t`Delete the agreement: ${shortLine(line.text, 60)}`}
        onPress={() => void remove()}
      />
    </li>
  );
}
