import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clientOptions as options, sourceOf } from '../../electron/backend/documents/document-in-test.ts';
import { documentDocx } from '../../electron/backend/documents/docx.ts';
import { documentMarkdown } from '../../electron/backend/documents/markdown.ts';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import type { DocumentFormat } from '../../shared/contract/handoff.ts';
import { type HandoffDocument, makeDocument } from '../../shared/handoff/document.ts';
import { startHandoff } from '../parting-scene.ts';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';
import { rounded } from './page-cost.ts';
import { percentiles } from './percentiles.ts';

const runs = Number(process.env['RUNS'] ?? 20);
const sizes = [20, 200] as const;
const formats = ['docx', 'pdf', 'markdown'] as const satisfies readonly DocumentFormat[];

/** Milliseconds of the first time, when nothing is warm, and of the times after it. */
interface Cost {
  readonly firstMs: number;
  readonly nextMs: ReturnType<typeof percentiles>;
}

async function costOf(work: () => unknown, count = runs): Promise<Cost> {
  const times: number[] = [];
  for (let run = 0; run <= count; run += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  const [first = 0, ...next] = times;
  return { firstMs: rounded(first), nextMs: percentiles(next) };
}

function documentOf(items: number): HandoffDocument {
  return makeDocument(sourceOf('client', { items, assets: 8 }), options);
}

/** The document laid out and nothing else, beside pandoc making the same from our Markdown. */
async function layOut(folder: string, items: number, hasPandoc: boolean) {
  const document = documentOf(items);
  const source = path.join(folder, `${items}.md`);
  const target = path.join(folder, `${items}.docx`);
  writeFileSync(source, documentMarkdown(document));
  const pandoc = () => {
    const { status, stderr } = spawnSync('pandoc', ['-f', 'gfm', '-t', 'docx', '-o', target, source]);
    if (status !== 0) throw new Error(String(stderr));
  };
  const docx = await costOf(() => documentDocx(document));
  return {
    markdown: await costOf(() => documentMarkdown(document)),
    docx: { ...docx, bytes: (await documentDocx(document)).length },
    pandoc: hasPandoc ? { ...(await costOf(pandoc)), bytes: readFileSync(target).length } : null,
  };
}

/** From the call to the file on the disk, as the program does it: search for secrets, read, write, sync. */
async function exportFrom(app: Program, handoffId: string) {
  const costs: [DocumentFormat, Cost][] = [];
  for (const format of formats) {
    const save = () => {
      app.answerSaveDialog(`${randomUUID()}.${format}`);
      return app.call('handoff.export', { commandId: randomUUID(), handoffId, format, options });
    };
    costs.push([format, await costOf(save)]);
  }
  return Object.fromEntries(costs);
}

async function inProgram(folder: string) {
  await buildIfNeeded();
  const app = new Program(folder, defaultOptions);
  try {
    await app.start();
    const handoffId = await startHandoff(app, 'ru');
    const done = [];
    for (const items of sizes) {
      await fillPlan(app, handoffId, items);
      done.push({ items, ...(await exportFrom(app, handoffId)) });
    }
    return done;
  } finally {
    await app.close();
  }
}

/** So many items that the document shows: those of the template that are too many are not needed. */
async function fillPlan(app: Program, handoffId: string, items: number): Promise<void> {
  const command = () => ({ commandId: randomUUID() });
  const { page } = await app.call('handoff.open', { handoffId });
  const shown = page.items.filter(({ state, code }) => state !== 'not_applicable' && code !== 'K4');
  for (const { id } of shown.slice(items)) {
    const stateReason = 'обойдёмся';
    await app.call('handoff.editItem', { ...command(), itemId: id, state: 'not_applicable', stateReason });
  }
  for (let number = shown.length; number < items; number += 1) {
    const title = `Шаг № ${number}: передать ключи от «склада» и проверить вход`;
    // A day on which people work, whenever this runs.
    const dueOn = page.items[0]?.dueOn ?? page.startOn;
    await app.call('handoff.addItem', { ...command(), handoffId, title, side: 'client', person: 'Пётр Ёжиков', dueOn });
  }
}

/** Prints one line of JSON; without pandoc its part is null and says why. */
export async function benchExport(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-export-bench-'));
  try {
    const version = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
    const hasPandoc = version.status === 0;
    const peer = hasPandoc ? (version.stdout.split('\n')[0] ?? '') : 'pandoc is not installed: skipped';
    const laidOut = [];
    for (const items of sizes) laidOut.push({ items, ...(await layOut(folder, items, hasPandoc)) });
    // Each run of pandoc is a program of its own; this much of it is no work on the document.
    const peerStartMs = hasPandoc ? (await costOf(() => spawnSync('pandoc', ['--version']))).nextMs : null;
    const exported = await inProgram(folder);
    process.stdout.write(`${JSON.stringify({ runs, peer, peerStartMs, laidOut, exported })}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
