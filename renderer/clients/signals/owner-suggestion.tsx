import { Trans, useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { doerOfEverything } from '../../../shared/people.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { today, useToday } from '../../ui/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import { carryOut } from '../client-store.ts';
import { useSignalLabel } from '../../ui/signal-words.ts';
import styles from './signals.module.css';

/** The sign of the catalogue that one person who does everything speaks for. */
const code = 'F-OWNER';

interface OwnerSuggestionProps {
  readonly page: ClientPage;
  readonly signals: CallOutput<'clients.signals'>;
}

/** Offered, never marked by itself: who does everything may still be a fine client. */
export function OwnerSuggestion({ page, signals }: OwnerSuggestionProps) {
  const { t } = useLingui();
  const day = useToday();
  const label = useSignalLabel(code);
  const person = page.card.stage === 'ended' ? null : doerOfEverything(page.contacts, day);
  const isMarked = signals.marks.some((mark) => mark.code === code);
  if (person === null || isMarked || signals.dismissed.includes(code)) return null;
  const clientId = page.card.id;
  const { name } = person;
  const evidence = t`${name} decides, sets tasks, accepts results and pays`;
  const mark = () =>
    void carryOut(
      (commandId) =>
        call('clients.markSignal', { commandId, clientId, code, side: 'client', markedOn: today(), evidence }),
      t`Signal marked: ${label}`,
    );
  const dismiss = () =>
    void carryOut(
      (commandId) => call('clients.dismissSuggestion', { commandId, clientId, code }),
      t`Not suggested again for eight weeks`,
    );
  return (
    <div className={styles.suggestion} role="group" aria-label={t`Suggested signal: ${label}`}>
      <p className={styles.label}>
        <Icon name="plus" size={14} />
        {label}
      </p>
      <p className={styles.evidence}>{evidence}.</p>
      <div className={styles.buttons}>
        <Button size="small" onPress={mark}>
          <Trans>Mark it</Trans>
        </Button>
        <Button size="small" look="quiet" onPress={dismiss}>
          <Trans>Not a signal</Trans>
        </Button>
      </div>
    </div>
  );
}
