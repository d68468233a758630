import { useLingui } from '@lingui/react/macro';
import type { CsvColumns } from '../../../shared/contract/transfer.ts';
import { Select } from '../../ui/select.tsx';
import styles from './transfer.module.css';

interface ColumnChoicesProps {
  readonly header: readonly string[];
  readonly columns: CsvColumns;
  readonly onChange: (columns: CsvColumns) => void;
}

const none = 'none';
/** A column may be called anything, also "none". */
const idOf = (index: number) => `column ${index}`;

export function ColumnChoices({ header, columns, onChange }: ColumnChoicesProps) {
  const { t } = useLingui();
  const facts: readonly (readonly [keyof CsvColumns, string])[] = [
    ['client', t`Client`],
    ['when', t`Date`],
    ['title', t`Title`],
    ['body', t`Text`],
    ['kind', t`Kind`],
    ['people', t`Who was there`],
  ];
  const options = [
    { id: none, label: t`no column` },
    ...header.map((name, index) => ({ id: idOf(index), label: name.trim() === '' ? t`column ${index + 1}` : name })),
  ];
  const missing = useMissing(columns);
  return (
    <>
      <div className={styles.columns} role="group" aria-label={t`Columns of the table`}>
        {facts.map(([fact, label]) => {
          const chosen = columns[fact];
          return (
            <Select
              key={fact}
              label={label}
              options={options}
              value={chosen === null ? none : idOf(header.indexOf(chosen))}
              onChange={(id) =>
                onChange({ ...columns, [fact]: header.find((_name, index) => idOf(index) === id) ?? null })
              }
            />
          );
        })}
      </div>
      {missing !== null && (
        <p className={styles.missing} role="status">
          {missing}
        </p>
      )}
    </>
  );
}

/** What nothing can come in without. */
function useMissing({ body, title, when }: CsvColumns): string | null {
  const { t } = useLingui();
  if (body === null && title === null) return t`Choose the column with the text of the notes.`;
  return when === null ? t`Choose the column with the dates of the notes.` : null;
}
