import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type EngagementKind, engagementKinds } from '../../shared/contract/client-work.ts';

const words: Readonly<Record<EngagementKind, MessageDescriptor>> = {
  project: msg({ message: 'Project', context: 'kind of engagement' }),
  retainer: msg({ message: 'Retainer', context: 'kind of engagement' }),
  support: msg({ message: 'Support', context: 'kind of engagement' }),
  audit: msg({ message: 'Audit', context: 'kind of engagement' }),
  consulting: msg({ message: 'Consulting', context: 'kind of engagement' }),
  other: msg({ message: 'Other work', context: 'kind of engagement' }),
};

/** A kind that this version does not know is some other work. */
export function engagementKindWords(kind: string): MessageDescriptor {
  return words[engagementKinds.find((each) => each === kind) ?? 'other'];
}
