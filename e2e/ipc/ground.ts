import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openBackend } from '../../electron/backend/backend.ts';
import { doorOf } from '../../electron/backend/door.ts';
import { sceneOf } from '../../electron/backend/every-call/scene-in-test.ts';
import { tellStory } from '../../electron/backend/every-call/story-in-test.ts';
import { testParts } from '../../electron/backend/testing.ts';
import type { CallName } from '../../shared/contract/contract.ts';
import { Attack } from './attack.ts';
import { foreignSenders, ownPage } from './senders.ts';
import type { Found } from './target.ts';

export interface AttackParts {
  /** Malformed payloads for each call. */
  readonly count: number;
  readonly said?: (fault: string) => void;
  readonly isAttacked?: (name: CallName) => boolean;
}

/**
 * Tells the story of all calls to the program's backend, and before each call tries it with what does not belong there:
 * so every call is tried in a state in which it would work.
 */
export async function attackBackend({
  count,
  said = () => undefined,
  isAttacked = () => true,
}: AttackParts): Promise<Found> {
  const parts = testParts('en');
  let dialogs = 0;
  const counted = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    dialogs += 1;
    return ask();
  };
  const { desktop } = parts;
  const backend = await openBackend({
    ...parts,
    desktop: {
      ...desktop,
      saveFile: (options) => counted(() => desktop.saveFile(options)),
      chooseFolder: (options) => counted(() => desktop.chooseFolder(options)),
      openFile: (options) => counted(() => desktop.openFile(options)),
    },
  });
  const root = path.dirname(parts.userData);
  const folder = path.join(root, 'exports');
  mkdirSync(folder);
  const file = new Database(path.join(parts.userData, 'rapport.db'), { readonly: true });
  const scene = sceneOf({
    query: (sql) => file.prepare<[], string>(sql).pluck().all(),
    ask: async (name, input) => {
      const reply = await backend.call(name, input);
      if (reply.ok) return JSON.parse(JSON.stringify(reply.value));
      throw new Error(`${name} was refused: ${reply.code}`);
    },
    answer: (place) => void desktop.answers.push(place),
    folder,
    random: () => 0,
    today: parts.clock.today(),
  });
  const contents = {};
  const door = doorOf(backend.call, () => contents);
  const attack = new Attack(
    {
      reply: (name, input) => door(ownPage(contents), name, input),
      forged: foreignSenders(contents).map(([what, event]) => [what, (name, input) => door(event, name, input)]),
      scene,
      file: () => file,
      dialogs: () => dialogs,
      files: () => filesOutside(root, parts.userData),
      secrets: [root],
      said,
    },
    count,
  );
  try {
    await attack.unknown();
    let last: readonly [CallName, unknown] | null = null;
    const wrong = await tellStory({
      scene,
      reply: async (name, input) => {
        const reply = await backend.call(name, input);
        last = reply.ok ? [name, input] : null;
        return reply;
      },
      before: async (name, example) => {
        if (last !== null && isAttacked(last[0])) await attack.replay(...last);
        desktop.answers.length = 0;
        // The second folder is filled by itself once it was chosen.
        while ((await scene.ask('safety.backups', {})).working !== null) await wait(20);
        if (isAttacked(name)) await attack.on(name, example);
      },
    });
    const found = attack.found();
    return { ...found, bad: [...found.bad, ...wrong] };
  } finally {
    file.close();
    await backend.close();
    parts.remove();
  }
}

/** The data folder is the program's own, where a backup may come by itself. */
function filesOutside(root: string, own: string): readonly string[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => !path.join(root, name).startsWith(own))
    .toSorted();
}
