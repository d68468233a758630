import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import type { DossierLine } from '../../../shared/contract/clients.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { shortLine } from '../../../shared/short-line.ts';
import { call } from '../../api.ts';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut, change } from '../client-store.ts';
import styles from './dossier.module.css';

interface LineRowProps {
  /** All of the list: a line moves among them. */
  readonly lines: readonly DossierLine[];
  readonly index: number;
  /** The name of the list. */
  readonly label: string;
  readonly lang: string | undefined;
}

export function LineRow({ lines, index, label, lang }: LineRowProps) {
  const { t } = useLingui();
  const today = useToday();
  const line = lines[index];
  const place = useSoughtRecord<HTMLLIElement>(line?.id ?? '');
  if (line === undefined) return null;
  const isDecision = line.kind === 'decision';
  const edit = (fields: Partial<Omit<CallInput<'clients.editDossierLine'>, 'commandId' | 'lineId'>>) =>
    change(
      (commandId) => call('clients.editDossierLine', { commandId, lineId: line.id, ...fields }),
      t`Changed: ${label}`,
    );
  return (
    <li ref={place} className={classNames(styles.line, isDecision && styles.dated)}>
      {isDecision && (
        <span className={styles.day}>
          <EditableDay
            label={t`Decided on`}
            of={beginningOf(line.text)}
            value={line.decidedOn}
            placeholder={t`no date`}
            allowsEmpty
            max={today}
            onCommit={(decidedOn) => edit({ decidedOn })}
          />
        </span>
      )}
      <EditableText
        label={label}
        value={line.text}
        isMultiline
        maxLength={longestText}
        lang={lang}
        warningFor={secretWarning}
        className={styles.text}
        onCommit={(text) => edit({ text })}
      />
      <LineMenu lines={lines} index={index} line={line} />
    </li>
  );
}

type LineMenuProps = Pick<LineRowProps, 'lines' | 'index'> & { readonly line: DossierLine };

function LineMenu({ lines, index, line }: LineMenuProps) {
  const { t } = useLingui();
  const lineId = line.id;
  const begin = beginningOf(line.text);
  const move = (after: string | null) =>
    void carryOut((commandId) => call('clients.moveDossierLine', { commandId, lineId, after }), t`Line moved`);
  const remove = () =>
    void change((commandId) => call('clients.deleteDossierLine', { commandId, lineId }), t`Line deleted`);
  const next = lines[index + 1];
  return (
    <Menu
      label={begin}
      groups={[
        {
          id: 'move',
          entries: [
            {
              id: 'up',
              label: t({ message: 'Move up', context: 'line' }),
              ...(index === 0 ? { disabledReason: t`it is the first` } : {}),
              onAction: () => move(lines[index - 2]?.id ?? null),
            },
            {
              id: 'down',
              label: t({ message: 'Move down', context: 'line' }),
              ...(next === undefined ? { disabledReason: t`it is the last` } : {}),
              onAction: () => move(next?.id ?? null),
            },
          ],
        },
        { id: 'deletion', entries: [{ id: 'delete', icon: 'trash', label: t`Delete`, onAction: remove }] },
      ]}
    >
      <IconButton icon="more" size="small" label={t`More: ${begin}`} className={styles.away} />
    </Menu>
  );
}

function beginningOf(text: string): string {
  return shortLine(text.split('\n')[0] ?? '', 60);
}
