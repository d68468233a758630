import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useToday } from '../../ui/clock.ts';
import { formatShortDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { UnknownClients } from './unknown-clients.tsx';
import { ColumnChoices } from './column-choices.tsx';
import { FolderChoice } from './folder-choice.tsx';
import { SkippedList } from './skipped-list.tsx';
import styles from './transfer.module.css';
import type { Choices, Preview } from './use-import.ts';

interface ImportPreviewProps {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** What would come in, and what a partner decides about it. */
export function ImportPreview({ preview, choices, onChange }: ImportPreviewProps) {
  const { t } = useLingui();
  const { counts, table, folders, clients, samples, skipped } = preview;
  if (table === null && samples.length === 0 && skipped.length === 0)
    return <p className={styles.quiet}>{t`There is no Markdown or text file in this folder.`}</p>;
  return (
    <div className={styles.preview}>
      <Counts counts={counts} />
      {table !== null && (
        <ColumnChoices header={table.header} columns={table.columns} onChange={(columns) => onChange({ columns })} />
      )}
      {folders !== null && <FolderChoice folders={folders} onChange={(clientFolder) => onChange({ clientFolder })} />}
      {clients.length > 0 && <UnknownClients clients={clients} choices={choices} onChange={onChange} />}
      {samples.length > 0 && <Samples samples={samples} />}
      <SkippedList skipped={skipped} count={counts.skipped} />
    </div>
  );
}

function Counts({ counts }: Pick<Preview, 'counts'>) {
  const { t } = useLingui();
  const { toImport, here, skipped, newClients } = counts;
  return (
    <div className={styles.facts} role="status">
      <span>{t`${plural(toImport, { one: '#\u00a0note to import', other: '#\u00a0notes to import' })}`}</span>
      {newClients > 0 && (
        <span>{t`${plural(newClients, { one: '#\u00a0new client', other: '#\u00a0new clients' })}`}</span>
      )}
      {here > 0 && (
        <span>{t`${plural(here, { one: '#\u00a0note is here already', other: '#\u00a0notes are here already' })}`}</span>
      )}
      {skipped > 0 && <span>{t`${plural(skipped, { one: '#\u00a0left out', other: '#\u00a0left out' })}`}</span>}
    </div>
  );
}

function Samples({ samples }: Pick<Preview, 'samples'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  return (
    <table className={styles.table} aria-label={t`The first notes`}>
      <thead>
        <tr>
          <th scope="col">{t`Date`}</th>
          <th scope="col">{t`Client`}</th>
          <th scope="col">{t`Note`}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ name, row, happenedAt, datedBy, client, title }) => (
          <tr key={`${name} ${row ?? ''}`}>
            <td>
              {formatShortDay(language, happenedAt, today)}
              {datedBy === 'file' && <span className={styles.aside}>{t`time of the file`}</span>}
            </td>
            <td>{client === '' ? t`none` : client}</td>
            <td>{title === '' ? t`Without a title` : title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
