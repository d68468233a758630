import type { CDPSession, Page } from '@playwright/test';

/** Time of the thread, not of the clock: what else the machine does meanwhile does not count. */
export async function openThreadClock(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Chromium's own count of time in tasks so far, in milliseconds. */
export async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    const seen: PerformanceEntry[] = [];
    watch.observe({ type: 'longtask' });
    const take = () =>
      seen
        .splice(0)
        .concat(watch.takeRecords())
        .map(({ duration }) => duration);
    Object.assign(window, { takeLongTasks: take });
  });
}

/** Milliseconds of each task of 50 ms and more since it was asked last. */
export async function longTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate((): number[] => Reflect.apply(Reflect.get(window, 'takeLongTasks'), window, []));
}

/** Asks the main process for nothing all the time: an answer is as late as the longest work that it did meanwhile. */
export async function watchMainProcess(page: Page): Promise<void> {
  await page.evaluate(() => {
    let longest = 0;
    let isOver = false;
    const ask = async () => {
      while (!isOver) {
        const asked = performance.now();
        await window.rapport.call('settings.ping', {});
        longest = Math.max(longest, performance.now() - asked);
        await new Promise((done) => setTimeout(done, 5));
      }
    };
    const asking = ask();
    const end = async () => {
      isOver = true;
      await asking;
      return longest;
    };
    Object.assign(window, { endWatch: end });
  });
}

/** Milliseconds of the latest answer since `watchMainProcess`. */
export async function longestAnswerMs(page: Page): Promise<number> {
  return page.evaluate((): Promise<number> => Reflect.apply(Reflect.get(window, 'endWatch'), window, []));
}

/** Elements and texts of the page. */
export async function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  });
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

export function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
