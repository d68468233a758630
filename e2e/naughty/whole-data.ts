import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesIn, readManifest, zipOf } from '../../electron/backend/bundle/bundle-in-test.ts';
import { dataOf, exportsOf, fileOf, openReal, type RealBackend } from '../chaos/real-backend.ts';
import { compareManifest } from './export-names.ts';
import type { TextField } from './fields.ts';
import { refuseArchives } from './hostile-archives.ts';
import { digestIn } from './move-whole.ts';
import { poison } from './poison.ts';
import { readBackFolder } from './read-back.ts';
import { compareShown } from './tagged.ts';

export interface MovedData {
  /** Cells of the example that hold a hostile text; each of them came along. */
  readonly texts: number;
  readonly files: number;
  /** Archives that were spoilt. */
  readonly refused: number;
  readonly differences: readonly string[];
}

/**
 * The whole example with a hostile text in every cell, out as a whole export and into an empty file on another computer:
 * texts, names, checksums and the digest. Everything but the window.
 */
export async function moveData(
  strings: readonly string[],
  columns: ReadonlyMap<string, TextField>,
): Promise<MovedData> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-moved-'));
  const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  try {
    await withBackend(from, 'sample', () => Promise.resolve());
    const cells = await poison(path.join(dataOf(from), 'sample.db'), { columns, strings, isLeft: () => false });
    const exported = await withBackend(from, 'sample', exportWhole);
    const { whole, differences } = compareShown(readBackFolder(exported).texts, cells);
    const lost = [...cells].filter(([number]) => !whole.has(number));
    const moved = await withBackend(to, 'own', (other) => importWhole(other, { folder: to, exported }));
    return {
      texts: whole.size,
      files: readManifest(exported).files.length,
      refused: moved.refused,
      differences: [
        ...differences,
        ...lost.map(([, { column, text }]) => `not exported: ${column} ${JSON.stringify(text.slice(0, 100))}`),
        ...compareManifest(exported),
        ...moved.differences,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withBackend<Value>(
  folder: string,
  which: 'own' | 'sample',
  work: (real: RealBackend, folder: string) => Promise<Value>,
): Promise<Value> {
  mkdirSync(folder, { recursive: true });
  const real = await openReal(folder, path.join(folder, 'config'), dataOf(folder), which);
  try {
    return await work(real, folder);
  } finally {
    await real.backend.close();
  }
}

async function exportWhole({ desktop, call }: RealBackend, folder: string): Promise<string> {
  desktop.answers.push(exportsOf(folder));
  const { saved } = await call('transfer.exportWhole', { jobId: randomUUID(), form: 'folder' });
  return path.join(exportsOf(folder), saved?.name ?? '');
}

async function importWhole(
  { desktop, call, reply }: RealBackend,
  { folder, exported }: { readonly folder: string; readonly exported: string },
): Promise<Pick<MovedData, 'refused' | 'differences'>> {
  const answer = (place: string) => void desktop.answers.push(place);
  const { tried, differences } = await refuseArchives({ folder, answer, call, reply }, exported);
  const archive = path.join(folder, 'all.zip');
  writeFileSync(archive, zipOf([...filesIn(exported)].map(([name, content]) => ({ name, content }))));
  answer(archive);
  const { source } = await call('transfer.chooseWhole', { form: 'archive' });
  const sourceId = source?.sourceId ?? '';
  await call('transfer.readWhole', { sourceId });
  const before = digestIn(fileOf(folder));
  await call('transfer.importWhole', { sourceId });
  const { dataSha256 } = readManifest(exported);
  return {
    refused: tried,
    differences: [
      ...differences,
      ...(before === dataSha256 ? ['the empty file has the digest of the full one'] : []),
      ...(digestIn(fileOf(folder)) === dataSha256 ? [] : ['what came in has another digest']),
    ],
  };
}
