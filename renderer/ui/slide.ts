/** Moves an element along one axis without painting or laying out anything. */
export interface Slide {
  /** Pixels from where the element stands by itself. */
  readonly to: (position: number) => void;
  readonly stop: () => void;
}

interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * An animation that stands still, in which a millisecond is a pixel, moved by setting its time: that reaches the
 * compositor at once, while a new style of the element would make the browser sort all layers of the board again at
 * every move, which takes longer than all the rest.
 */
export function slideAlong(element: Element, axis: 'x' | 'y', { from, to }: Reach): Slide {
  const keyframes =
    axis === 'x'
      ? { translate: [`${from}px`, `${to}px`] }
      : { transform: [`translateY(${from}px)`, `translateY(${to}px)`] };
  const animation = element.animate(keyframes, { duration: to - from, fill: 'both' });
  animation.pause();
  return {
    to: (position) => {
      animation.currentTime = position - from;
    },
    stop: () => animation.cancel(),
  };
}
