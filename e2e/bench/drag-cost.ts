import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** What the main thread of a page spent while a card was carried over it. */
export interface DragCost {
  /** Chromium's own count of time in tasks, in milliseconds. */
  readonly taskMs: number;
  /** Tasks of 50 ms and more. */
  readonly longTasks: number;
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

/** Presses at the point, carries over the page in a wave with 60 moves a second, and lets go with Escape. */
export async function dragCost(page: Page, from: Point): Promise<DragCost> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const session = await page.context().newCDPSession(page);
  // Time of the thread, not of the clock: what else the machine does meanwhile does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    Object.assign(window, { longTasks: seen });
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 });
  await wait(400);
  await page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'longTasks');
    if (Array.isArray(seen)) seen.length = 0;
  });
  const before = await taskMs();
  for (let step = 0; step < steps; step += 1) {
    const { x, y } = spot(step, size);
    await Promise.all([page.mouse.move(x, y), wait(16)]);
  }
  const after = await taskMs();
  const longTasks = await page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'longTasks');
    return Array.isArray(seen) ? seen.length : -1;
  });
  await page.mouse.move(from.x, from.y, { steps: 3 });
  await page.mouse.up();
  await wait(300);
  await session.detach();
  return { taskMs: after - before, longTasks };
}
