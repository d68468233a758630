import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BoardStage } from '../shared/stage.ts';
import { boardStages } from '../shared/stage.ts';
import { createClient, loadCards, type Move, moveClient } from './board.ts';
import { newRow } from './rows.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
beforeEach(() => {
  storage = openTestStorage();
});
afterEach(() => storage.remove());

async function add(name: string, stage: BoardStage = 'stable'): Promise<string> {
  const client = { name, stage, partnerId: null, sinceOn: '2026-11-23' };
  const { rows } = await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    await createClient(writer, stamp, client);
  });
  return rows.find((row) => row.table === 'client')?.id ?? '';
}

async function move(clientId: string, stage: BoardStage, after: string | null, reason = ''): Promise<string> {
  const command = v7();
  await storage.write({ id: command, name: 'board.moveClient' }, (writer, stamp) =>
    moveClient(writer, stamp, { clientId, stage, after, reason } satisfies Move),
  );
  return command;
}

async function column(stage: string): Promise<readonly string[]> {
  return (await loadCards(storage.read)).filter((card) => card.stage === stage).map((card) => card.name);
}

async function path(clientId: string) {
  return storage.read
    .selectFrom('stage_change')
    .select(['from_stage', 'to_stage', 'reason'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

async function startHandoff(clientId: string): Promise<void> {
  await storage.write({ id: v7(), name: 'handoff.end' }, async (writer, stamp) => {
    await writer
      .insertInto('handoff')
      .values({ ...newRow(stamp), client_id: clientId, state: 'running' })
      .execute();
  });
}

describe('a new client', () => {
  test('stands on top of its column and begins its path there', async () => {
    await add('Alder');
    const id = await add('Birch');
    expect(await column('stable')).toEqual(['Birch', 'Alder']);
    expect(await path(id)).toEqual([{ from_stage: null, to_stage: 'stable', reason: '' }]);
    expect((await loadCards(storage.read))[0]).toMatchObject({ name: 'Birch', sinceOn: '2026-11-23' });
  });

  test('is led by a partner who exists', async () => {
    const client = {
      name: 'Alder',
      stage: 'stable',
      partnerId: v7(),
      sinceOn: '2026-11-23',
    } as const;
    const creating = storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
      await createClient(writer, stamp, client);
    });
    await expect(creating).rejects.toMatchObject({ code: 'not_found' });
    expect(await loadCards(storage.read)).toEqual([]);
  });
});

describe('a move', () => {
  test('places the card right below another and writes down the change of stage with its reason', async () => {
    const [top, middle, guest] = [await add('Top'), await add('Middle'), await add('Guest', 'honeymoon')];
    await move(middle, 'stable', top);
    await move(guest, 'stable', top, 'the trial went well');
    expect(await column('stable')).toEqual(['Top', 'Guest', 'Middle']);
    expect((await path(guest)).at(-1)).toEqual({
      from_stage: 'honeymoon',
      to_stage: 'stable',
      reason: 'the trial went well',
    });
  });

  test('within the column leaves the path alone', async () => {
    const [low, high] = [await add('Low'), await add('High')];
    await move(high, 'stable', low);
    expect(await column('stable')).toEqual(['Low', 'High']);
    expect(await path(high)).toHaveLength(1);
  });

  test('finds room between the same two cards 2,000 times', async ({ annotate }) => {
    const bottom = await add('Bottom');
    const guests = [await add('One'), await add('Two')];
    const top = await add('Top');
    let longest = 0;
    for (let turn = 0; turn < 2000; turn += 1) {
      await move(guests[turn % 2] ?? '', 'stable', top);
      const places = (await loadCards(storage.read)).map(({ place }) => place);
      expect(new Set(places).size).toBe(4);
      longest = Math.max(longest, ...places.map(({ length }) => length));
    }
    await annotate(`the longest place has ${longest} characters`);
    expect(await column('stable')).toEqual(['Top', 'Two', 'One', 'Bottom']);
    await move(bottom, 'stable', null);
    expect(await column('stable')).toEqual(['Bottom', 'Top', 'Two', 'One']);
  });

  test('is refused while a handoff runs, but not within the column; nothing is left of it', async () => {
    const [other, leaving] = [await add('Other', 'stagnation'), await add('Leaving', 'stagnation')];
    await startHandoff(leaving);
    const before = await storage.revision();
    await expect(move(leaving, 'stable', null)).rejects.toMatchObject({ code: 'handoff_running' });
    expect(await column('stagnation')).toEqual(['Leaving', 'Other']);
    expect(await storage.revision()).toBe(before);
    await move(leaving, 'stagnation', other);
    expect(await column('stagnation')).toEqual(['Other', 'Leaving']);
  });

  test('is refused for an ended or deleted client', async () => {
    const [ended, deleted] = [await add('Ended'), await add('Deleted')];
    await storage.write({ id: v7(), name: 'handoff.end' }, async (writer) => {
      await writer.updateTable('client').set({ stage: 'ended' }).where('id', '=', ended).execute();
      await writer.updateTable('client').set({ deleted_at: '2026-11-23' }).where('id', '=', deleted).execute();
    });
    await expect(move(ended, 'stable', null)).rejects.toMatchObject({ code: 'client_ended' });
    await expect(move(deleted, 'honeymoon', null)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('below a card that left meanwhile puts a newcomer on top and moves nothing within the column', async () => {
    const [low, high, gone] = [await add('Low'), await add('High'), await add('Gone', 'honeymoon')];
    await move(low, 'stable', gone);
    expect(await column('stable')).toEqual(['High', 'Low']);
    const guest = await add('Guest', 'honeymoon');
    await move(guest, 'stable', gone);
    expect(await column('stable')).toEqual(['Guest', 'High', 'Low']);
    await move(high, 'stable', v7());
    expect(await column('stable')).toEqual(['Guest', 'High', 'Low']);
  });

  test('below a card in the trash lands in the gap it left', async () => {
    await add('Low');
    const gone = await add('Gone');
    await add('High');
    await storage.write({ id: v7(), name: 'clients.delete' }, async (writer) => {
      await writer.updateTable('client').set({ deleted_at: '2026-11-23' }).where('id', '=', gone).execute();
    });
    const guest = await add('Guest', 'honeymoon');
    await move(guest, 'stable', gone);
    expect(await column('stable')).toEqual(['High', 'Guest', 'Low']);
  });

  test('lands below both cards that two computers gave the same place', async () => {
    await add('Last');
    const [second, first] = [await add('Second'), await add('First')];
    await storage.write({ id: v7(), name: 'board.moveClient' }, async (writer) => {
      const { place } = await writer
        .selectFrom('client')
        .select('place')
        .where('id', '=', first)
        .executeTakeFirstOrThrow();
      await writer.updateTable('client').set({ place }).where('id', '=', second).execute();
    });
    const guest = await add('Guest', 'honeymoon');
    await move(guest, 'stable', second);
    expect(await column('stable')).toEqual(['Second', 'First', 'Guest', 'Last']);
  });

  test('that is undone leaves neither place nor path behind, and comes back when redone', async () => {
    await add('Low');
    const high = await add('High');
    const command = await move(high, 'honeymoon', null, 'a fresh start');
    await storage.undo(v7(), command);
    expect(await column('stable')).toEqual(['High', 'Low']);
    expect(await path(high)).toHaveLength(1);
    await storage.redo(v7());
    expect(await column('honeymoon')).toEqual(['High']);
    expect(await path(high)).toHaveLength(2);
    expect(await column('stable')).toEqual(['Low']);
  });
});

describe('the board', () => {
  test('keeps its order when the file is opened again', async () => {
    const ids = [await add('One'), await add('Two'), await add('Three')];
    await move(ids[0] ?? '', 'stable', ids[2] ?? '');
    const before = await column('stable');
    await storage.close();
    storage = openTestStorage(storage.path);
    expect(await column('stable')).toEqual(before);
    expect(before).toEqual(['Three', 'One', 'Two']);
  });

  test('is read from the covering index alone', () => {
    const plan = storage.file
      .prepare('explain query plan select * from local_client_card order by stage, place, client_id')
      .all();
    expect(JSON.stringify(plan)).toContain('USING COVERING INDEX local_client_card_of_board');
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });

  test('agrees with a plain list after any program of moves', async () => {
    const step = fc.record({
      who: fc.nat(),
      stage: fc.constantFrom(...boardStages),
      below: fc.option(fc.nat()),
      undo: fc.nat({ max: 5 }).map((dice) => dice === 0),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (program) => {
        await storage.remove();
        storage = openTestStorage();
        const ids: string[] = [];
        for (const stage of [...boardStages, ...boardStages]) ids.push(await add(`Client ${ids.length}`, stage));
        let model = await lists();
        for (const { who, stage, below, undo } of program) {
          const id = ids[who % ids.length] ?? '';
          const others = (model.get(stage) ?? []).filter((each) => each !== id);
          const after = below === null || others.length === 0 ? null : (others[below % others.length] ?? null);
          const command = await move(id, stage, after);
          const moved = withMove(model, id, stage, after);
          if (undo) await storage.undo(v7(), command);
          else model = moved;
          expect(await lists()).toEqual(model);
        }
      }),
      { numRuns: 15 },
    );
  });
});

type Lists = ReadonlyMap<string, readonly string[]>;

async function lists(): Promise<Lists> {
  const cards = await loadCards(storage.read);
  return new Map(
    boardStages.map((stage) => [stage, cards.filter((card) => card.stage === stage).map((card) => card.id)]),
  );
}

function withMove(model: Lists, id: string, stage: string, after: string | null): Lists {
  return new Map(
    [...model].map(([each, ids]) => {
      const others = ids.filter((other) => other !== id);
      if (each !== stage) return [each, others];
      return [each, others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, id)];
    }),
  );
}
