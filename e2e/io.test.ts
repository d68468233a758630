import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canInject } from './chaos/io/disks.ts';
import { type Ground, makeGround, onFullDisk, onReadOnlyDisk, underFault } from './chaos/io/io.ts';
import { isFaultless } from './chaos/io/judge.ts';

describe.skipIf(!canInject())('the whole backend on a disk that fails', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await makeGround();
  });
  afterAll(() => rmSync(ground.root, { recursive: true, force: true }));

  test.each([
    { call: 'fsync', error: 'EIO', when: '3..5' },
    { call: 'pwrite64', error: 'ENOSPC', when: '150+' },
    { call: 'pwrite64', error: 'EIO', when: '60+17' },
    { call: 'rename', error: 'EIO', when: '1+' },
  ] as const)('never says that it saved what it did not, with $call failing by $error at $when', async (fault) => {
    const found = await underFault(ground, fault);
    expect(isFaultless(found.faults), JSON.stringify(found)).toBe(true);
    expect(found.refused).toBeGreaterThan(0);
  });

  test.for([
    ['full', onFullDisk],
    ['read-only', onReadOnlyDisk],
  ] as const)('says so on a disk that is %s, and goes on when it is not any more', async ([_what, on], { skip }) => {
    const found = await on(ground);
    if (found === null) return skip('no disk may be mounted here');
    expect(isFaultless(found.faults), JSON.stringify(found)).toBe(true);
    expect(found.refused).toBeGreaterThan(0);
  });

  test('control: a program that says "saved" whatever the disk says is caught', async () => {
    const found = await underFault(ground, { call: 'pwrite64', error: 'EIO', when: '40+' }, 'swallowing');
    expect(found.faults.falselySaved.length).toBeGreaterThan(0);
  });
});
