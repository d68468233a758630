import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { unpackFixture } from '../../db/fixtures/make-fixture.ts';
import { newestVersion } from '../../db/migrations/migrations.ts';
import { lookLater } from './look-later.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'rapport-')), 'rapport.db');
  unpackFixture(newestVersion, path);
});
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

test('a large file that cannot be read to its end is doubted after it was opened', async () => {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0, 40 * 4096, 60 * 4096));
  const doubt = vi.fn(() => Promise.resolve());
  lookLater({ path, doubt, above: 0, afterMs: 0 });
  await vi.waitFor(() => expect(doubt).toHaveBeenCalledOnce(), { timeout: 60_000 });
});
