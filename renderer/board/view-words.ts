import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { i18n } from '../ui/words.ts';
import type { Sorting } from './lens.ts';

/** Why cards cannot be put in an order by hand. */
const sentences: Readonly<Record<Exclude<Sorting, 'own'>, MessageDescriptor>> = {
  unseen: msg`The board is sorted by who was not seen for long. To order cards by hand, show them as is.`,
  tenure: msg`The board is sorted by tenure. To order cards by hand, show them as is.`,
};

export function sortedSentence(sorting: Sorting): string | null {
  return sorting === 'own' ? null : i18n.t(sentences[sorting]);
}

export function useSortedSentence(sorting: Sorting): string | null {
  const { t } = useLingui();
  return sorting === 'own' ? null : t(sentences[sorting]);
}
