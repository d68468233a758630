import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import type { Program } from '../program.ts';
import { fillTimelines, oldWord } from './fill-timeline.ts';
import { openFilled, size } from './filled-program.ts';
import { countNodes, longTasks, median, openThreadClock, rounded, sum, taskMs, watchLongTasks } from './page-cost.ts';

// What a history of 5,000 entries costs, beside one of 40 in the same run on the same machine. Each round has clients of
// its own, so that nothing of them has been seen before.

const rounds = Math.max(3, Number(process.env['ROUNDS'] ?? 3));
const entries = Number(process.env['ENTRIES'] ?? 5000);

const longName = (round: number) => `Long client ${round}`;
const shortName = (round: number) => `Short client ${round}`;

async function openTimelines(folder: string): Promise<Program> {
  const clients = Array.from({ length: rounds }, (_, round) => [
    { name: longName(round), entries },
    { name: shortName(round), entries: 40 },
  ]);
  const lastDay = new Date().toISOString().slice(0, 10);
  const app = await openFilled(folder, (file) => fillTimelines(file, clients.flat(), lastDay));
  app.page.setDefaultTimeout(30_000);
  return app;
}

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

async function openClient(page: Page, name: string, words: string): Promise<number> {
  await page.getByRole('link', { name, exact: true }).focus();
  return timeUntilSeen(page, 'Enter', words);
}

/** Until its card has the focus again. */
async function backToBoard(page: Page, name: string): Promise<void> {
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
async function scrollToEnd(page: Page): Promise<Scrolled> {
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

async function findOldNote(page: Page, name: string): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(oldWord(name));
  // A new note of these words is offered until the answer is there.
  const hit = page.getByRole('option', { selected: true }).filter({ hasText: 'They keep a' });
  await hit.waitFor();
  return timeUntilSeen(page, 'Enter', oldWord(name));
}

async function measureRound(page: Page, round: number) {
  const shortMs = await openClient(page, shortName(round), 'Talk 4');
  await backToBoard(page, shortName(round));
  const longMs = await openClient(page, longName(round), 'Talk 4');
  const nodesAtFirst = await countNodes(page);
  await backToBoard(page, longName(round));
  const oldHitMs = await findOldNote(page, longName(round));
  const nodesAtHit = await countNodes(page);
  await page.getByRole('button', { name: 'To the newest' }).click();
  await page.getByRole('article').filter({ hasText: 'Talk 4' }).first().waitFor();
  const scrolled = await scrollToEnd(page);
  await backToBoard(page, longName(round));
  const comeBackMs = await openClient(page, longName(round), oldWord(longName(round)));
  await backToBoard(page, longName(round));
  return { shortMs, longMs, nodesAtFirst, oldHitMs, nodesAtHit, scrolled, comeBackMs };
}

/** Prints one line of JSON. */
export async function benchTimeline(): Promise<void> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-bench-'));
  const app = await openTimelines(folder);
  try {
    const done = [];
    for (let round = 0; round < rounds; round += 1) done.push(await measureRound(app.page, round));
    const ms = (values: readonly number[]) => values.map((value) => rounded(value, 0));
    const long = done.map(({ longMs }) => longMs);
    const short = done.map(({ shortMs }) => shortMs);
    const tasks = done.map(({ scrolled }) => scrolled.longTasks);
    process.stdout.write(
      `${JSON.stringify({
        entries,
        rounds,
        firstEntriesMs: ms(long),
        firstEntriesOf40Ms: ms(short),
        ratio: rounded(median(long) / median(short)),
        nodes: {
          atFirst: Math.max(...done.map(({ nodesAtFirst }) => nodesAtFirst)),
          atHit: Math.max(...done.map(({ nodesAtHit }) => nodesAtHit)),
          mostWhileScrolling: Math.max(...done.map(({ scrolled }) => scrolled.mostNodes)),
        },
        scroll: {
          pixels: median(done.map(({ scrolled }) => scrolled.pixels)),
          ms: ms(done.map(({ scrolled }) => scrolled.ms)),
          taskMs: ms(done.map(({ scrolled }) => scrolled.taskMs)),
          longTasks: tasks.map((each) => each.length),
          longestTaskMs: ms(tasks.map((each) => Math.max(0, ...each))),
          inLongTasksMs: ms(tasks.map((each) => sum(each))),
        },
        oldHitMs: ms(done.map(({ oldHitMs }) => oldHitMs)),
        backAtTheEndMs: ms(done.map(({ comeBackMs }) => comeBackMs)),
      })}\n`,
    );
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
