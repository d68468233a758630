import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Goals, mismatchOf } from '../../../shared/goals.ts';
import { horizons } from '../../../shared/contract/client-work.ts';
import { i18n } from '../../ui/words.ts';

export type Horizon = (typeof horizons)[number];

export const horizonWords: Readonly<Record<Horizon, MessageDescriptor>> = {
  half_year: msg`half a year`,
  year: msg`a year`,
  years: msg`years`,
};

function words(horizon: string): string {
  const known = horizons.find((each) => each === horizon);
  return known === undefined ? horizon : i18n.t(horizonWords[known]);
}

/** One calm sentence about how the goals differ; null when they do not. */
export function mismatchSentence(goals: Goals): string | null {
  const ours = words(goals.ourHorizon);
  const theirs = words(goals.theirHorizon);
  switch (mismatchOf(goals)) {
    case 'goals':
      return i18n.t(msg`The goals do not match. Talk about it before it becomes a reason to part.`);
    case 'horizons':
      return i18n.t(msg`We look ${ours} ahead, they look ${theirs} ahead.`);
    case 'both':
      return i18n.t(msg`The goals do not match. We look ${ours} ahead, they look ${theirs} ahead.`);
    case null:
      return null;
  }
}
