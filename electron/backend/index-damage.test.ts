import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchCountLimit } from '../../shared/contract/search.ts';
import { type Backend, openBackend } from './backend.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let backend: Backend;
beforeEach(async () => {
  parts = testParts('en');
  backend = await openBackend(parts);
});
afterEach(async () => {
  await backend.close();
  parts.remove();
});

const found = () => backend.call('search.find', { text: 'alder', limit: 5 });

/** Every page of the index from then on. */
function breakIndex(): void {
  const file = new Database(join(parts.userData, 'rapport.db'));
  file.unsafeMode(true);
  file.exec('update local_search_data set block = zeroblob(length(block)) where id > 10');
  file.close();
}

test.each([1, 2100])('a search index that breaks at work is built anew, with %i clients in it', async (count) => {
  const add = (name: string) => backend.call('board.createClient', { commandId: v4(), name, stage: 'stable' });
  for (let number = 0; number < count; number += 1) await add(`Alder ${number}`);
  breakIndex();
  expect(await found()).toMatchObject({ ok: false, code: 'file_damaged' });
  await expect
    .poll(found, { timeout: 60_000 })
    .toMatchObject({ ok: true, value: { total: { clients: Math.min(count, searchCountLimit + 1) }, indexed: null } });
  expect(await add('Alder, the last')).toMatchObject({ ok: true });
  expect(await backend.call('safety.state', {})).toMatchObject({ ok: true, value: { warning: null } });
});
