import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import type { ClientPage, DossierKind } from '../../../shared/contract/clients.ts';
import { call } from '../../api.ts';
import { today } from '../../ui/clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { toLastButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { secretWarning } from '../../ui/secret-warning.ts';
import { change } from '../client-store.ts';
import styles from './dossier.module.css';
import { DossierSection } from './dossier-section.tsx';
import { LineRow } from './line-row.tsx';

interface LineListProps {
  readonly page: ClientPage;
  readonly kind: DossierKind;
  readonly title: string;
}

/** The lines of one kind, in the order the partners gave them; a new one goes to the end. */
export function LineList({ page, kind, title }: LineListProps) {
  const { t } = useLingui();
  const leads = useLeads();
  const clientId = page.card.id;
  const lines = page.dossier.filter((line) => line.kind === kind);
  const keptFocus = useKeptFocus<HTMLUListElement, true>(toLastButton);
  const lang = page.language ?? undefined;
  const decidedOn = kind === 'decision' ? { decidedOn: today() } : {};
  const add = (text: string) =>
    change(
      (commandId) => call('clients.addDossierLine', { commandId, clientId, kind, text, ...decidedOn }),
      t`Written down: ${title}`,
    );
  return (
    <DossierSection part={kind} title={title} lead={leads[kind]}>
      <ul {...keptFocus}>
        {lines.map((line, index) => (
          <LineRow key={line.id} lines={lines} index={index} label={title} lang={lang} />
        ))}
        <li className={classNames(styles.line, styles.newLine)}>
          <EditableText
            label={t`New line: ${title}`}
            value=""
            placeholder={t`Add a line`}
            isMultiline
            maxLength={longestText}
            lang={lang}
            warningFor={secretWarning}
            className={styles.text}
            onCommit={add}
          />
        </li>
      </ul>
    </DossierSection>
  );
}

/** What to write in each list. */
function useLeads(): Readonly<Record<DossierKind, string>> {
  const { t } = useLingui();
  return {
    how_it_works: t`What it is made of, where it runs, what talks to what`,
    agreement: t`What both sides hold to without a contract saying so`,
    decision: t`What was decided, when and why`,
    watch: t`What breaks and how we get around it`,
    open_question: t`What nobody has answered yet`,
  };
}
