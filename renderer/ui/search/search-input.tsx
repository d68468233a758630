import { useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { optionId, type Row } from './rows.ts';

export interface SearchInputProps {
  readonly listId: string;
  readonly hasRows: boolean;
  readonly active: Row | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder: string;
  readonly className: string | undefined;
  readonly reference?: Ref<HTMLInputElement>;
}

/** The focus stays in the field; the rows of the list are walked from here. */
export function SearchInput({
  listId,
  hasRows,
  active,
  value,
  onChange,
  placeholder,
  className,
  reference,
}: SearchInputProps) {
  const { t } = useLingui();
  return (
    <input
      ref={reference}
      className={className}
      role="combobox"
      aria-label={t`Search`}
      aria-expanded={hasRows}
      aria-controls={listId}
      aria-autocomplete="list"
      {...(active === undefined ? {} : { 'aria-activedescendant': optionId(listId, active) })}
      data-focus-key="search"
      placeholder={placeholder}
      value={value}
      spellCheck={false}
      autoComplete="off"
      autoFocus
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
