import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { i18n } from './words.ts';

const successors: Readonly<Record<string, MessageDescriptor>> = {
  contractor: msg`A new contractor`,
  in_house: msg`The client’s own team`,
  freeze: msg`Nobody, the project rests`,
};

/** Who takes over. A way that this version does not know is shown as it is. */
export function successorWord(code: string): string {
  const word = successors[code];
  return word === undefined ? code : i18n.t(word);
}
