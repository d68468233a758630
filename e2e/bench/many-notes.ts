import type { Page } from '@playwright/test';
import {
  countNodes,
  longestAnswerMs,
  longTasks,
  openThreadClock,
  rounded,
  taskMs,
  watchLongTasks,
  watchMainProcess,
} from './page-cost.ts';
import { backToBoard, findOldNote, openClient, scrollToEnd } from './timeline-acts.ts';

const keys = Number(process.env['KEYS'] ?? 100);
const keyGapMs = 60;

export interface ManyNotes {
  readonly firstEntriesMs: number;
  readonly nodesAtFirst: number;
  readonly keyMs: number;
  readonly oldHitMs: number;
  readonly mostNodesWhileScrolling: number;
  /** For each act the longest task of the page and the longest time in which the main process did not answer. */
  readonly longestMs: Readonly<Record<string, { readonly page: number; readonly main: number }>>;
}

/** A client with thousands of notes is opened; one writes there, saves, finds an old note and reads on to the end. */
export async function measureManyNotes(page: Page, name: string): Promise<ManyNotes> {
  const longest: Record<string, { readonly page: number; readonly main: number }> = {};
  async function during<Value>(act: string, work: () => Promise<Value>): Promise<Value> {
    await watchLongTasks(page);
    await watchMainProcess(page);
    const value = await work();
    const main = await longestAnswerMs(page);
    longest[act] = { page: rounded(Math.max(0, ...(await longTasks(page))), 0), main: rounded(main, 0) };
    return value;
  }
  const firstEntriesMs = await during('open', () => openClient(page, name, 'Talk 4'));
  const nodesAtFirst = await countNodes(page);
  await page.getByRole('button', { name: /Write down a meeting/ }).click();
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  const keyMs = await during('type', () => typeWords(page));
  await during('save', () => page.waitForTimeout(2500));
  await during('finish', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /Write down a meeting/ }).waitFor();
    await page.waitForTimeout(1000);
  });
  await backToBoard(page, name);
  const oldHitMs = await during('old hit', () => findOldNote(page, name));
  await page.getByRole('button', { name: 'To the newest' }).click();
  await page.getByRole('article').filter({ hasText: 'Talk 4' }).first().waitFor();
  const { mostNodes } = await during('scroll', () => scrollToEnd(page));
  return {
    firstEntriesMs: rounded(firstEntriesMs, 0),
    nodesAtFirst,
    keyMs: rounded(keyMs),
    oldHitMs: rounded(oldHitMs, 0),
    mostNodesWhileScrolling: mostNodes,
    longestMs: longest,
  };
}

/** Milliseconds of the page's thread for each key. */
async function typeWords(page: Page): Promise<number> {
  const session = await openThreadClock(page);
  const before = await taskMs(session);
  const words = 'They asked for the shop window again. '.repeat(Math.ceil(keys / 38)).slice(0, keys);
  for (const key of words) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(keyGapMs);
  }
  const spent = (await taskMs(session)) - before;
  await session.detach();
  return spent / keys;
}
