import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import type { Program } from '../program.ts';
import { fillTimelines, oldWord } from './fill-timeline.ts';
import { openFilled } from './filled-program.ts';
import { type ManyNotes, measureManyNotes } from './many-notes.ts';
import { countNodes, median, rounded, sum } from './page-cost.ts';
import { backToBoard, findOldNote, openClient, scrollToEnd } from './timeline-acts.ts';

// What a history of 5,000 entries costs, beside one of 40 in the same run on the same machine. Each round has clients of
// its own, so that nothing of them has been seen before. And what it is to write beside 10,000 notes.

const rounds = Math.max(3, Number(process.env['ROUNDS'] ?? 3));
const entries = Number(process.env['ENTRIES'] ?? 5000);

/** Three of four entries are notes. */
const manyEntries = Number(process.env['MANY'] ?? 13_600);
const manyName = 'Many notes';

const longName = (round: number) => `Long client ${round}`;
const shortName = (round: number) => `Short client ${round}`;

async function openTimelines(folder: string): Promise<Program> {
  const clients = Array.from({ length: rounds }, (_, round) => [
    { name: longName(round), entries },
    { name: shortName(round), entries: 40 },
  ]);
  const lastDay = new Date().toISOString().slice(0, 10);
  const all = [...clients.flat(), { name: manyName, entries: manyEntries }];
  const app = await openFilled(folder, (file) => fillTimelines(file, all, lastDay));
  app.page.setDefaultTimeout(30_000);
  return app;
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
    const manyNotes: ManyNotes = await measureManyNotes(app.page, manyName);
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
        manyNotes: { entries: manyEntries, ...manyNotes },
      })}\n`,
    );
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
