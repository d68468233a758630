import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { add, ask, backUp, passphrase, setBackends } from '../backups/backups-in-test.ts';

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
