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
  /** What lies over the far end of the area and is not scrolled, in pixels. */
  readonly covered: number;
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

/** Scrolls whatever the pointer is near the edge of while a card is in the hand. Returns the way to stop. */
export function startAutoScroll(pointer: () => Point, areas: (point: Point) => readonly ScrollArea[]): () => void {
  let engaged: readonly Engaged[] = [];
  let before = performance.now();
  const tick = (now: number) => {
    const wanted = areas(pointer()).flatMap((area, index) => pull(area, index, pointer()));
    engaged = wanted.map(({ key }) => engaged.find((each) => each.key === key) ?? { key, since: now, steps: 0 });
    wanted.forEach(({ area, speed }, index) => {
      const held = engaged[index];
      if (held !== undefined) scroll(area, distance(speed, held, now, now - before));
    });
    before = now;
    frame = requestAnimationFrame(tick);
  };
  let frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

function pull(area: ScrollArea, index: number, point: Point) {
  const rect = area.element.getBoundingClientRect();
  const speed =
    area.axis === 'x'
      ? scrollSpeed(point.x, rect.left, rect.right - area.covered)
      : scrollSpeed(point.y, rect.top, rect.bottom - area.covered);
  return speed === 0 ? [] : [{ key: `${index} ${Math.sign(speed)}`, area, speed }];
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
