import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../shared/contract/call.ts';
import type { DossierKind, DossierLine } from '../../shared/contract/clients.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { call, newCommandId } from '../api.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { toLastButton, useKeptFocus } from '../ui/kept-focus.ts';
import { secretWarning } from '../ui/secret-warning.ts';
import { showProblem } from '../ui/toast.ts';
import { loadHandoff, useHandoff, useIsRunning } from './handoff-store.ts';
import { showDeleted } from './items.ts';
import styles from './knowledge.module.css';
import { PartingWords } from './parting-words.tsx';

/** What the next ones must know: it stands on the third page of the document. */
export function Knowledge({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  return (
    <section className={styles.knowledge} aria-label={t`What to know about the project`}>
      <h2 className={styles.name}>{t`What to know about the project`}</h2>
      <div className={styles.lists}>
        <Lines page={page} kind="how_it_works" label={t`How it works`} />
        <Lines page={page} kind="watch" label={t`What to watch`} />
        <Lines page={page} kind="open_question" label={t`Open questions`} />
      </div>
      <PartingWords page={page} />
    </section>
  );
}

interface LinesProps {
  readonly page: HandoffPage;
  readonly kind: DossierKind;
  readonly label: string;
}

function Lines({ page, kind, label }: LinesProps) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const lines = page.dossier.filter((line) => line.kind === kind);
  const clientId = page.client.id;
  const keptFocus = useKeptFocus<HTMLUListElement, true>(toLastButton);
  const add = (text: string) =>
    sendLine(page.id, () => call('clients.addDossierLine', { commandId: newCommandId(), clientId, kind, text }));
  return (
    <div className={styles.list}>
      <h3 className={styles.label}>{label}</h3>
      <ul {...keptFocus}>
        {lines.map((line) => (
          <Line key={line.id} page={page} line={line} label={label} />
        ))}
        {isRunning && (
          <li>
            <EditableText
              label={t`New line: ${label}`}
              value=""
              placeholder={t`Add a line`}
              isMultiline
              maxLength={longestText}
              warningFor={secretWarning}
              onCommit={add}
            />
          </li>
        )}
        {!isRunning && lines.length === 0 && <li className={styles.none}>—</li>}
      </ul>
    </div>
  );
}

interface LineProps {
  readonly page: HandoffPage;
  readonly line: DossierLine;
  readonly label: string;
}

function Line({ page, line, label }: LineProps) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const lineId = line.id;
  const remove = async () => {
    const commandId = newCommandId();
    const isDone = await sendLine(page.id, () => call('clients.deleteDossierLine', { commandId, lineId }));
    if (isDone) showDeleted(line.text, commandId);
  };
  if (!isRunning) return <li>{line.text}</li>;
  return (
    <li className={styles.line} data-record={lineId}>
      <EditableText
        label={label}
        value={line.text}
        isMultiline
        maxLength={longestText}
        warningFor={secretWarning}
        onCommit={(text) =>
          sendLine(page.id, () => call('clients.editDossierLine', { commandId: newCommandId(), lineId, text }))
        }
      />
      <IconButton
        icon="trash"
        size="small"
        label={t`Delete: ${line.text}`}
        className={styles.away}
        onPress={() => void remove()}
      />
    </li>
  );
}

/** The dossier belongs to the client's page; its calls answer with that page, so this one is read anew. */
async function sendLine(handoffId: string, send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    if (useHandoff.getState().page?.id === handoffId) await loadHandoff(handoffId);
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}
