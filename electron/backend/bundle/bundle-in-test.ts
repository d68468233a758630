import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import { v4 } from 'uuid';
import { addRow } from '../../../db/row-changes.ts';
import { fillSample } from '../sample/fill-sample.ts';
import { type TestContext, testContext } from '../testing.ts';
import { createJob } from '../transfer/job.ts';
import { writeToFolder } from './bundle-writer.ts';
import { writeBundle } from './write-bundle.ts';

// A filled file, its export, and archives that no decent program makes.

export interface Scene {
  readonly context: TestContext;
  readonly root: string;
  readonly at: (name: string) => string;
  readonly parts: Parameters<typeof writeBundle>[0];
  readonly remove: () => Promise<void>;
}

/** With the example in it, or with a client, a note and what leans on them. */
export async function openScene(filled: 'richly' | 'barely'): Promise<Scene> {
  const context = testContext();
  const { clock, storage } = context;
  if (filled === 'richly') await fillSample(storage, { language: 'ru', today: clock.today(), now: clock.now() });
  else await fillBarely(context);
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-bundle-'));
  return {
    context,
    root,
    at: (name) => path.join(root, name),
    parts: { path: storage.path, language: 'ru', now: clock.now(), appVersion: '0.1.0' },
    remove: async () => {
      await storage.remove();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function fillBarely({ storage }: TestContext): Promise<void> {
  await storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
    await addRow(writer, stamp, 'agency', { name: 'Бюро Кварта' });
    await addRow(writer, stamp, 'partner', { name: 'Вера Л.', monogram: 'В' });
    const clientId = await addRow(writer, stamp, 'client', { name: 'Ольха', stage: 'stable' });
    const noteId = await addRow(writer, stamp, 'note', { client_id: clientId, body: 'Договор на ёлку', kind: 'call' });
    await addRow(writer, stamp, 'task', { client_id: clientId, note_id: noteId, title: 'Отправить счёт' });
  });
}

export async function exportTo(scene: Scene, name: string): Promise<string> {
  const folder = await writeBundle(scene.parts, await writeToFolder(scene.root, name), createJob());
  if (folder === null) throw new Error('cancelled');
  return folder;
}

/** Everything in a folder, by its path with slashes. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)]),
  );
}

export interface Manifest {
  version: number;
  schema: number;
  dataSha256: string;
  files: { name: string; bytes: number; sha256: string }[];
}

export function readManifest(folder: string): Manifest {
  const read: Manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  return read;
}

export function writeManifest(folder: string, manifest: unknown): void {
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Changes a file and lets the manifest agree with it: what an attacker would do. */
export function forge(folder: string, name: string, content: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  const manifest = readManifest(folder);
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files = manifest.files.filter((each) => each.name !== name);
  writeManifest(folder, { ...manifest, files: [...files, { name, bytes: bytes.length, sha256 }] });
}

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** As unix writes it, e.g. a link. */
  readonly mode?: number;
  /** What the archive says instead of the truth. */
  readonly said?: { readonly size?: number; readonly crc?: number };
  /** Leans on the data of the entry before. */
  readonly isOverlapping?: boolean;
}

/** An archive byte by byte, with whatever lies it is told to hold. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let before = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(entry.content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(entry.said?.crc ?? crc32(entry.content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(entry.said?.size ?? entry.content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    central.writeUInt32LE(entry.isOverlapping ? before : offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), facts, central, name);
    if (entry.isOverlapping) continue;
    before = offset;
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), facts, name, packed];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
