import Database from 'better-sqlite3';
import { openBareFile } from '../../electron/backend/every-call/bare-file-in-test.ts';
import { sceneOf } from '../../electron/backend/every-call/scene-in-test.ts';
import { handlersOf } from '../../electron/backend/handlers.ts';
import { testParts } from '../../electron/backend/testing.ts';
import { isCallName, type Reply } from '../../shared/contract/contract.ts';
import { Attack } from './attack.ts';
import type { Found } from './target.ts';

/** The control: handlers behind a door that asks nobody who it is, knows no schema and tells what went wrong inside. */
export async function attackUnchecked(count: number): Promise<Found> {
  const parts = testParts('en');
  const file = await openBareFile(parts);
  const handlers = handlersOf(parts, file, () => Promise.reject(new Error('stays open')));
  // Only another connection sees that something was written.
  const beside = new Database(file.path, { readonly: true });
  const scene = sceneOf({
    query: (sql) => beside.prepare<[], string>(sql).pluck().all(),
    ask: () => Promise.reject(new Error('asks nothing')),
    answer: () => undefined,
    folder: parts.userData,
    random: () => 0,
    today: parts.clock.today(),
  });
  const reply = async (name: unknown, input: unknown): Promise<Reply<unknown>> => {
    const handler = isCallName(name) ? handlers[name] : undefined;
    if (!handler) return { ok: false, code: 'unknown_call', message: 'no such call' };
    try {
      return { ok: true, value: await Reflect.apply(handler, undefined, [input]) };
    } catch (error) {
      return { ok: false, code: 'bad_input', message: error instanceof Error ? (error.stack ?? '') : '' };
    }
  };
  const attack = new Attack(
    {
      reply,
      forged: [['anybody', reply]],
      scene,
      file: () => beside,
      dialogs: () => 0,
      files: () => [],
      secrets: [parts.userData],
      said: () => undefined,
    },
    count,
  );
  try {
    await attack.on('settings.addPartner', { ...scene.command(), name: 'Vera' });
    return attack.found();
  } finally {
    beside.close();
    await file.close();
    parts.remove();
  }
}
