import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { dataDigestOf } from '../../../db/digest.ts';
import { openDataFile } from '../data-file.ts';
import { setBackends, parts, ask, add, clients, backUp, folder } from './backups-in-test.ts';

setBackends();

describe('the second folder', () => {
  const second = () => join(parts.userData, '..', 'Dropbox');
  const told = async () => (await ask('settings.load', {})).settings.secondFolder;
  beforeEach(() => mkdirSync(second()));

  test('may be synced, and holds every backup from then on', async () => {
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    parts.desktop.answers.push(second());
    expect(await ask('safety.chooseSecondFolder', {})).toEqual({ folder: second() });
    await expect.poll(told).toEqual({ state: 'whole', lastAt: '2026-11-20T09:00:00.000Z' });
    await add('Полынь');
    await backUp('2026-11-21T09:00:00.000Z');
    await expect.poll(told).toEqual({ state: 'whole', lastAt: '2026-11-21T09:00:00.000Z' });
    const page = await ask('safety.backups', {});
    expect(page.second).toMatchObject({ folder: second(), isSynced: true, missing: 0 });
    expect(page.backups.map(({ place }) => place)).toEqual(['both', 'both']);
  });

  test('unplugged it is told, and made up for later', async () => {
    parts.desktop.answers.push(second());
    await ask('safety.chooseSecondFolder', {});
    renameSync(second(), `${second()}.away`);
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    await expect.poll(async () => (await told())?.state).toBe('away');
    renameSync(`${second()}.away`, second());
    expect(await ask('safety.fillSecondFolder', {})).toEqual({ state: 'whole' });
    expect((await ask('safety.backups', {})).backups[0]?.place).toBe('both');
  });

  test('a backup that lies there alone can be restored', async () => {
    parts.desktop.answers.push(second());
    await ask('safety.chooseSecondFolder', {});
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    await expect.poll(told).toMatchObject({ state: 'whole', lastAt: '2026-11-20T09:00:00.000Z' });
    rmSync(folder(), { recursive: true });
    await add('Полынь');
    const [backup] = (await ask('safety.backups', {})).backups;
    expect(backup?.place).toBe('second');
    await ask('safety.restoreOver', { name: backup?.name ?? '' });
    expect(await clients()).toEqual(['Ольха']);
  });

  test('is refused beside the data, and left when the partner says so', async () => {
    parts.desktop.answers.push(join(parts.userData, 'backups'), null, second());
    await expect(ask('safety.chooseSecondFolder', {})).rejects.toMatchObject({ code: 'folder_beside_data' });
    expect(await ask('safety.chooseSecondFolder', {})).toEqual({ folder: null });
    await ask('safety.chooseSecondFolder', {});
    await ask('safety.leaveSecondFolder', {});
    expect((await ask('safety.backups', {})).second).toBeNull();
    expect(existsSync(second())).toBe(true);
  });
});

describe('while a backup is made', () => {
  test('it is told how far it is, and writes go on', async () => {
    const open = await openDataFile({ ...parts, folder: join(parts.userData, 'large') }, 'own');
    const file = open.context?.storage.file;
    await open.context?.storage.write({ id: v4(), name: 'clients.edit' }, async () => {
      file?.exec(`insert into client (id, name, stage) values ('a', 'Ольха', 'stable')`);
      const insert = file?.prepare(
        `insert into dossier_line (id, client_id, kind, text) values (?, 'a', 'agreement', ?)`,
      );
      for (let number = 0; number < 2000; number += 1) insert?.run(v4(), `строка ${number} `.repeat(20));
    });
    let written = 0;
    const backup = open.backUpNow();
    let isOver = false;
    void backup.finally(() => {
      isOver = true;
    });
    const seen = new Set<number>();
    while (!isOver) {
      await open.context?.storage.write({ id: v4(), name: 'clients.edit' }, async (writer) => {
        await writer
          .updateTable('client')
          .set({ name: `Ольха ${written}` })
          .where('id', '=', 'a')
          .execute();
      });
      written += 1;
      const working = open.copies?.working();
      if (working) seen.add(Math.round(working.percent));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await backup;
    expect(written).toBeGreaterThan(2);
    expect(seen.size).toBeGreaterThan(1);
    await expect.poll(() => open.copies?.working()).toBeNull();
    // It holds one moment: not what was written meanwhile.
    expect(open.backups().at(-1)?.revision).toBeLessThan(written + 1);
    expect(open.backups()[0]?.isSmaller).toBe(false);
    await open.backUpNow();
    expect(open.backups()[0]?.dataSha256).toBe(file && dataDigestOf(file));
    await open.close();
  });
});
