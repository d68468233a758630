import { expect, test } from 'vitest';
import type { Hijacked } from './ipc/hijack.ts';
import { shortOfHijack } from './ipc/hijack.ts';
import { attackBackend } from './ipc/ground.ts';
import { shortOfAttack } from './ipc/sec-ipc.ts';
import { Tally } from './ipc/tally.ts';
import { attackUnchecked } from './ipc/unchecked.ts';

const count = 6;

/** All of them, told as one story: on a busy machine that takes its time. */
const timeout = 900_000;

test(
  'every call refuses what does not belong there and whoever is not the page, and nothing is changed or told',
  { timeout },
  async () => {
    const found = await attackBackend({ count });
    expect(shortOfAttack(found, count)).toEqual([]);
  },
);

test('control: handlers that know neither sender nor schema, and tell what went wrong, are caught', async () => {
  const { bad } = await attackUnchecked(60);
  for (const fault of [
    'answered to anybody',
    'wrote for somebody else',
    'took what does not fit',
    'says too much',
    'wrote on',
  ])
    expect(bad.join('\n'), fault).toContain(fault);
});

test('control: a family that is left out is named', () => {
  const tally = new Tally();
  tally.add('clients.open', { family: 'whole', kind: 'null' });
  tally.expect('clients.open', 'whole', 1);
  tally.expect('clients.open', 'foreign', 2);
  expect(tally.short()).toEqual(['clients.open: 0 of 2 of foreign']);
  expect(tally.missing()).toContain('field: gone');
  const found = { calls: 1, tried: { whole: 1 }, carriedOut: 0, refused: {}, missing: [], short: [], bad: [] };
  expect(shortOfAttack(found, 200).join()).toMatch(/1 of \d+ calls were attacked.*field: 0 tried.*foreign: 0 tried/);
});

test('control: a page that asked nothing, and a control that was not caught, fall short', () => {
  const page: Hijacked = { asked: 9000, forged: 9000, bad: [], control: { asked: 1, forged: 1, digest: 1 } };
  expect(shortOfHijack(page)).toEqual([]);
  expect(shortOfHijack({ ...page, asked: 0, control: { ...page.control, digest: 0 } })).toEqual([
    'the page asked 0 times',
    'control digest was not caught',
  ]);
});
