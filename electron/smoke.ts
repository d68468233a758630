import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { printDocument } from './window.ts';

/** Resolves in the page when it has drawn something and nothing changed for half a second. */
const pageIsQuiet = `new Promise((resolve) => {
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => document.fonts.ready.then(() => resolve(true)), 500); };
  new MutationObserver(wait).observe(document, { subtree: true, childList: true, attributes: true });
  wait();
})`;

function firstScreen(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.once('did-finish-load', () => {
      window.webContents.executeJavaScript(pageIsQuiet).then(() => resolve(), reject);
    });
  });
}

export async function savePicture(window: BrowserWindow, file: string): Promise<void> {
  await firstScreen(window);
  const picture = await window.webContents.capturePage();
  try {
    await writeFile(file, picture.toPNG());
    app.quit();
  } catch (problem) {
    console.error(`The picture was not saved. ${problem instanceof Error ? problem.message : String(problem)}`);
    app.exit(1);
  }
}

export function useTemporaryFolder(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-smoke-'));
  app.setPath('userData', folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Goes the whole way of a call: page, preload, main process, database. */
async function call(window: BrowserWindow, name: string, input: unknown): Promise<unknown> {
  const reply: unknown = await window.webContents.executeJavaScript(
    `window.rapport.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`,
  );
  if (typeof reply !== 'object' || reply === null || !('ok' in reply) || reply.ok !== true || !('value' in reply)) {
    throw new Error(`${name} answered ${JSON.stringify(reply)}`);
  }
  return reply.value;
}

function idOfCard(value: unknown): string {
  const card = typeof value === 'object' && value !== null && 'card' in value ? value.card : null;
  if (typeof card === 'object' && card !== null && 'id' in card && typeof card.id === 'string') return card.id;
  throw new Error('The reply holds no card');
}

async function prove(window: BrowserWindow): Promise<Record<string, unknown>> {
  await firstScreen(window);
  await call(window, 'settings.ping', {});
  const client = { commandId: randomUUID(), name: 'Проба', stage: 'acquaintance' };
  const clientId = idOfCard(await call(window, 'board.createClient', client));
  const move = { commandId: randomUUID(), clientId, stage: 'stable', after: null };
  await call(window, 'board.moveClient', move);
  const pdf = await printDocument('index.html', '<span></span>');
  if (Buffer.from(pdf.subarray(0, 5)).toString() !== '%PDF-') throw new Error('Printing gave no PDF');
  return { ok: true, versions: process.versions, platform: process.platform, pdfBytes: pdf.length };
}

/** Proves in one command, on a temporary data file, what only the runtime at hand can prove; JSON to stdout. */
export async function smoke(window: BrowserWindow): Promise<void> {
  const outcome = await prove(window).catch((problem: unknown) => ({ ok: false, problem: String(problem) }));
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => app.exit(outcome['ok'] === true ? 0 : 1));
}
