import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { controls, type Ground, makeGround, onFullDisk, onReadOnlyDisk, underFault } from './chaos/io/io.ts';
import { isFaultless } from './chaos/io/judge.ts';
import { canInject } from './chaos/io/run-script.ts';

describe.skipIf(!canInject())('the whole backend on a disk that fails', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await makeGround();
  });
  afterAll(() => rmSync(ground.root, { recursive: true, force: true }));

  test.each([
    { script: 'work', call: 'fsync', error: 'EIO', when: '3..5' },
    { script: 'work', call: 'pwrite64', error: 'ENOSPC', when: '150+' },
    { script: 'work', call: 'pwrite64', error: 'EIO', when: '60+17' },
    { script: 'work', call: 'rename', error: 'EIO', when: '1+' },
    { script: 'files', call: 'write', error: 'ENOSPC', when: '30+7' },
    { script: 'files', call: 'write', error: 'EIO', when: '4..6' },
    { script: 'files', call: 'open', error: 'EIO', when: '6+' },
    { script: 'files', call: 'mkdir', error: 'ENOSPC', when: '3+' },
    { script: 'files', call: 'copyFile', error: 'ENOSPC', when: '1+' },
  ] as const)(
    'never says that it saved what it did not, in $script, with $call failing by $error at $when',
    async ({ script, ...fault }) => {
      const found = await underFault(ground, { script, fault });
      expect(isFaultless(found.faults), JSON.stringify(found)).toBe(true);
      expect(found.isMet).toBe(true);
      expect(found.refused).toBeGreaterThan(0);
    },
  );

  test('makes every file whole where a write takes only half of what it is given', async () => {
    const fault = { call: 'write', error: 'short', when: '1+' } as const;
    const found = await underFault(ground, { script: 'files', fault });
    expect(isFaultless(found.faults), JSON.stringify(found)).toBe(true);
    expect(found.isMet).toBe(true);
    expect(found.refused).toBe(0);
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

  test.each(controls)(
    'control: a program that says "saved" whatever the disk says is caught, in $script',
    async (control) => {
      const found = await underFault(ground, control, { kind: 'swallowing' });
      expect(found.isMet).toBe(true);
      expect(found.faults.falselySaved.length).toBeGreaterThan(0);
    },
  );
});
