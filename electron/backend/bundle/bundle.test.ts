import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import papaparse from 'papaparse';
import { v4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataDigestOf } from '../../../db/digest.ts';
import { migrate } from '../../../db/migrate.ts';
import { migrations, newestVersion } from '../../../db/migrations/migrations.ts';
import { openFile } from '../../../db/open.ts';
import { addRow } from '../../../db/row-changes.ts';
import { createJob } from '../transfer/job.ts';
import { exportTo, filesIn, openScene, readManifest, type Scene } from './bundle-in-test.ts';
import { writeToArchive, writeToFolder } from './bundle-writer.ts';
import { readBundle } from './read-bundle.ts';
import { writeBundle } from './write-bundle.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene('richly');
});
afterAll(() => scene.remove());

function digestAt(path: string): string {
  const file = openFile(path);
  try {
    return dataDigestOf(file);
  } finally {
    file.close();
  }
}

const filesLeft = () => readdirSync(scene.root).filter((name) => name.startsWith('.rapport') || name.endsWith('.db'));

describe('a whole export', () => {
  test.each(['folder', 'archive'] as const)('as %s, read into an empty file gives the same digest', async (form) => {
    const { context, parts, at } = scene;
    const digest = dataDigestOf(context.storage.file);
    const writer = form === 'folder' ? writeToFolder(scene.root, 'all') : writeToArchive(at('all.zip'));
    const place = await writeBundle(parts, await writer, createJob());
    const contents = await readBundle(place ?? '', at('new.db'), createJob());
    const count = (table: string) =>
      context.storage.file.prepare(`select count(*) from ${table} where deleted_at is null`).pluck().get();
    expect(contents).toEqual({
      madeAt: parts.now,
      agency: 'Бюро Кварта',
      clients: count('client'),
      notes: count('note'),
    });
    expect(digestAt(at('new.db'))).toBe(digest);
    // Undo goes on where it was: the triggers of the change log are there, and no cell became a fraction.
    const made = openFile(at('new.db'));
    expect(made.prepare(`select count(*) from sqlite_schema where type = 'trigger'`).pluck().get()).toBe(
      context.storage.file.prepare(`select count(*) from sqlite_schema where type = 'trigger'`).pluck().get(),
    );
    expect(made.prepare(`select count(*) from local_change where typeof(after) = 'real'`).pluck().get()).toBe(0);
    made.close();
    for (const left of [at('new.db'), place ?? '']) rmSync(left, { recursive: true });
    expect(filesLeft()).toEqual([]);
  });

  test('names every file with its checksum, and what is in it for people', async () => {
    const folder = await exportTo(scene, 'for people');
    const files = filesIn(folder);
    const manifest = readManifest(folder);
    expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(
      [...files.keys()].filter((name) => name !== 'manifest.json').toSorted(),
    );
    expect(manifest.schema).toBe(newestVersion);
    const clients = papaparse.parse<Record<string, string>>(
      (files.get('tables/client.csv')?.toString('utf8') ?? '').replace('\ufeff', ''),
      { header: true, skipEmptyLines: true },
    );
    const names = scene.context.storage.file.prepare('select name from client where deleted_at is null').pluck().all();
    expect(new Set(clients.data.map(({ name }) => name))).toEqual(new Set(names));
    const notes = [...files.keys()].filter((name) => name.startsWith('notes/'));
    expect(notes.length).toBeGreaterThan(20);
    const [first] = notes;
    expect(files.get(first ?? '')?.toString('utf8')).toContain('client:');
    expect(files.get('README.md')?.toString('utf8')).toContain('Всё из Rapport');
    rmSync(folder, { recursive: true });
  });

  test('makes no cell a formula of a spreadsheet', async () => {
    const { storage } = scene.context;
    const name = '=HYPERLINK("https://example.invalid","x")';
    await storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
      await addRow(writer, stamp, 'client', { name, stage: 'stable' });
    });
    const folder = await exportTo(scene, 'formulas');
    const csv = filesIn(folder).get('tables/client.csv')?.toString('utf8') ?? '';
    expect(csv).toContain(`"'=HYPERLINK(""`);
    expect(csv).not.toMatch(/(?:^|,)"?=/mu);
    await readBundle(folder, scene.at('new.db'), createJob());
    const file = openFile(scene.at('new.db'));
    expect(file.prepare('select count(*) from client where name = ?').pluck().get(name)).toBe(1);
    file.close();
    for (const left of [scene.at('new.db'), folder]) rmSync(left, { recursive: true });
  });

  test('is how the file stood when it began, whatever is written meanwhile', async () => {
    const { storage } = scene.context;
    const digest = dataDigestOf(storage.file);
    const job = createJob();
    let isWritten = false;
    const writing = {
      ...job,
      step: async (done: number) => {
        if (!isWritten) {
          isWritten = true;
          await storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
            await addRow(writer, stamp, 'client', { name: 'Meanwhile', stage: 'stable' });
          });
        }
        return job.step(done);
      },
    };
    const place = await writeBundle(scene.parts, await writeToArchive(scene.at('then.zip')), writing);
    expect(dataDigestOf(storage.file)).not.toBe(digest);
    expect(readManifestOf(place ?? '')).toBe(1);
    await readBundle(place ?? '', scene.at('new.db'), createJob());
    expect(digestAt(scene.at('new.db'))).toBe(digest);
    for (const left of [scene.at('new.db'), place ?? '']) rmSync(left);
  });

  test.each(['folder', 'archive'] as const)(
    'that is cancelled as %s leaves nothing, and neither does a reading',
    async (form) => {
      const cancelled = createJob();
      cancelled.cancel();
      const writer = form === 'folder' ? writeToFolder(scene.root, 'none') : writeToArchive(scene.at('none.zip'));
      expect(await writeBundle(scene.parts, await writer, cancelled)).toBeNull();
      const folder = await exportTo(scene, 'whole');
      expect(await readBundle(folder, scene.at('new.db'), cancelled)).toBeNull();
      rmSync(folder, { recursive: true });
      expect(readdirSync(scene.root)).toEqual([]);
    },
  );

  test('of an earlier version of the schema is read, and migrated when it is opened', async () => {
    const old = scene.at('old.db');
    const file = openFile(old, { steps: migrations.slice(0, 9) });
    file.exec(`update local_context set command_seq = 1;
      insert into local_command (seq, id, name, kind, made_at) values (1, '${v4()}', 'board.createClient', 'do', '2026-01-01T00:00:00.000Z');
      insert into client (id, name, stage) values ('${v4()}', 'Ольха', 'stable');
      update local_context set command_seq = null`);
    const digest = dataDigestOf(file);
    file.close();
    const place = await writeBundle({ ...scene.parts, path: old }, await writeToFolder(scene.root, 'old'), createJob());
    await readBundle(place ?? '', scene.at('new.db'), createJob());
    const read = openFile(scene.at('new.db'), { steps: migrations.slice(0, 9) });
    expect(dataDigestOf(read)).toBe(digest);
    migrate(read);
    expect(read.prepare('select name from client').pluck().all()).toEqual(['Ольха']);
    read.close();
    for (const left of [scene.at('new.db'), old, place ?? '']) rmSync(left, { recursive: true });
  });

  test('that meets a full disk or a folder that is gone says so and leaves nothing', async () => {
    await expect(writeToFolder(scene.at('nowhere'), 'all')).rejects.toMatchObject({ code: 'ENOENT' });
    const writer = await writeToArchive(scene.at('all.zip'));
    await expect(
      writer.add(
        'a.txt',
        (async function* fail() {
          yield 'begun';
          throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
        })(),
      ),
    ).rejects.toMatchObject({ code: 'ENOSPC' });
    await writer.giveUp();
    expect(existsSync(scene.at('all.zip'))).toBe(false);
    expect(filesLeft()).toEqual([]);
  });

  test('of a file that cannot be read leaves nothing either', async () => {
    for (const open of [() => writeToFolder(scene.root, 'all'), () => writeToArchive(scene.at('all.zip'))])
      await expect(
        writeBundle({ ...scene.parts, path: scene.at('nowhere.db') }, await open(), createJob()),
      ).rejects.toThrow();
    expect(filesLeft()).toEqual([]);
  });
});

function readManifestOf(archive: string): number {
  return readFileSync(archive).includes('manifest.json') ? 1 : 0;
}
