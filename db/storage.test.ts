import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { renewProjections } from './projections.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
beforeEach(() => {
  storage = openTestStorage();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await storage.remove();
});

async function addClient(name: string, command = v7()) {
  const written = await storage.write({ id: command, name: 'board.createClient' }, async (writer, stamp) => {
    await writer
      .insertInto('client')
      .values({ id: stamp.newId(), name, stage: 'stable', place: 'a0', created_at: stamp.now, updated_at: stamp.now })
      .execute();
  });
  return { command, id: written.rows.find((row) => row.table === 'client' && row.inserted)?.id ?? '' };
}

async function rename(id: string, name: string, command = v7()) {
  await storage.write({ id: command, name: 'clients.edit' }, async (writer) => {
    await writer.updateTable('client').set({ name }).where('id', '=', id).execute();
  });
  return command;
}

async function renameInSession(id: string, name: string, session: string) {
  await storage.write({ id: session, name: 'clients.edit', session: true }, async (writer) => {
    await writer.updateTable('client').set({ name }).where('id', '=', id).execute();
  });
}

const names = async () =>
  (await storage.read.selectFrom('local_client_card').select('name').orderBy('name').execute()).map((row) => row.name);

describe('a command', () => {
  test('is written once however often it is sent', async () => {
    const { command, id } = await addClient('Alder');
    const again = await addClient('Alder', command);
    expect(again.id).toBe(id);
    expect(await names()).toEqual(['Alder']);
    expect(storage.events).toHaveLength(1);
  });

  test('leaves nothing behind when it fails', async () => {
    const failing = storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
      await writer.insertInto('client').values({ id: stamp.newId(), name: 'Half' }).execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await names()).toEqual([]);
    expect(await storage.revision()).toBe(0);
  });

  test('that finds the disk full says so, leaves nothing behind, and works once there is room', async () => {
    await addClient('Alder');
    const pages = storage.file.pragma('page_count', { simple: true });
    const most = storage.file.pragma(`max_page_count = ${String(pages)}`, { simple: true });
    expect(most).toBe(pages);
    const long = 'x'.repeat(200_000);
    const command = v7();
    await expect(addClient(long, command)).rejects.toMatchObject({ code: 'disk_full' });
    await expect(storage.saveSetting('theme', long)).rejects.toMatchObject({ code: 'disk_full' });
    expect(await names()).toEqual(['Alder']);
    expect(await storage.revision()).toBe(1);
    storage.file.pragma('max_page_count = 1000000');
    await addClient(long, command);
    expect(await names()).toEqual(['Alder', long]);
  });

  test('is the only way to write', async () => {
    await addClient('Alder');
    expect(() => storage.file.exec(`update client set name = 'x'`)).toThrow('outside a command');
    expect(() => storage.file.exec('delete from client')).toThrow('not deleted');
    expect(() => storage.file.exec(`update client set id = 'x'`)).toThrow('id never changes');
  });
});

describe('history', () => {
  test('undoes and redoes across a restart', async () => {
    const { id } = await addClient('Alder');
    await rename(id, 'Birch');
    await storage.undo(v7());
    expect(await names()).toEqual(['Alder']);
    await storage.close();
    storage = openTestStorage(storage.path);
    await storage.redo(v7());
    expect(await names()).toEqual(['Birch']);
    await storage.undo(v7());
    await storage.undo(v7());
    expect(await names()).toEqual([]);
    await storage.redo(v7());
    await storage.redo(v7());
    expect(await names()).toEqual(['Birch']);
    await expect(storage.redo(v7())).rejects.toMatchObject({ code: 'nothing_to_redo' });
  });

  test('refuses to undo what changed since', async () => {
    const { id } = await addClient('Alder');
    const first = await rename(id, 'Birch');
    await rename(id, 'Cedar');
    await expect(storage.undo(v7(), first)).rejects.toMatchObject({ code: 'undo_conflict' });
    expect(await names()).toEqual(['Cedar']);
  });

  test('refuses to undo what a later record hangs on; in order both go and come back', async () => {
    const { command, id } = await addClient('Alder');
    await storage.write({ id: v7(), name: 'notes.write' }, async (writer, stamp) => {
      await writer.insertInto('note').values({ id: stamp.newId(), client_id: id, body: 'Call' }).execute();
    });
    await expect(storage.undo(v7(), command)).rejects.toMatchObject({ code: 'undo_needed' });
    expect(await names()).toEqual(['Alder']);
    await storage.undo(v7());
    await storage.undo(v7());
    expect(await names()).toEqual([]);
    await storage.redo(v7());
    await storage.redo(v7());
    const notes = storage.read.selectFrom('note').select('client_id').where('deleted_at', 'is', null);
    expect(await notes.execute()).toEqual([{ client_id: id }]);
  });

  test('keeps the first "before" and the last "after" of a session', async () => {
    const { id } = await addClient('Alder');
    const session = v7();
    for (const name of ['Al', 'Ash', 'Aspen']) await renameInSession(id, name, session);
    expect(await names()).toEqual(['Aspen']);
    await storage.undo(v7());
    expect(await names()).toEqual(['Alder']);
  });

  test('stays linear when a session goes on after another command', async () => {
    const { id } = await addClient('Alder');
    const session = v7();
    await renameInSession(id, 'Ash', session);
    await rename(id, 'Birch');
    await renameInSession(id, 'Cedar', session);
    const revision = await storage.revision();
    await renameInSession(id, 'Cedars', session);
    expect(await storage.revision()).toBe(revision + 1);
    const steps = ['Birch', 'Ash', 'Alder'];
    for (const name of steps) {
      await storage.undo(v7());
      expect(await names()).toEqual([name]);
    }
    for (const name of ['Ash', 'Birch', 'Cedars']) {
      await storage.redo(v7());
      expect(await names()).toEqual([name]);
    }
    expect(await storage.undo(v7(), session)).toEqual({ commandName: 'clients.edit', targetId: session });
    expect(await names()).toEqual(['Birch']);
    await expect(renameInSession(id, 'Elm', session)).rejects.toMatchObject({ code: 'conflict' });
  });

  test.each([
    ['Asia/Vladivostok', '2026-11-23T13:50:00.000Z', '2026-11-23T13:59:00.000Z', '2026-11-23T14:01:00.000Z'],
    ['America/Los_Angeles', '2026-11-24T07:50:00.000Z', '2026-11-24T07:59:00.000Z', '2026-11-24T08:01:00.000Z'],
  ])('a session that runs past midnight goes on in an entry of the new day: %s', async (zone, begun, late, early) => {
    vi.stubEnv('TZ', zone);
    const { id } = await addClient('Alder');
    const session = v7();
    const rewrite = async (now: string, name: string) => {
      storage.setNow(now);
      await renameInSession(id, name, session);
    };
    await rewrite(begun, 'Ash');
    await rewrite(late, 'Aspen');
    const evening = await storage.revision();
    await rewrite(early, 'Birch');
    const seqs = await storage.read.selectFrom('local_command').select('seq').where('id', '=', session).execute();
    expect(seqs).toHaveLength(2);
    expect(await storage.revision()).toBe(evening + 1);
    expect(await storage.cardsAfter(seqs[0]?.seq ?? 0)).toMatchObject([{ name: 'Aspen' }]);
    for (const name of ['Aspen', 'Alder']) {
      await storage.undo(v7());
      expect(await names()).toEqual([name]);
    }
    for (const name of ['Aspen', 'Birch']) {
      await storage.redo(v7());
      expect(await names()).toEqual([name]);
    }
  });

  test('forgets what could be redone when a session goes on', async () => {
    const { id } = await addClient('Alder');
    const session = v7();
    await renameInSession(id, 'Ash', session);
    await rename(id, 'Birch');
    await storage.undo(v7());
    await renameInSession(id, 'Cedar', session);
    await expect(storage.redo(v7())).rejects.toMatchObject({ code: 'redo_replaced' });
    await storage.undo(v7());
    expect(await names()).toEqual(['Ash']);
  });

  test('redoes first what was undone last', async () => {
    const { command } = await addClient('Alder');
    const { id } = await addClient('Birch');
    await rename(id, 'Cedar');
    await storage.undo(v7(), command);
    await storage.undo(v7());
    await storage.redo(v7());
    expect(await names()).toEqual(['Cedar']);
    await storage.redo(v7());
    expect(await names()).toEqual(['Alder', 'Cedar']);
  });

  test('repeats an undo or a redo only under its own id', async () => {
    const { command, id } = await addClient('Alder');
    await rename(id, 'Birch');
    const undo = v7();
    const done = await storage.undo(undo);
    expect(await storage.undo(undo)).toEqual(done);
    expect(await names()).toEqual(['Alder']);
    await expect(storage.redo(undo)).rejects.toMatchObject({ code: 'conflict' });
    await expect(storage.undo(command)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rename(id, 'Cedar', undo)).rejects.toMatchObject({ code: 'conflict' });
    const redo = v7();
    await storage.redo(redo);
    await expect(storage.undo(redo)).rejects.toMatchObject({ code: 'conflict' });
    expect(await names()).toEqual(['Birch']);
  });
});

describe('a command in parts', () => {
  const command = { id: v7(), name: 'transfer.import' } as const;

  async function addPart(name: string) {
    const id = v7();
    await storage.append(command, async (writer, stamp) => {
      const born = { created_at: stamp.now, updated_at: stamp.now };
      await writer
        .insertInto('client')
        .values({ id, name, stage: 'stable', place: 'a0', ...born })
        .execute();
      return [{ table: 'client', id, inserted: true }];
    });
    return id;
  }

  test('is one entry, found at once, and tells its news at the end', async () => {
    const ids = [await addPart('Alder'), await addPart('Birch')];
    expect(storage.file.prepare('select count(*) from local_command').pluck().get()).toBe(1);
    expect(storage.file.prepare(`select count(*) from local_search('ald* OR birch')`).pluck().get()).toBe(2);
    expect(storage.events).toEqual([]);
    await storage.endParts(ids);
    expect(storage.events).toHaveLength(1);
    expect(await names()).toEqual(['Alder', 'Birch']);
    await storage.undo(v7());
    expect(await names()).toEqual([]);
  });

  test('that was left half-way has its cards after the next start', async () => {
    await renewProjections(storage);
    await addPart('Alder');
    expect(await names()).toEqual([]);
    await renewProjections(storage);
    expect(await names()).toEqual(['Alder']);
  });
});
