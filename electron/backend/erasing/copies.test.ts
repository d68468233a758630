import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { v4 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { listBackups } from '../../../db/backup.ts';
import { add, ask, backUp, parts, passphrase, setBackends } from '../backups/backups-in-test.ts';

setBackends();

const erase = (clientId: string, typedName: string) =>
  ask('erasing.eraseClient', { commandId: v4(), clientId, typedName, why: 'По закону' });
const backups = async () => (await ask('safety.backups', {})).backups.map(({ name }) => name);

const rightNow = '2026-11-23T09:00:00.000Z';

test.each([
  ['2 days back', '2026-11-21T09:00:00.000Z'],
  ['400 days ahead', '2027-12-28T09:00:00.000Z'],
])(
  'no clock that was %s hides an encrypted copy of before, and none of after is taken for one',
  async (_jump, then) => {
    await ask('safety.sealBackups', { passphrase });
    const clientId = await add('Ольха');
    await backUp(then);
    await backUp(rightNow);
    const { erasureId } = await erase(clientId, 'Ольха');
    const before = await backups();
    expect(before.length).toBeGreaterThan(1);
    await add('Полынь');
    const after = [await backUp(then), await backUp(rightNow)];
    const { copies } = await ask('erasing.copies', { erasureId });
    expect(copies.map(({ fileName }) => fileName).toSorted()).toEqual(before.toSorted());
    expect(await backups()).toEqual(expect.arrayContaining([...before, ...after]));
  },
);

test('a second folder that is not at hand is told with the copies and in the act, and looked at once it is back', async () => {
  const second = join(parts.userData, '..', 'second');
  mkdirSync(second);
  parts.desktop.answers.push(second);
  await ask('safety.chooseSecondFolder', {});
  const clientId = await add('Ольха');
  await ask('safety.backUpNow', {});
  const own = join(second, readdirSync(second)[0] ?? '');
  await vi.waitFor(() => expect(listBackups(own)).toHaveLength(1), 60_000);
  const { erasureId } = await erase(clientId, 'Ольха');
  renameSync(second, `${second}.away`);
  const { left } = await ask('erasing.rewriteCopies', { erasureId });
  expect(left).toEqual([]);
  expect(await ask('erasing.copies', { erasureId })).toEqual({ copies: [], unseenFolders: [own] });
  const act = async (language: 'en' | 'ru') => {
    const target = join(parts.userData, '..', `${v4()}.md`);
    parts.desktop.answers.push(target);
    await ask('erasing.saveAct', { jobId: v4(), erasureId, clientName: '', format: 'markdown', language });
    return readFileSync(target, 'utf8');
  };
  for (const [language, unseen, none] of [
    ['en', 'could not be looked at', 'known to the program holds the client'],
    ['ru', 'проверить не удалось', 'известная программе, клиента не содержит'],
  ] as const) {
    expect(await act(language)).toContain(unseen);
    expect(await act(language)).toContain(basename(own));
    expect(await act(language)).not.toContain(none);
  }
  renameSync(`${second}.away`, second);
  const back = await ask('erasing.copies', { erasureId });
  expect(back.unseenFolders).toEqual([]);
  expect(back.copies.length).toBeGreaterThan(0);
  expect(back.copies.every(({ folder }) => folder === own)).toBe(true);
  expect(await act('en')).not.toContain('could not be looked at');
});
