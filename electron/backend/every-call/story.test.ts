import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBeside } from '../../../db/beside.ts';
import { type Backend, openBackend } from '../backend.ts';
import { type TestParts, testParts } from '../testing.ts';
import { sceneOf } from './scene-in-test.ts';
import { tellStory } from './story-in-test.ts';

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

test('every call of the contract is answered as it promises', async () => {
  const folder = path.join(parts.userData, '../exports');
  mkdirSync(folder);
  const beside = openBeside(path.join(parts.userData, 'rapport.db'), () => undefined);
  const scene = sceneOf({
    query: (sql) => beside.file.prepare(sql).pluck().all(),
    ask: async (name, input) => {
      const answer = await backend.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message}`);
      return JSON.parse(JSON.stringify(answer.value));
    },
    answer: (place) => parts.desktop.answers.push(place),
    folder,
    random: () => 0,
    today: parts.clock.today(),
  });
  expect(await tellStory({ scene, reply: backend.call })).toEqual([]);
  beside.file.close();
});
