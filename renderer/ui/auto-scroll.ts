import type { Point } from './ghost.ts';
import { isMotionUnwanted } from './motion.ts';

const zone = 64;
const fastest = 900;
const delay = 250;
/** Without gliding: a jump of a card's height now and then. */
const step = { pixels: 140, every: 400 };

export interface ScrollArea {
  readonly element: Element;
  readonly axis: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  /** Tells apart what scrolls the same way: in another one the wait begins anew. */
  readonly name?: string | undefined;
}

/** Pixels a second, by how deep the pointer is in the zone at an edge; negative towards the beginning. */
export function scrollSpeed(position: number, from: number, to: number): number {
  if (position < from + zone) return -fastest * Math.min(1, (from + zone - position) / zone);
  if (position > to - zone) return fastest * Math.min(1, (position - to + zone) / zone);
  return 0;
}

interface Engaged {
  readonly key: string;
  readonly since: number;
  steps: number;
}

export interface AutoScroll {
  readonly follow: (point: Point) => void;
  readonly stop: () => void;
}

/**
 * Scrolls whatever the pointer is near the edge of while something is in the hand. Away from all edges nothing runs: a frame
 * that is asked for costs time even when nothing moves in it. `scrolled` is told in every frame while it does.
 */
export function autoScroll(areas: (point: Point) => readonly ScrollArea[], scrolled: () => void): AutoScroll {
  let engaged: readonly Engaged[] = [];
  let pointer: Point = { x: 0, y: 0 };
  let before = 0;
  let frame = 0;
  const tick = (now: number) => {
    const wanted = pulls(areas(pointer), pointer);
    engaged = wanted.map(({ key }) => engaged.find((each) => each.key === key) ?? { key, since: now, steps: 0 });
    wanted.forEach(({ area, speed }, index) => {
      const held = engaged[index];
      if (held !== undefined) scroll(area, distance(speed, held, now, now - before));
    });
    if (wanted.length > 0) scrolled();
    before = now;
    frame = wanted.length === 0 ? 0 : requestAnimationFrame(tick);
  };
  return {
    follow: (point) => {
      pointer = point;
      if (frame !== 0 || pulls(areas(point), point).length === 0) return;
      before = performance.now();
      frame = requestAnimationFrame(tick);
    },
    stop: () => {
      cancelAnimationFrame(frame);
      frame = 0;
      engaged = [];
    },
  };
}

interface Pull {
  readonly key: string;
  readonly area: ScrollArea;
  readonly speed: number;
}

function pulls(areas: readonly ScrollArea[], point: Point): readonly Pull[] {
  return areas.flatMap((area) => {
    const { axis, from, to, name = '' } = area;
    const speed = scrollSpeed(point[axis], from, to);
    return speed === 0 ? [] : [{ key: `${axis} ${name} ${Math.sign(speed)}`, area, speed }];
  });
}

function distance(speed: number, held: Engaged, now: number, passed: number): number {
  const lasted = now - held.since - delay;
  if (lasted < 0) return 0;
  if (!isMotionUnwanted()) return (speed * Math.min(passed, 50)) / 1000;
  const due = Math.floor(lasted / step.every) + 1;
  const isDue = due > held.steps;
  held.steps = due;
  return isDue ? Math.sign(speed) * step.pixels : 0;
}

function scroll({ element, axis }: ScrollArea, pixels: number): void {
  if (pixels === 0) return;
  element.scrollBy({ [axis === 'x' ? 'left' : 'top']: pixels, behavior: 'instant' });
}
