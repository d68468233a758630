import { useLingui } from '@lingui/react/macro';
import type { SnoozedRow } from '../../shared/contract/health.ts';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/session.ts';
import { useSoughtRecord } from '../ui/sought-record.ts';
import { wake } from './attention-commands.ts';
import styles from './attention-page.module.css';
import { ClientLink, rowKey } from './attention-row.tsx';
import { useAttention } from './attention-store.ts';
import { useSentence } from './attention-words.ts';

/** What was put off, folded away at the end of the page. */
export function SnoozedList({ rows }: { readonly rows: readonly SnoozedRow[] }) {
  const { t } = useLingui();
  if (rows.length === 0) return null;
  const count = rows.length;
  return (
    <section className={styles.group} aria-label={t`Snoozed`}>
      <Fold title={t`Snoozed (${count})`} memory="snoozed">
        <ul className={styles.rows}>
          {rows.map((snoozed) => (
            <Snoozed key={`${rowKey(snoozed.row)} ${snoozed.snoozeIds[0] ?? ''}`} snoozed={snoozed} />
          ))}
        </ul>
      </Fold>
    </section>
  );
}

function Snoozed({ snoozed }: { readonly snoozed: SnoozedRow }) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(...snoozed.snoozeIds);
  const language = useLanguage();
  const today = useAttention((state) => state.today);
  const { row, untilOn, reason } = snoozed;
  const sentence = useSentence(row, today);
  const day = formatDay(language, untilOn, today);
  return (
    <li ref={place} className={styles.row}>
      <Icon name="clock" className={styles.mark} />
      <div className={styles.words}>
        <ClientLink row={row} />
        <p lang={row.reason.kind === 'health' ? row.reason.language : undefined}>{sentence}</p>
        <p className={styles.why}>{t`Until ${day}: ${reason}`}</p>
      </div>
      <span />
      <div className={styles.actions}>
        <Button onPress={() => void wake(snoozed)} aria-label={t`Wake up: ${row.clientName}`}>{t`Wake up`}</Button>
      </div>
    </li>
  );
}
