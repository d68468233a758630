import styles from './ghost.module.css';
import { duration, easing, isMotionUnwanted } from './motion.ts';
import { slideAlong } from './slide.ts';

// The card, or the step of a plan, that follows the pointer. It is our own element and not the picture the system would
// draw of the card, because only so it keeps its full strength, its tilt and its way home; it lives outside React.

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
/** In pixels, further either way than any pointer gets from the corner of the window. */
const reach = { from: -20_000, to: 20_000 };

export function raiseGhost(card: HTMLElement, grip: Point): Ghost {
  const rect = card.getBoundingClientRect();
  const hold = { x: grip.x - rect.left, y: grip.y - rect.top };
  const element = document.createElement('div');
  element.className = styles.ghost ?? '';
  element.style.width = `${rect.width}px`;
  element.inert = true;
  element.setAttribute('aria-hidden', 'true');
  const copy = copyOf(card);
  copy.style.transformOrigin = `${hold.x}px ${hold.y}px`;
  if (!isMotionUnwanted()) copy.style.rotate = `${tilt}deg`;
  element.append(copy);
  document.body.append(element);

  const along = slideAlong(element, 'x', reach);
  const down = slideAlong(element, 'y', reach);
  let corner = { x: 0, y: 0 };
  const moveTo = ({ x, y }: Point): void => {
    corner = { x: x - hold.x, y: y - hold.y };
    along.to(corner.x);
    down.to(corner.y);
  };
  moveTo(grip);
  return {
    moveTo,
    goTo: (target, manner) => {
      element.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
      along.stop();
      down.stop();
      return land({ element, copy }, target, manner);
    },
  };
}

function copyOf(card: HTMLElement): HTMLElement {
  const copy = document.createElement('div');
  copy.className = styles.copy ?? '';
  const inside = card.cloneNode(true);
  if (inside instanceof HTMLElement) {
    stripMarks(inside);
    // Taken while the last ghost still flies onto it.
    inside.style.opacity = '';
  }
  copy.append(inside);
  return copy;
}

/** The copy must not be found in the card's stead. */
function stripMarks(copy: HTMLElement): void {
  const marks = [
    'id',
    'data-card',
    'data-card-heading',
    'data-item',
    'data-item-heading',
    'data-focus-key',
    'draggable',
    'tabindex',
  ];
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const mark of marks) element.removeAttribute(mark);
  }
}

interface Raised {
  readonly element: HTMLElement;
  readonly copy: HTMLElement;
}

async function land(
  { element, copy }: Raised,
  target: HTMLElement | null,
  manner: 'settle' | 'fly-back',
): Promise<void> {
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
  copy.animate({ rotate: '0deg' }, timing);
  await element.animate({ transform: `translate(${left}px, ${top}px)` }, timing).finished.catch(() => undefined);
  target.style.opacity = '';
  element.remove();
}
