import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import {
  type FilterBeingTyped,
  filterBeingTyped,
  foldName,
  kindNames,
  withValue,
} from '../../../shared/search-query.ts';
import { isStage } from '../../../shared/stage.ts';
import { call } from '../../api.ts';
import { kindIcon } from '../note-kinds.ts';
import { plain, type Row, type RowGroup } from './rows.ts';

export type ClientNames = CallOutput<'clients.names'>['clients'];

/** The clients, those seen last first. */
export function useClientNames(): ClientNames {
  const [names, setNames] = useState<ClientNames>([]);
  useEffect(() => {
    call('clients.names', {}).then(
      ({ clients }) => setNames(clients),
      () => setNames([]),
    );
  }, []);
  return names;
}

const suggested = 6;

/** The values that fit the filter being typed at the end of the text; null when none is. */
export function useSuggestions(
  text: string,
  names: ClientNames,
  setText: (text: string) => void,
): RowGroup<'values'> | null {
  const { t } = useLingui();
  const typed = filterBeingTyped(text);
  if (typed === null) return null;
  const take = (value: string) => () => setText(withValue(text, typed, value));
  const rows = typed.name === 'client' ? clientRows(names, typed, take) : kindRows(typed, take);
  if (rows.length === 0 || isWhole(rows, typed)) return null;
  return { id: 'values', label: typed.name === 'client' ? t`Which client` : t`Which kind of note`, rows };
}

/** Nothing is left to choose. */
function isWhole(rows: readonly Row[], { value }: FilterBeingTyped): boolean {
  return rows.length === 1 && foldName(rows[0]?.title.text ?? '') === foldName(value);
}

type Take = (value: string) => () => void;

function clientRows(names: ClientNames, { value }: FilterBeingTyped, take: Take): readonly Row[] {
  const wanted = foldName(value);
  return names
    .filter(({ name }) => foldName(name).includes(wanted))
    .slice(0, suggested)
    .map(({ id, name, stage }) => ({
      id: `value ${id}`,
      title: plain(name),
      ...(isStage(stage) ? { stage } : {}),
      run: take(name),
    }));
}

/** In the language in which the filter was begun. */
function kindRows({ key, value }: FilterBeingTyped, take: Take): readonly Row[] {
  const language = key.toLowerCase() === 'kind' ? 'en' : 'ru';
  const wanted = foldName(value);
  return kindNames
    .filter(({ en, ru }) => [...en, ...ru].some((name) => name.startsWith(wanted)))
    .map((names) => {
      const [name = ''] = names[language];
      return { id: `value ${names.kind}`, icon: kindIcon(names.kind), title: plain(name), run: take(name) };
    });
}
