import { msg } from '@lingui/core/macro';
import { findSecrets } from '../../shared/handoff/secrets.ts';
import { i18n } from './words.ts';

/** What to say of a text while it is typed, where secrets do not belong. It warns and never stands in the way. */
export function secretWarning(text: string): string | undefined {
  if (findSecrets(text).length === 0) return undefined;
  return i18n.t(msg`This looks like a password or a key. Write where it is kept, not the secret itself.`);
}
