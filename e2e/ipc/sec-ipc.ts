import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded, root } from '../../electron/launcher/build.ts';
import { contract } from '../../shared/contract/contract.ts';
import { attackBackend } from './ground.ts';
import { hijackProgram } from './hijack.ts';
import { attackUnchecked } from './unchecked.ts';

/** Prints one line of JSON; the exit code. `PAYLOADS` chooses how many for each call. */
export async function secIpc(): Promise<number> {
  const count = Number(process.env['PAYLOADS'] ?? 200);
  const from = performance.now();
  const { bad, ...found } = await attackBackend({ count, said: console.error });
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-ipc-'));
  const page = hijackProgram(path.join(root, 'dist/electron/main.js'), folder);
  rmSync(folder, { recursive: true, force: true });
  for (const each of page.bad) console.error(each);
  const control = (await attackUnchecked(count)).bad.length;
  const figures = {
    calls: Object.keys(contract).length,
    ...found,
    bad: bad.length,
    page: { ...page, bad: page.bad.length },
    control,
    ms: Math.round(performance.now() - from),
  };
  console.log(JSON.stringify(figures));
  return bad.length === 0 && page.bad.length === 0 && page.asked > 0 && control > 0 ? 0 : 1;
}
