import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { showProblem } from '../ui/toast.ts';
import { kindWords } from './backups/difference-table.tsx';
import table from './backups/backups-page.module.css';
import styles from './refusal-page.module.css';

interface SalvageViewProps {
  readonly report: SalvageReport;
  readonly onBack: () => void;
}

/** What could be read of a broken file and what could not, before anything is put in its place. */
export function SalvageView({ report, onBack }: SalvageViewProps) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone.
  useEffect(() => title.current?.focus(), []);
  const open = async () => {
    setBusy(true);
    await call('safety.openSalvaged', {}).catch(showProblem);
    setBusy(false);
  };
  const records = plural(report.saved, { one: '#\u00a0record', other: '#\u00a0records' });
  return (
    <section className={styles.report} aria-labelledby="salvage-title">
      <h1 className={styles.title} id="salvage-title" ref={title} tabIndex={-1}>{t`What can be saved`}</h1>
      <p className={styles.text}>
        {isWhole(report)
          ? t`All that is known to have been in the file could be read: ${records}.`
          : t`${records} could be read. What is missing or doubtful stands below.`}
      </p>
      <ReportTable report={report} />
      <Remarks report={report} />
      <div className={styles.ways}>
        <Button look="primary" size="large" isPending={isBusy} onPress={() => void open()}>
          {t`Open what was saved`}
        </Button>
        <Button look="secondary" size="large" isDisabled={isBusy} onPress={onBack}>
          {t`Back`}
        </Button>
      </div>
    </section>
  );
}

function isWhole({ kinds, unplaced, standIns, lostHistory, isUncertain }: SalvageReport): boolean {
  const isAnyLost = kinds.some(({ lost, doubtful }) => lost + doubtful.count > 0);
  return !isAnyLost && !isUncertain && unplaced + standIns + lostHistory === 0;
}

function ReportTable({ report: { kinds } }: { readonly report: SalvageReport }) {
  const { t, i18n } = useLingui();
  return (
    <table className={table.differences} aria-label={t`What was saved and what was not`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t`What`}</span>
          </th>
          <th scope="col">{t`Saved`}</th>
          <th scope="col">{t`Lost`}</th>
          <th scope="col">{t`Doubtful`}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, saved, lost, doubtful }) => (
          <tr key={kind}>
            <th scope="row">{i18n.t(kindWords[kind])}</th>
            <td>{saved}</td>
            <td>{lost > 0 && <span className={table.count}>{lost}</span>}</td>
            <td>
              {doubtful.count > 0 && <span className={table.count}>{doubtful.count}</span>}
              {doubtful.names.length > 0 && <span className={table.names}>{doubtful.names.join(', ')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remarks({ report }: { readonly report: SalvageReport }) {
  const { t } = useLingui();
  const { rebuilt, standIns, lostHistory, fixedCommands, unplaced, unreadablePages, isUncertain } = report;
  const hasDoubts = report.kinds.some(({ doubtful }) => doubtful.count > 0);
  return (
    <ul className={styles.remarks}>
      {isUncertain && <li>{t`So much of the file is broken that more may be missing than is known.`}</li>}
      {unreadablePages > 0 && (
        <li>
          {plural(unreadablePages, {
            one: '#\u00a0page of the file cannot be read.',
            other: '#\u00a0pages of the file cannot be read.',
          })}
        </li>
      )}
      {hasDoubts && <li>{t`Doubtful means: it is there, but may not say what it said last. Look through it.`}</li>}
      {rebuilt > 0 && (
        <li>
          {plural(rebuilt, {
            one: '#\u00a0record was put together from the history of changes.',
            other: '#\u00a0records were put together from the history of changes.',
          })}
        </li>
      )}
      {standIns > 0 && (
        <li>
          {plural(standIns, {
            one: 'Of #\u00a0client nothing but the records is left; it stands on the board without its name.',
            other: 'Of #\u00a0clients nothing but the records is left; they stand on the board without their names.',
          })}
        </li>
      )}
      {lostHistory > 0 && (
        <li>
          {plural(lostHistory, {
            one: '#\u00a0entry of the history of changes is lost.',
            other: '#\u00a0entries of the history of changes are lost.',
          })}
        </li>
      )}
      {fixedCommands > 0 && (
        <li>
          {plural(fixedCommands, {
            one: '#\u00a0earlier change can be undone no more.',
            other: '#\u00a0earlier changes can be undone no more.',
          })}
        </li>
      )}
      {unplaced > 0 && (
        <li>
          {plural(unplaced, {
            one: '#\u00a0row could be read but belongs nowhere; it is left out.',
            other: '#\u00a0rows could be read but belong nowhere; they are left out.',
          })}
        </li>
      )}
      <li>{t`The broken file stays in its folder as it is, under a name with the date.`}</li>
    </ul>
  );
}
