import { autoScroll, type ScrollArea } from './auto-scroll.ts';
import type { Ghost, Point } from './ghost.ts';
import { raiseShield } from './shield.ts';

export interface PointerAim {
  /** What is in the hand; it moves with the pointer. */
  readonly ghost: Ghost;
  readonly scrollAreas: (point: Point) => readonly ScrollArea[];
  readonly began: () => void;
  /** Where it would land now; null where it would not. */
  readonly aimAt: (point: Point | null) => void;
  /** The point of the drop; null when it was cancelled. */
  readonly letGo: (point: Point | null) => void;
}

/** Aims at what is under the pointer, also when it stands still and what scrolls under it brings other places to it. */
export function aimByPointer({ ghost, scrollAreas, began, aimAt, letGo }: PointerAim): void {
  let under: Point | null = null;
  const aim = () => aimAt(under);
  const scrolling = autoScroll(scrollAreas, aim);
  const end = (point: Point | null) => {
    scrolling.stop();
    letGo(point);
  };
  raiseShield({
    began,
    moved: ghost.moveTo,
    aimed: (point) => {
      under = point;
      scrolling.follow(point);
      aim();
    },
    left: () => {
      under = null;
      scrolling.stop();
      aim();
    },
    dropped: end,
    cancelled: () => end(null),
  });
}
