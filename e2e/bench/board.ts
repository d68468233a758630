import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../electron/chromium-runtime/chromium.ts';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import type { Program } from '../program.ts';
import { dragCost, type LongTasks } from './drag-cost.ts';
import { fillBoard } from './fill-board.ts';
import { openFilled, size } from './filled-program.ts';
import { countNodes, median, rounded, sum } from './page-cost.ts';

// What it costs to carry a card over the board, beside what it costs to move one bare div in the same way, in one run
// on the same machine: the ratio says more than milliseconds do.

const rounds = Math.max(3, Number(process.env['ROUNDS'] ?? 5));

/** One card, one div that follows the pointer by transform, nothing else. */
const barePage = `<!doctype html><meta charset="utf-8"><body style="margin:0;height:100vh">
<div id="card" draggable="true" style="position:absolute;left:300px;top:200px;width:220px;height:120px;background:#eee">Card</div>
<div id="ghost" style="position:fixed;left:0;top:0;width:220px;height:120px;background:#ddd;pointer-events:none">Card</div>
<script>
const blank = document.createElement('div');
let point = null, frame = 0;
card.ondragstart = (event) => { event.dataTransfer.setData('text/plain', ''); event.dataTransfer.setDragImage(blank, 0, 0); };
document.ondragover = (event) => {
  event.preventDefault();
  point = { x: event.clientX, y: event.clientY };
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    ghost.style.transform = 'translate(' + point.x + 'px,' + point.y + 'px)';
  });
};
</script>`;

async function openBarePage(): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge is installed');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const page = await browser.newPage({ viewport: size });
  await page.setContent(barePage);
  return { page, close: () => browser.close() };
}

/** Whether the card of any client is found by its name, and has the focus when one comes back to the board. */
async function findsCard(app: Program, name: string): Promise<boolean> {
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page
    .getByRole('option', { name: new RegExp(`${name}$|^${name}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
  await page.keyboard.press('Escape');
  const link = page.getByRole('article', { name, exact: true }).getByRole('link', { name, exact: true });
  try {
    await link.waitFor({ timeout: 15_000 });
    return await link.evaluate((element) => element === document.activeElement);
  } catch {
    return false;
  }
}

async function measure(clients: number, budget: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-bench-'));
  const app = await openFilled(folder, (file) => fillBoard(file, clients));
  const bare = await openBarePage();
  try {
    const bareMs: number[] = [];
    const boardMs: number[] = [];
    const longTasks: LongTasks[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bareMs.push((await dragCost(bare.page, { x: 360, y: 230 })).taskMs);
      const card = await app.page.getByRole('article').nth(1).boundingBox();
      if (card === null) throw new Error('There is no card to carry');
      const cost = await dragCost(app.page, { x: card.x + 60, y: card.y + 30 });
      boardMs.push(cost.taskMs);
      longTasks.push(cost.longTasks);
    }
    const nodes = await countNodes(app.page);
    const ratio = median(boardMs) / median(bareMs);
    return {
      clients,
      rounds,
      bareTaskMs: bareMs.map((value) => rounded(value, 1)),
      boardTaskMs: boardMs.map((value) => rounded(value, 1)),
      ratio: rounded(ratio),
      budget,
      longTasks: {
        pickUp: sum(longTasks.map(({ pickUp }) => pickUp)),
        carry: sum(longTasks.map(({ carry }) => carry)),
        drop: sum(longTasks.map(({ drop }) => drop)),
      },
      nodes,
      findsAnyCard: await findsCard(app, `Client number ${Math.ceil(clients * 0.37)}`),
    };
  } finally {
    await bare.close();
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints one line of JSON for each size of board. */
export async function benchBoard(): Promise<void> {
  await buildIfNeeded();
  for (const [clients, budget] of [
    [400, 1.5],
    [10_000, 1.8],
  ] as const) {
    process.stdout.write(`${JSON.stringify(await measure(clients, budget))}\n`);
  }
}
