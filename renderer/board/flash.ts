import { isMotionUnwanted } from '../ui/motion.ts';

let last = 0;

/** A card that has just landed glows once; drawing it anew in another column does not repeat that. */
export function flash(card: HTMLElement | null, count: number): void {
  if (card === null || count <= last || isMotionUnwanted()) return;
  last = count;
  const { backgroundColor } = getComputedStyle(card);
  const soft = getComputedStyle(card).getPropertyValue('--accent-soft');
  card.animate([{ backgroundColor: soft }, { backgroundColor: soft, offset: 0.4 }, { backgroundColor }], {
    duration: 600,
    easing: 'ease-out',
  });
}
