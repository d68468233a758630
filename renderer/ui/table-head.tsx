import { useLingui } from '@lingui/react/macro';

/** The names of the columns; the last one, with what can be done in a row, is named for those who do not see it. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  const { t } = useLingui();
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">{t`Actions`}</span>
        </th>
      </tr>
    </thead>
  );
}
