import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { call } from '../../api.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { formatShortDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { DayChip } from './day-chip.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';

/** Written on the day of acquaintance, before work blurs it. */
export function FirstImpression({ page, playbook }: PartProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLDivElement>(page.card.id);
  const clientId = page.card.id;
  const { firstImpression, firstImpressionOn } = playbook;
  return (
    <div ref={place} className={styles.prose}>
      <EditableText
        label={t`First impression`}
        value={firstImpression}
        placeholder={t`What struck you first? Write it today: it is shown again beside the verdicts of the trial`}
        isMultiline
        allowsEmpty
        maxLength={longestText}
        lang={page.language ?? undefined}
        onCommit={(words) =>
          carryOut(
            (commandId) => call('clients.editImpression', { commandId, clientId, words }),
            t`First impression saved`,
          )
        }
      />
      {firstImpressionOn !== null && (
        <DayChip
          label={t`Day of the first impression`}
          day={firstImpressionOn}
          onChange={(writtenOn) =>
            void carryOut(
              (commandId) => call('clients.editImpression', { commandId, clientId, writtenOn }),
              t`The day is changed`,
            )
          }
        />
      )}
    </div>
  );
}

export function ImpressionSummary({ playbook }: Pick<PartProps, 'playbook'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { firstImpressionOn } = playbook;
  return <>{firstImpressionOn === null ? t`not written yet` : formatShortDay(language, firstImpressionOn, today)}</>;
}
