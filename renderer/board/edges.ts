import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { announce, useAnnouncements } from '../ui/announce.ts';
import { i18n } from '../ui/words.ts';

// A key that leads no further is not met with silence.

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const cardEnds: Readonly<Record<Arrow, MessageDescriptor>> = {
  ArrowUp: msg`This is the first card of the column`,
  ArrowDown: msg`This is the last card of the column`,
  ArrowLeft: msg`No cards further left`,
  ArrowRight: msg`No cards further right`,
};

const placeEnds: Readonly<Record<Arrow, MessageDescriptor>> = {
  ArrowUp: msg`Already at the top`,
  ArrowDown: msg`Already at the bottom`,
  ArrowLeft: msg`Already in the first stage`,
  ArrowRight: msg`Already in the last stage`,
};

/** The focus stays on its card. */
export function sayLastCard(arrow: Arrow, isKeyHeld: boolean): void {
  sayOnce(i18n.t(cardEnds[arrow]), isKeyHeld);
}

/** The card, in the hand or not, stays in its place. */
export function sayLastPlace(arrow: Arrow, isKeyHeld: boolean): void {
  sayOnce(i18n.t(placeEnds[arrow]), isKeyHeld);
}

/** A key that is held down repeats itself many times a second; its sentence does not. */
function sayOnce(sentence: string, isKeyHeld: boolean): void {
  if (isKeyHeld && useAnnouncements.getState().polite.startsWith(sentence)) return;
  announce(sentence);
}
