import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { canRecord } from './powerloss.ts';
import { straceArgs } from './system-calls.ts';

describe.skipIf(!canRecord())('a call that this processor does not have', () => {
  const follow = (args: readonly string[]) => spawnSync('strace', [...args, 'true']).status;

  test('is no reason not to record', () => {
    expect(follow(straceArgs('/dev/null', ['write', 'no_such_call']))).toBe(0);
  });

  test('control: asked for without more ado, it is', () => {
    const asked = straceArgs('/dev/null', ['write', 'no_such_call']).map((arg) => arg.replaceAll('?', ''));
    expect(follow(asked)).not.toBe(0);
  });
});
