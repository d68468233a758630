import { afterEach, expect, test } from 'vitest';
import { slideAlong } from './slide.ts';

const reach = { from: -500, to: 500 };
let box = document.createElement('div');

afterEach(() => box.remove());

function standing(): DOMRect {
  box = document.createElement('div');
  box.style.cssText = 'position: fixed; left: 100px; top: 200px; width: 10px; height: 10px';
  document.body.append(box);
  return box.getBoundingClientRect();
}

const corner = () => {
  const { x, y } = box.getBoundingClientRect();
  return [Math.round(x), Math.round(y)];
};

test('an element slides by pixels either way, along both axes at once', () => {
  standing();
  const along = slideAlong(box, 'x', reach);
  const down = slideAlong(box, 'y', reach);
  along.to(60);
  down.to(-40);
  expect(corner()).toEqual([160, 160]);
  along.to(-100);
  expect(corner()).toEqual([0, 160]);
});

test('it goes no further than its reach, moves nothing by itself, and stands in its place again when it stops', async () => {
  standing();
  const down = slideAlong(box, 'y', reach);
  down.to(4000);
  expect(corner()).toEqual([100, 700]);
  down.to(30);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(corner()).toEqual([100, 230]);
  down.stop();
  expect(corner()).toEqual([100, 200]);
});
