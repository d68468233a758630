import Database from 'better-sqlite3';
import { commands } from '../electron/backend/every-call/cases-in-test.ts';
import { sceneOf } from '../electron/backend/every-call/scene-in-test.ts';
import { tellStory } from '../electron/backend/every-call/story-in-test.ts';
import { type CallName, callSizeLimit, type Reply } from '../shared/contract/contract.ts';
import { expect, test } from './app.ts';
import type { Program } from './program.ts';

/** The page is loaded anew, which may outrun the answer. */
const reloads: readonly CallName[] = ['settings.openSample', 'settings.leaveSample', 'safety.restoreOver'];
const opened = { ok: true, value: { opened: true, restored: true } } as const;

async function replyOf(app: Program, name: CallName, input: unknown): Promise<Reply<unknown>> {
  const asked = () =>
    app.page.evaluate(([call, value]) => Reflect.apply(window.rapport.call, undefined, [call, value]), [
      name,
      input,
    ] as const);
  if (reloads.includes(name)) {
    const isLoadedAnew = app.page.waitForEvent('load');
    await Promise.allSettled([asked()]);
    await isLoadedAnew;
    return opened;
  }
  if (name !== 'safety.readyToClose') return asked();
  // The answer races with the window's end, so the end is what is looked at.
  await Promise.allSettled([asked()]);
  return { ok: true, value: { closing: (await app.ended()) === 0 } };
}

test('every call of the contract is answered through the built preload and main', async ({ app }) => {
  const file = new Database(`${app.dataFolder}/rapport.db`, { readonly: true });
  const samples: boolean[] = [];
  // Asked after each: what is erased for ever later on takes the name out of the log.
  const logged = new Set<unknown>();
  const names = file.prepare(`select distinct name from local_command where kind = 'do'`).pluck();
  const scene = sceneOf({
    query: (sql) => file.prepare<[], string>(sql).pluck().all(),
    ask: (name, input) => app.call(name, input),
    answer: (place) => (place === null ? app.dismissDialog() : app.answerOpenDialog(place)),
    folder: app.exportFolder,
    random: () => 0,
    today: new Date().toISOString().slice(0, 10),
  });
  const wrong = await tellStory({
    scene,
    reply: async (name, input) => {
      const oversized = { text: 'x'.repeat(callSizeLimit), limit: 10 };
      if (name === 'search.find') await expect(app.call(name, oversized)).rejects.toThrow('too_large');
      const answer = await replyOf(app, name, input);
      for (const each of names.all()) logged.add(each);
      if (reloads.includes(name)) samples.push((await app.call('settings.load', {})).settings.isSample);
      if (name === 'safety.history') expect((await app.call('safety.history', {})).undo).not.toBeNull();
      return answer;
    },
  });
  expect(wrong).toEqual([]);
  expect(samples).toEqual([true, false, false]);
  expect(commands.filter((name) => !logged.has(name))).toEqual([]);
  file.close();
});
