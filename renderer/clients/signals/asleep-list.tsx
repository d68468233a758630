import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { formatShortDay } from '../../ui/format.ts';
import { useReasonWords, useShortReasonWords } from '../../ui/health-words.ts';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { wakeUp } from './health-commands.ts';
import type { Asleep } from './panel-rows.ts';
import { SignalMenu } from './signal-menu.tsx';
import styles from './receipt.module.css';
import rows from './signals.module.css';

interface AsleepListProps {
  readonly asleep: readonly Asleep[];
  /** Of what was seen at the client. */
  readonly lang: string | undefined;
}

/** What was put off, with the reason: it says nothing on the card until its day. */
export function AsleepList({ asleep, lang }: AsleepListProps) {
  const { t } = useLingui();
  if (asleep.length === 0) return null;
  return (
    <ul className={styles.asleep} aria-label={t`Put off`}>
      {asleep.map((each) => (
        <AsleepRow key={each.snooze.id} asleep={each} lang={lang} />
      ))}
    </ul>
  );
}

interface AsleepRowProps extends Pick<AsleepListProps, 'lang'> {
  readonly asleep: Asleep;
}

function AsleepRow({ asleep: { reason, mark, snooze }, lang }: AsleepRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(snooze.id, ...(reason.code === 'flag' ? [reason.markId] : []));
  const words = useReasonWords()(reason);
  const name = useShortReasonWords()(reason);
  const isSeen = reason.code === 'flag' && reason.evidence !== '';
  const until = formatShortDay(useLanguage(), snooze.untilOn, useToday());
  const why = snooze.reason;
  return (
    <li ref={place} className={rows.sleeper}>
      <div>
        <p className={styles.told} lang={isSeen ? lang : undefined}>
          {words}
        </p>
        <p className={styles.until}>{t`Put off until ${until}: ${why}`}</p>
        <Button
          look="link"
          size="small"
          className={styles.wake}
          aria-label={t`Wake up: ${name}`}
          onPress={() => void wakeUp(snooze.id)}
        >
          {t`Wake up`}
        </Button>
      </div>
      {mark !== null && <SignalMenu mark={mark} label={name} />}
    </li>
  );
}
