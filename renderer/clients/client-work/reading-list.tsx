import { useLingui } from '@lingui/react/macro';
import type { Kpi, KpiReading } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { readDecimal } from '../../../shared/decimal.ts';
import { call } from '../../api.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { formatFigure, formatShortDay } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { ReadingRows } from './reading-rows.tsx';
import { useNumberHint } from './target.ts';
import styles from './work.module.css';

/** Everything that was measured, the latest first; each cell is mended where it stands. */
export function ReadingList({ kpi, lang }: { readonly kpi: Kpi; readonly lang: string | undefined }) {
  const { t } = useLingui();
  return (
    <div className={styles.readings}>
      <ReadingRows label={t`Values: ${kpi.name}`}>
        {kpi.readings.toReversed().map((reading) => (
          <ReadingRow key={reading.id} kpi={kpi} reading={reading} lang={lang} />
        ))}
      </ReadingRows>
    </div>
  );
}

interface ReadingRowProps {
  readonly kpi: Kpi;
  readonly reading: KpiReading;
  readonly lang: string | undefined;
}

function ReadingRow({ kpi, reading, lang }: ReadingRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLTableRowElement>(reading.id);
  const language = useLanguage();
  const today = useToday();
  const { id: readingId, measuredOn, value, remark } = reading;
  const day = formatShortDay(language, measuredOn, today);
  const edit = (fields: Omit<CallInput<'clients.editReading'>, 'commandId' | 'readingId'>) =>
    carryOut((commandId) => call('clients.editReading', { commandId, readingId, ...fields }), t`Value changed`);
  const remove = () =>
    carryOut((commandId) => call('clients.deleteReading', { commandId, readingId }), t`Value deleted`);
  const problemOfDay = (next: string) => {
    if (next > today) return t`A value cannot be from the future.`;
    const isTaken = kpi.readings.some((each) => each.measuredOn === next && each.id !== readingId);
    return isTaken ? t`There is a value of that day already.` : undefined;
  };
  const save = async (text: string) => {
    const next = readDecimal(text, kpi.unit);
    return next === value || next === null || edit({ value: next });
  };
  return (
    <tr ref={place}>
      <th scope="row">
        <EditableDay
          label={t`Day`}
          of={kpi.name}
          value={measuredOn}
          placeholder=""
          problemOf={problemOfDay}
          onCommit={async (next) => next === null || edit({ measuredOn: next })}
        />
      </th>
      <td>
        <EditableText
          label={t`Value of ${day}`}
          value={formatFigure(language, value, kpi.unit)}
          maxLength={40}
          problemOf={(text) => (readDecimal(text, kpi.unit) === null ? t`A number, such as 29 or 4.5` : undefined)}
          hintFor={useNumberHint(kpi.unit)}
          onCommit={save}
        />
      </td>
      <td>
        <EditableText
          label={t`Remark of ${day}`}
          value={remark}
          placeholder="—"
          allowsEmpty
          maxLength={400}
          lang={remark === '' ? undefined : lang}
          onCommit={(next) => edit({ remark: next })}
        />
      </td>
      <td>
        <IconButton
          icon="close"
          size="small"
          className={styles.away}
          label={t`Delete the value of ${day}`}
          onPress={() => void remove()}
        />
      </td>
    </tr>
  );
}
