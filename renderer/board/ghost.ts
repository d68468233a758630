import styles from './ghost.module.css';
import { duration, easing, isMotionUnwanted } from './motion.ts';

// The card that follows the pointer. It is our own element and not the picture the system would draw of the card,
// because only so it keeps its full strength, its tilt and its way home; it lives outside React. It is held by an
// animation that stands still: a new place reaches the compositor at once, while a new style of the element would make the
// browser sort all layers of the board again at every move, which takes longer than all the rest.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Ghost {
  readonly moveTo: (point: Point) => void;
  /** Flies onto the card that is drawn there and is gone; without one it fades. */
  readonly goTo: (card: HTMLElement | null, manner: 'settle' | 'fly-back') => Promise<void>;
}

const tilt = -1.2;

export function raiseGhost(card: HTMLElement, grip: Point): Ghost {
  const rect = card.getBoundingClientRect();
  const element = copyOf(card, rect.width);
  const hold = { x: grip.x - rect.left, y: grip.y - rect.top };
  element.style.transformOrigin = `${hold.x}px ${hold.y}px`;
  document.body.append(element);

  const turn = isMotionUnwanted() ? '' : ` rotate(${tilt}deg)`;
  const transformAt = ({ x, y }: Point): string => `translate(${x - hold.x}px, ${y - hold.y}px)${turn}`;
  element.style.transform = transformAt(grip);
  const place = new KeyframeEffect(element, null, { duration: Number.MAX_SAFE_INTEGER, fill: 'both' });
  const holding = new Animation(place);
  holding.play();
  let last = grip;
  return {
    moveTo: (point) => {
      last = point;
      place.setKeyframes({ transform: [transformAt(point), transformAt(point)] });
    },
    goTo: (target, manner) => {
      element.style.transform = transformAt(last);
      holding.cancel();
      return land(element, target, manner);
    },
  };
}

function copyOf(card: HTMLElement, width: number): HTMLElement {
  const element = document.createElement('div');
  element.className = styles.ghost ?? '';
  element.style.width = `${width}px`;
  element.inert = true;
  element.setAttribute('aria-hidden', 'true');
  const inside = card.cloneNode(true);
  if (inside instanceof HTMLElement) stripMarks(inside);
  element.append(inside);
  return element;
}

/** The copy must not be found in the card's stead. */
function stripMarks(copy: HTMLElement): void {
  const marks = ['id', 'data-card-heading', 'data-focus-key', 'data-source', 'draggable', 'tabindex'];
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const mark of marks) element.removeAttribute(mark);
  }
}

async function land(element: HTMLElement, target: HTMLElement | null, manner: 'settle' | 'fly-back'): Promise<void> {
  const isSettling = manner === 'settle';
  const timing = {
    duration: duration(isSettling ? '--d-slow' : '--d-base'),
    easing: easing(isSettling ? '--ease-drop' : '--ease-out'),
  };
  if (target === null) {
    await element.animate({ opacity: 0 }, timing).finished.catch(() => undefined);
    element.remove();
    return;
  }
  const { left, top } = target.getBoundingClientRect();
  target.style.opacity = '0';
  await element
    .animate({ transform: `translate(${left}px, ${top}px) rotate(0deg)` }, timing)
    .finished.catch(() => undefined);
  target.style.opacity = '';
  element.remove();
}
