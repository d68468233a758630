import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Kpi, mostReadings } from '../../../shared/contract/client-work.ts';
import { type LineProblem, readTable, type ReadingTable } from '../../../shared/reading-table.ts';
import { shortLine } from '../../../shared/short-line.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { formatFigure, formatShortDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import styles from './paste-readings.module.css';
import { ReadingRows } from './reading-rows.tsx';

const formId = 'paste-readings';

/** Readings out of a table: what was understood and what was not is seen before anything is kept. */
export function PasteReadings({ kpi, onClose }: { readonly kpi: Kpi; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const table = readTable(text, { today: useToday(), unit: kpi.unit });
  const count = table.readings.length;
  const known = new Set(kpi.readings.map(({ measuredOn }) => measuredOn));
  const replaced = table.readings.filter(({ measuredOn }) => known.has(measuredOn)).length;
  const tooMany = useTooMany(count);
  const save = async () => {
    if (count === 0 || tooMany !== undefined) return false;
    const readings = table.readings.map(({ measuredOn, value, remark }) => ({ measuredOn, value, remark }));
    const isDone = await carryOut(
      (commandId) => call('clients.addReadings', { commandId, kpiId: kpi.id, readings }),
      t`${plural(count, { one: '#\u00a0value added', other: '#\u00a0values added' })}`,
    );
    if (isDone) onClose();
    return isDone;
  };
  return (
    <Dialog
      onClose={onClose}
      title={t`Values from a table`}
      lead={t`A day or a month, a value and, if you like, a remark. Copy the columns and paste them here.`}
      width="sheet"
      note={replaced > 0 && t`${plural(replaced, { one: 'Replaces # known value', other: 'Replaces # known values' })}`}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={formId} look="primary" isDisabled={count === 0 || tooMany !== undefined}>
            {count === 0 ? (
              <Trans>Add the values</Trans>
            ) : (
              t`${plural(count, { one: 'Add # value', other: 'Add # values' })}`
            )}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={save}>
        <TextArea
          label={t`Rows of the table`}
          placeholder={`2026-09\t30,4\n31.10.2026\t30,8`}
          value={text}
          onChange={setText}
          rows={5}
          maxLength={200_000}
          error={tooMany}
          autoFocus
        />
      </Form>
      <Preview kpi={kpi} table={table} />
    </Dialog>
  );
}

function useTooMany(count: number): string | undefined {
  const { t } = useLingui();
  const language = useLanguage();
  if (count <= mostReadings) return undefined;
  const most = formatFigure(language, String(mostReadings), '');
  const all = formatFigure(language, String(count), '');
  return t`At most ${most} values are added at once, and here are ${all}. Paste the rest afterwards.`;
}

function Preview({ kpi, table }: { readonly kpi: Kpi; readonly table: ReadingTable }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { readings, unread } = table;
  if (readings.length === 0 && unread.length === 0) return null;
  return (
    <div className={styles.preview} role="status">
      {unread.length > 0 && <Unread lines={unread} />}
      {readings.length > 0 && (
        <ReadingRows label={t`What was understood`}>
          {readings.map(({ line, measuredOn, value, remark }) => (
            <tr key={line}>
              <th scope="row">{formatShortDay(language, measuredOn, today)}</th>
              <td>{formatFigure(language, value, kpi.unit)}</td>
              <td>{remark}</td>
              <td />
            </tr>
          ))}
        </ReadingRows>
      )}
    </div>
  );
}

/** More of them say nothing new. */
const unreadShown = 8;

function Unread({ lines }: { readonly lines: ReadingTable['unread'] }) {
  const { t } = useLingui();
  const problems: Readonly<Record<LineProblem, string>> = {
    no_day: t`no day with a year`,
    no_value: t`no number`,
    two_ways: t`a number that can be read two ways`,
    future: t`a future day`,
    repeated: t`this day is already above`,
  };
  const rest = lines.length - unreadShown;
  return (
    <div className={styles.unread}>
      <p>{t`${plural(lines.length, { one: '#\u00a0line is not understood and will be left out:', other: '#\u00a0lines are not understood and will be left out:' })}`}</p>
      <ul>
        {lines.slice(0, unreadShown).map(({ line, text, problem }) => (
          <li key={line}>{t`line ${line}, ${problems[problem]}: “${shortLine(text, 60)}”`}</li>
        ))}
      </ul>
      {rest > 0 && <p>{t`${plural(rest, { one: 'and # more', other: 'and # more' })}`}</p>}
    </div>
  );
}
