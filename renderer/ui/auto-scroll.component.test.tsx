import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { autoScroll, type ScrollArea } from './auto-scroll.ts';
import type { Point } from './ghost.ts';

/** A column of 200 by 400 pixels that scrolls both ways; frames come when the test says so. */
let box = document.createElement('div');
let wanted: FrameRequestCallback | null = null;
let isMotionUnwanted = false;

beforeEach(() => {
  isMotionUnwanted = false;
  wanted = null;
  box = document.createElement('div');
  box.style.cssText = 'position: fixed; left: 0; top: 0; width: 200px; height: 400px; overflow: auto';
  const inside = document.createElement('div');
  inside.style.cssText = 'width: 5000px; height: 5000px';
  box.append(inside);
  document.body.append(box);
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
    wanted = callback;
    return 1;
  });
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation(() => {
    wanted = null;
  });
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const realMatch = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation(() => realMatch(isMotionUnwanted ? 'all' : 'not all'));
});

afterEach(() => {
  vi.restoreAllMocks();
  box.remove();
});

function frameAt(now: number): void {
  const callback = wanted;
  wanted = null;
  callback?.(now);
}

function framesTo(last: number, every = 20, first = 0): void {
  for (let now = first; now <= last; now += every) frameAt(now);
}

const down = (): ScrollArea => ({ element: box, axis: 'y', from: 0, to: 400 });
const sideways = (): ScrollArea => ({ element: box, axis: 'x', from: 0, to: 200 });
const atBottom: Point = { x: 100, y: 400 };
const inTheMiddle: Point = { x: 100, y: 200 };

test('at an edge it waits a quarter of a second, then scrolls 900 px a second and tells of it', () => {
  const scrolled = vi.fn();
  const scrolling = autoScroll(() => [down()], scrolled);
  scrolling.follow(atBottom);
  framesTo(240);
  expect(box.scrollTop).toBe(0);
  framesTo(340, 20, 260);
  expect(box.scrollTop).toBe(5 * 18);
  expect(scrolled).toHaveBeenCalled();
  scrolling.stop();
});

test('a frame that took long does not make it jump', () => {
  const scrolling = autoScroll(
    () => [down()],
    () => {},
  );
  scrolling.follow(atBottom);
  frameAt(0);
  frameAt(2000);
  expect(box.scrollTop).toBe(45);
  scrolling.stop();
});

test('away from the edges nothing runs, and the next edge is waited for anew', () => {
  const scrolling = autoScroll(
    () => [down()],
    () => {},
  );
  scrolling.follow(inTheMiddle);
  expect(wanted).toBeNull();
  scrolling.follow(atBottom);
  framesTo(300);
  const { scrollTop } = box;
  expect(scrollTop).toBeGreaterThan(0);
  scrolling.follow(inTheMiddle);
  frameAt(320);
  expect(wanted).toBeNull();
  scrolling.follow(atBottom);
  framesTo(560, 20, 340);
  expect(box.scrollTop).toBe(scrollTop);
  frameAt(600);
  expect(box.scrollTop).toBeGreaterThan(scrollTop);
  scrolling.stop();
});

test('in a corner it scrolls both ways, back towards the beginning too', () => {
  box.scrollTo({ left: 900, top: 900, behavior: 'instant' });
  const scrolling = autoScroll(
    () => [down(), sideways()],
    () => {},
  );
  scrolling.follow({ x: 0, y: 0 });
  framesTo(260);
  expect([box.scrollLeft, box.scrollTop]).toEqual([882, 882]);
  scrolling.stop();
  expect(wanted).toBeNull();
});

test('without motion it goes by steps of a card, one at once after the wait and one every 400 ms', () => {
  isMotionUnwanted = true;
  const scrolling = autoScroll(
    () => [down()],
    () => {},
  );
  scrolling.follow(atBottom);
  framesTo(240);
  expect(box.scrollTop).toBe(0);
  framesTo(640, 20, 260);
  expect(box.scrollTop).toBe(140);
  framesTo(1040, 20, 660);
  expect(box.scrollTop).toBe(280);
  scrolling.stop();
});
