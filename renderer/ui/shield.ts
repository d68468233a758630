import type { Point } from './ghost.ts';
import styles from './shield.module.css';

/** What a drag by pointer tells on its way. */
export interface Carrier {
  /** Not told when the drag ends at once. */
  readonly began: () => void;
  /** Once in every frame in which the pointer was moved. */
  readonly moved: (point: Point) => void;
  /** In every second frame, and in the last: what is worked out from the place is not needed faster. */
  readonly aimed: (point: Point) => void;
  readonly left: () => void;
  readonly dropped: (point: Point) => void;
  /** Let go elsewhere, or given up with Esc. */
  readonly cancelled: () => void;
}

/**
 * Follows the drag that is just beginning, by a sheet over the whole window that takes the card. Under it the browser need
 * not look for the pointer among thousands of parts, and nothing that listens there is asked at every move.
 */
export function raiseShield(carrier: Carrier): void {
  const shield = document.createElement('div');
  shield.className = styles.shield ?? '';
  // The browser gives up a drag when what it takes is covered or changed while it is being taken.
  const beginning = setTimeout(() => {
    document.body.append(shield);
    carrier.began();
  }, 0);
  const over = new AbortController();
  const { signal } = over;
  let point: Point | null = null;
  let frame = 0;
  let isAiming = false;
  const end = (tell: () => void): void => {
    over.abort();
    clearTimeout(beginning);
    cancelAnimationFrame(frame);
    shield.remove();
    tell();
  };
  const tellMove = () => {
    frame = 0;
    if (point === null) return;
    carrier.moved(point);
    isAiming = !isAiming;
    if (isAiming) carrier.aimed(point);
    else frame = requestAnimationFrame(tellMove);
  };
  shield.addEventListener('dragenter', (event) => event.preventDefault());
  shield.addEventListener('dragover', (event) => {
    event.preventDefault();
    point = pointOf(event);
    frame ||= requestAnimationFrame(tellMove);
  });
  shield.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget !== null) return;
    point = null;
    carrier.left();
  });
  shield.addEventListener('drop', (event) => {
    event.preventDefault();
    end(() => carrier.dropped(pointOf(event)));
  });
  const giveUp = () => end(carrier.cancelled);
  window.addEventListener('dragend', giveUp, { capture: true, signal });
  // No pointer moves without its button during a drag: one that does has outlived a drag whose card was taken away.
  window.addEventListener('pointermove', ({ buttons }) => buttons === 0 && giveUp(), { capture: true, signal });
}

function pointOf({ clientX, clientY }: DragEvent): Point {
  return { x: clientX, y: clientY };
}
