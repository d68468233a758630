import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import type { Program } from '../program.ts';
import { writeNote } from '../write-note.ts';
import { fillTimelines } from './fill-timeline.ts';
import { openFilled } from './filled-program.ts';
import {
  longestAnswerMs,
  longTasks,
  median,
  openThreadClock,
  rounded,
  taskMs,
  watchLongTasks,
  watchMainProcess,
} from './page-cost.ts';

// What a key costs the page's thread in the composer of a client with a long history, beside a bare textarea in
// the same page; what it costs in notes that are far too long and beside very many tasks; and how long a save keeps the
// main process from answering.

const rounds = Math.max(3, Number(process.env['ROUNDS'] ?? 5));
/** Three of four are notes. */
const entries = Number(process.env['ENTRIES'] ?? 6800);
const keys = Number(process.env['KEYS'] ?? 200);
/** About six keys in a second, and the pauses in which a note is saved. */
const keyGapMs = Number(process.env['KEY_GAP'] ?? 60);
const tasks = Number(process.env['TASKS'] ?? 3000);

const clientName = 'Long client';
const sentence = 'They asked for the shop window again, and for a word on what is kept in store. ';

interface Typed {
  readonly perKeyMs: number;
  readonly longestTaskMs: number;
}

async function typeWords(page: Page, session: CDPSession): Promise<Typed> {
  await page.waitForTimeout(1500);
  await watchLongTasks(page);
  const words = sentence.repeat(Math.ceil(keys / sentence.length)).slice(0, keys);
  const before = await taskMs(session);
  for (const key of words) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(keyGapMs);
  }
  const spent = (await taskMs(session)) - before;
  return { perKeyMs: spent / keys, longestTaskMs: Math.max(0, ...(await longTasks(page))) };
}

/** In the same page, above everything else: what the page itself costs with every key is in both figures. */
async function typeInTextarea(page: Page, session: CDPSession): Promise<Typed> {
  await page.evaluate(() => {
    const bare = document.createElement('textarea');
    bare.setAttribute('aria-label', 'Bare');
    bare.style.cssText = 'position: fixed; top: 0; left: 300px; width: 700px; height: 150px; z-index: 99';
    document.body.append(bare);
    bare.focus();
  });
  const typed = await typeWords(page, session);
  await page.getByRole('textbox', { name: 'Bare' }).evaluate((bare) => bare.remove());
  return typed;
}

const composer = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' });

async function typeInComposer(page: Page, session: CDPSession): Promise<Typed> {
  await page.getByRole('button', { name: /Write down a meeting/ }).click();
  await composer(page).waitFor();
  const typed = await typeWords(page, session);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /Write down a meeting/ }).waitFor();
  return typed;
}

/** The note is there already, as a draft; the keys go to its middle line. */
async function typeInLongNote(app: Program, session: CDPSession, body: string) {
  const { page } = app;
  const clientId = (await app.call('clients.names', {})).clients.find(({ name }) => name === clientName)?.id ?? '';
  const writing = performance.now();
  const note = await writeNote(app, { clientId, body, finished: false });
  const writeMs = performance.now() - writing;
  await page.getByRole('button', { name: /^Draft/ }).waitFor();
  await watchLongTasks(page);
  await page.getByRole('button', { name: /^Draft/ }).click();
  await composer(page).click();
  await page.waitForTimeout(1000);
  const openLongestMs = Math.max(0, ...(await longTasks(page)));
  const typed = await typeWords(page, session);
  const saveMs = await answerMsWhile(page, () => page.keyboard.type('more'));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /Write down a meeting/ }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
  const finishLongestMs = Math.max(0, ...(await longTasks(page)));
  await app.call('notes.delete', { commandId: crypto.randomUUID(), noteId: note.id });
  await page.waitForTimeout(1000);
  return {
    characters: body.length,
    writeMs: rounded(writeMs, 0),
    openLongestMs: rounded(openLongestMs, 0),
    ...shortened(typed),
    saveMs: rounded(saveMs, 0),
    finishLongestMs: rounded(finishLongestMs, 0),
  };
}

const shortened = ({ perKeyMs, longestTaskMs }: Typed): Typed => ({
  perKeyMs: rounded(perKeyMs),
  longestTaskMs: rounded(longestTaskMs, 0),
});

/** How late the main process answers meanwhile, and in the moment after it, in which what was typed is saved. */
async function answerMsWhile(page: Page, work: () => Promise<void>): Promise<number> {
  await watchMainProcess(page);
  await work();
  await page.waitForTimeout(2000);
  return longestAnswerMs(page);
}

/** A client whose note has thousands of tasks: it is opened, and one types there. */
async function typeBesideTasks(app: Program, session: CDPSession) {
  const { page } = app;
  const { card } = await app.call('board.createClient', {
    commandId: crypto.randomUUID(),
    name: 'Busy client',
    stage: 'stable',
  });
  const lines = Array.from({ length: tasks }, (_, number) => `[ ] Step ${number} by 01.12.2030`);
  await writeNote(app, { clientId: card.id, body: lines.join('\n') });
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name: /^Board/ })
    .click();
  await page.getByRole('link', { name: 'Busy client', exact: true }).waitFor();
  await watchLongTasks(page);
  await page.getByRole('link', { name: 'Busy client', exact: true }).click();
  await page.getByRole('button', { name: /^Show all/ }).waitFor();
  await page.waitForTimeout(1000);
  const openLongestMs = Math.max(0, ...(await longTasks(page)));
  const typed = await typeInComposer(page, session);
  return { tasks, openLongestMs: rounded(openLongestMs, 0), ...shortened(typed) };
}

/** Prints one line of JSON. */
export async function benchType(): Promise<void> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-bench-'));
  const lastDay = new Date().toISOString().slice(0, 10);
  const app = await openFilled(folder, (file) => fillTimelines(file, [{ name: clientName, entries }], lastDay));
  try {
    const { page } = app;
    page.setDefaultTimeout(60_000);
    const session = await openThreadClock(page);
    await page.getByRole('link', { name: clientName, exact: true }).click();
    await page.getByRole('article').first().waitFor();
    const done: { readonly textarea: Typed; readonly composer: Typed }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const textarea = await typeInTextarea(page, session);
      done.push({ textarea, composer: await typeInComposer(page, session) });
    }
    const perKey = (name: 'textarea' | 'composer') => done.map((round) => rounded(round[name].perKeyMs));
    const ratios = done.map((round) => round.composer.perKeyMs / round.textarea.perKeyMs);
    const paragraph = `${sentence.repeat(6)}\n\n`;
    const fiveMegabytes = `- [ ] Send **it** @Vera by Friday\n${paragraph.repeat(100)}`.repeat(110).slice(0, 5_000_000);
    const long = {
      fiveMegabytes: await typeInLongNote(app, session, fiveMegabytes),
      oneLine: await typeInLongNote(app, session, sentence.repeat(700).slice(0, 50_000)),
    };
    const quietAnswerMs = rounded(await answerMsWhile(page, () => Promise.resolve()), 0);
    const besideTasks = await typeBesideTasks(app, session);
    process.stdout.write(
      `${JSON.stringify({
        entries,
        rounds,
        keys,
        keyMs: perKey('composer'),
        textareaKeyMs: perKey('textarea'),
        ratio: rounded(median(ratios)),
        longestTaskMs: done.map((round) => rounded(round.composer.longestTaskMs, 0)),
        long,
        quietAnswerMs,
        besideTasks,
      })}\n`,
    );
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
