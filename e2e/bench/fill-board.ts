import { v7 } from 'uuid';
import { createClient } from '../../db/board.ts';
import { openFile } from '../../db/open.ts';
import { openStorage } from '../../db/storage.ts';
import { boardStages } from '../../shared/stage.ts';

/** Clients in equal columns, in one command; names end in their number, the last made stands on top. */
export async function fillBoard(file: string, clients: number): Promise<void> {
  const storage = openStorage({
    file: openFile(file),
    now: () => new Date().toISOString(),
    newId: v7,
    changed: () => undefined,
  });
  const perColumn = Math.ceil(clients / boardStages.length);
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    for (let number = 1; number <= clients; number += 1) {
      const stage = boardStages[Math.floor((number - 1) / perColumn)] ?? 'acquaintance';
      const name = `Client number ${number}`;
      await createClient(writer, stamp, { name, stage, partnerId: null, sinceOn: '2023-03-01' });
    }
  });
  await storage.close();
}
