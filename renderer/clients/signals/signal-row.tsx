import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { type SignalMark, signalSides } from '../../../shared/contract/client-dossier.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { carryOut } from '../client-store.ts';
import { lookOf, sideFrom, signalIcons, useSideWords, useSignalLabel } from '../../ui/signal-words.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import styles from './signals.module.css';
import type { WhyParts } from './why.tsx';

export interface SignalRowProps {
  readonly mark: SignalMark;
  readonly lang: string | undefined;
  /** What it means for the verdict. */
  readonly why?: WhyParts;
}

/** One sign: its words, what was seen, whose it is and since when. */
export function SignalRow({ mark, lang, why }: SignalRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(mark.id);
  const today = useToday();
  const label = useSignalLabel(mark.code);
  const sides = useSideWords();
  const side = sideFrom(mark.side);
  const look = lookOf(mark.code);
  const edit = (fields: Partial<CallInput<'clients.editSignal'>>) =>
    carryOut((commandId) => call('clients.editSignal', { commandId, markId: mark.id, ...fields }), t`Signal changed`);
  return (
    <li ref={place} className={styles.row}>
      <Icon name={signalIcons[look]} className={styles[look]} />
      <div className={styles.words}>
        <h3 className={styles.label}>{label}</h3>
        <div className={styles.evidence}>
          <EditableText
            label={t`What was seen (${label})`}
            value={mark.evidence}
            placeholder={t`What was seen?`}
            allowsEmpty
            isMultiline
            maxLength={longestText}
            lang={lang}
            onCommit={(evidence) => edit({ evidence })}
          />
        </div>
        <p className={styles.meta}>
          <EditableDay
            label={t`Marked on`}
            of={label}
            value={mark.markedOn}
            placeholder="—"
            max={today}
            onCommit={(markedOn) => (markedOn === null ? Promise.resolve(true) : edit({ markedOn }))}
          />
          {side !== null && <span>{sides[side]}</span>}
          {why !== undefined && <span>{why.ask}</span>}
        </p>
        {why?.answer}
      </div>
      <SignalMenu mark={mark} label={label} onSide={(chosen) => void edit({ side: chosen })} />
    </li>
  );
}

interface SignalMenuProps {
  readonly mark: SignalMark;
  readonly label: string;
  readonly onSide: (side: (typeof signalSides)[number]) => void;
}

function SignalMenu({ mark, label, onSide }: SignalMenuProps) {
  const { t } = useLingui();
  const sides = useSideWords();
  const markId = mark.id;
  const end = () =>
    void carryOut((commandId) => call('clients.endSignal', { commandId, markId }), t`No longer true: ${label}`);
  const remove = () =>
    void carryOut((commandId) => call('clients.deleteSignal', { commandId, markId }), t`Signal deleted`);
  return (
    <Menu
      label={label}
      groups={[
        { id: 'truth', entries: [{ id: 'end', icon: 'check', label: t`No longer true`, onAction: end }] },
        {
          id: 'side',
          label: t`Whose signal it is`,
          entries: signalSides.map((side) => ({
            id: side,
            label: sides[side],
            isChosen: side === mark.side,
            onAction: () => {
              if (side !== mark.side) onSide(side);
            },
          })),
        },
        {
          id: 'deletion',
          entries: [{ id: 'delete', icon: 'trash', label: t`Delete, marked by mistake`, onAction: remove }],
        },
      ]}
    >
      <IconButton icon="more" size="small" label={t`More: ${label}`} className={styles.more} />
    </Menu>
  );
}
