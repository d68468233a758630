import { msg, plural } from '@lingui/core/macro';
import { useEffect, useEffectEvent } from 'react';
import { announce } from './announce.ts';
import { i18n } from './words.ts';

/** What to say of a text that is longer than can be saved. A field keeps all of it: what is cut silently is lost. */
export function tooLong(text: string, limit: number | undefined): string | undefined {
  const over = limit === undefined ? 0 : text.trim().length - limit;
  if (over <= 0) return undefined;
  return i18n.t(
    msg`${plural(over, { one: 'Too long by # character.', other: 'Too long by # characters.' })} Shorten it: nothing is cut, and it is not saved yet.`,
  );
}

/** The same for a field on the page; said aloud when the text becomes too long, not with every key. */
export function useTooLong(text: string, limit: number | undefined): string | undefined {
  const sentence = tooLong(text, limit);
  const isTooLong = sentence !== undefined;
  const say = useEffectEvent(() => announce(sentence ?? '', 'assertive'));
  useEffect(() => {
    if (isTooLong) say();
  }, [isTooLong]);
  return sentence;
}
