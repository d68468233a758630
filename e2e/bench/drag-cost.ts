import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { longTasks, openThreadClock, taskMs, watchLongTasks } from './page-cost.ts';

/** How many tasks of 50 ms and more there were in each part of a drag. */
export interface LongTasks {
  readonly pickUp: number;
  readonly carry: number;
  readonly drop: number;
}

/** What the main thread of a page spent on a card that was picked up, carried over it and put down. */
export interface DragCost {
  /** Chromium's own count of time in tasks while it was carried, in milliseconds. */
  readonly taskMs: number;
  readonly longTasks: LongTasks;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const steps = 240;

/** A wave through all columns, away from the edges where the board scrolls by itself. */
function spot(step: number, { width, height }: { readonly width: number; readonly height: number }): Point {
  const along = step / steps;
  return {
    x: 280 + (width - 420) * along,
    y: height / 2 + Math.sin(along * Math.PI * 8) * (height / 2 - 200),
  };
}

/** Presses at the point, carries over the page in a wave with 60 moves a second, and lets go where the wave ends. */
export async function dragCost(page: Page, from: Point): Promise<DragCost> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const session = await openThreadClock(page);
  await watchLongTasks(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 });
  await wait(400);
  const pickUp = (await longTasks(page)).length;
  const before = await taskMs(session);
  for (let step = 0; step < steps; step += 1) {
    const { x, y } = spot(step, size);
    await Promise.all([page.mouse.move(x, y), wait(16)]);
  }
  const spent = (await taskMs(session)) - before;
  const carry = (await longTasks(page)).length;
  await page.mouse.up();
  await wait(2000);
  const drop = (await longTasks(page)).length;
  await session.detach();
  return { taskMs: spent, longTasks: { pickUp, carry, drop } };
}
