import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { formatShortDay } from '../../ui/format.ts';
import { useReasonWords } from '../../ui/health-words.ts';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { wakeUp } from './health-commands.ts';
import type { Asleep } from './panel-rows.ts';
import styles from './receipt.module.css';

/** What was put off, with the reason: it says nothing on the card until its day. */
export function AsleepList({ asleep }: { readonly asleep: readonly Asleep[] }) {
  const { t } = useLingui();
  if (asleep.length === 0) return null;
  return (
    <ul className={styles.asleep} aria-label={t`Put off`}>
      {asleep.map((each) => (
        <AsleepRow key={each.snooze.id} asleep={each} />
      ))}
    </ul>
  );
}

function AsleepRow({ asleep: { reason, snooze } }: { readonly asleep: Asleep }) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(snooze.id, ...(reason.code === 'flag' ? [reason.markId] : []));
  const words = useReasonWords()(reason);
  const until = formatShortDay(useLanguage(), snooze.untilOn, useToday());
  const why = snooze.reason;
  return (
    <li ref={place}>
      <p>{words}</p>
      <p className={styles.until}>{t`Put off until ${until}: ${why}`}</p>
      <Button
        look="link"
        size="small"
        className={styles.wake}
        aria-label={t`Wake up: ${words}`}
        onPress={() => void wakeUp(snooze.id)}
      >
        {t`Wake up`}
      </Button>
    </li>
  );
}
