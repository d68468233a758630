import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NoteKind } from '../../shared/contract/notes.ts';
import type { IconName } from './icon-shapes.tsx';

export interface KindLook {
  readonly id: NoteKind;
  readonly label: MessageDescriptor;
  readonly icon: IconName;
  /** What the kind is not, where its label does not tell. */
  readonly hint?: MessageDescriptor;
}

/** In the order of the keys Alt 1 to Alt 5. */
export const kindLooks: readonly KindLook[] = [
  { id: 'meeting', label: msg({ message: 'Meeting', context: 'kind of note' }), icon: 'person' },
  { id: 'call', label: msg({ message: 'Call', context: 'kind of note' }), icon: 'call' },
  { id: 'letter', label: msg({ message: 'Email', context: 'kind of note' }), icon: 'mail' },
  { id: 'chat', label: msg({ message: 'Chat', context: 'kind of note' }), icon: 'chat' },
  {
    id: 'observation',
    label: msg({ message: 'Observation', context: 'kind of note' }),
    icon: 'eye',
    hint: msg`Does not count as contact`,
  },
];

/** A kind that this version does not know looks like any note. */
export function kindIcon(kind: string): IconName {
  return kindLooks.find(({ id }) => id === kind)?.icon ?? 'note';
}
