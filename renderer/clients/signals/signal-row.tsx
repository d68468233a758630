import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import type { SignalMark } from '../../../shared/contract/client-dossier.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lookOf, sideFrom, signalIcons, useSideWords, useSignalLabel } from '../../ui/signal-words.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { SignalMenu, useSignalEdit } from './signal-menu.tsx';
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
  const edit = useSignalEdit(mark.id);
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
      <SignalMenu mark={mark} label={label} />
    </li>
  );
}
