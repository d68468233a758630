import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the runtime at hand does for the proof. */
export interface Runtime {
  /** Resolves when the page has drawn itself. */
  readonly firstScreen: () => Promise<void>;
  /** Runs a script in the page and gives its value. */
  readonly inPage: (script: string) => Promise<unknown>;
  /** A page of the program as a PDF. */
  readonly print: () => Promise<Uint8Array>;
}

export interface Outcome {
  readonly ok: boolean;
  readonly [detail: string]: unknown;
}

/** Gone when the program ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-smoke-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Resolves in the page when it has drawn something and nothing changed for half a second. */
export const pageIsQuiet = `new Promise((resolve) => {
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => document.fonts.ready.then(() => resolve(true)), 500); };
  new MutationObserver(wait).observe(document, { subtree: true, childList: true, attributes: true });
  wait();
})`;

/** Goes the whole way of a call: page, preload, main process, database. */
async function call({ inPage }: Runtime, name: string, input: unknown): Promise<unknown> {
  const reply = await inPage(`window.rapport.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
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

async function proof(runtime: Runtime): Promise<Outcome> {
  await runtime.firstScreen();
  await call(runtime, 'settings.ping', {});
  const client = { commandId: randomUUID(), name: 'Проба', stage: 'acquaintance' };
  const clientId = idOfCard(await call(runtime, 'board.createClient', client));
  const move = { commandId: randomUUID(), clientId, stage: 'stable', after: null };
  await call(runtime, 'board.moveClient', move);
  const pdf = await runtime.print();
  if (Buffer.from(pdf.subarray(0, 5)).toString() !== '%PDF-') throw new Error('Printing gave no PDF');
  return { ok: true, versions: process.versions, platform: process.platform, pdfBytes: pdf.length };
}

/** Proves on a temporary data file what only the runtime at hand can prove. */
export async function prove(runtime: Runtime): Promise<Outcome> {
  return proof(runtime).catch((problem: unknown) => ({ ok: false, problem: String(problem) }));
}
