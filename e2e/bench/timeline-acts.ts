import type { Page } from '@playwright/test';
import { oldWord } from './fill-timeline.ts';
import { size } from './filled-program.ts';
import { countNodes, longTasks, openThreadClock, taskMs, watchLongTasks } from './page-cost.ts';

// What a partner does with a long history.

/** Milliseconds on the page's own clock from the key on what has the focus until the words are drawn where they are seen. */
async function timeUntilSeen(page: Page, key: string, words: string): Promise<number> {
  await page.evaluate((sought) => {
    const isSeen = () =>
      [...document.querySelectorAll('[aria-label="History"] li')].some((entry) => {
        const { top } = entry.getBoundingClientRect();
        return top > 0 && top < innerHeight && entry.textContent.includes(sought);
      });
    const seen = new Promise<number>((done, fail) => {
      setTimeout(() => fail(new Error(`“${sought}” is never seen`)), 60_000);
      const start = () => {
        const from = performance.now();
        const look = () => (isSeen() ? done(performance.now() - from) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', start, { capture: true, once: true });
    });
    Object.assign(window, { seen });
  }, words);
  await page.keyboard.press(key);
  return page.evaluate((): Promise<number> => Reflect.get(window, 'seen'));
}

export async function openClient(page: Page, name: string, words: string): Promise<number> {
  await page.getByRole('link', { name, exact: true }).focus();
  return timeUntilSeen(page, 'Enter', words);
}

/** Until its card has the focus again. */
export async function backToBoard(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction((text) => document.activeElement?.textContent === text, name);
}

interface Scrolled {
  readonly pixels: number;
  readonly ms: number;
  readonly taskMs: number;
  readonly longTasks: readonly number[];
  readonly mostNodes: number;
}

/** With the wheel, as fast as frames come, until the oldest note is there. */
export async function scrollToEnd(page: Page): Promise<Scrolled> {
  const session = await openThreadClock(page);
  await watchLongTasks(page);
  await page.mouse.move(size.width / 2, size.height / 2);
  const before = await taskMs(session);
  const from = performance.now();
  let mostNodes = 0;
  for (let turn = 0; !(await isAtEnd(page)); turn += 1) {
    await page.mouse.wheel(0, 1200);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    if (turn % 10 === 0) mostNodes = Math.max(mostNodes, await countNodes(page));
  }
  const ms = performance.now() - from;
  const spent = (await taskMs(session)) - before;
  await session.detach();
  const pixels = await page.evaluate(() => document.querySelector('main > :first-child')?.scrollTop ?? 0);
  return { pixels, ms, taskMs: spent, longTasks: await longTasks(page), mostNodes };
}

async function isAtEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const place = document.querySelector('main > :first-child');
    const more = document.querySelector('[aria-label="History"] > div > button');
    if (place === null || more !== null) return false;
    return place.scrollTop + place.clientHeight >= place.scrollHeight - 1;
  });
}

export async function findOldNote(page: Page, name: string): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(oldWord(name));
  // A new note of these words is offered until the answer is there.
  const hit = page.getByRole('option', { selected: true }).filter({ hasText: 'They keep a' });
  await hit.waitFor();
  return timeUntilSeen(page, 'Enter', oldWord(name));
}
