import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { brokenKilling, killOnce, nextKilling } from './chaos/kill.ts';
import { randomFrom } from './chaos/random.ts';
import { holds } from './chaos/verdict.ts';

/** The figure itself is what `npm run chaos:kill` shows; here the machine may be busy with other tests. */
const longestLossMs = 1500;

test('killed while somebody types, the program loses no more than the last moment', async ({ app }) => {
  test.slow();
  const clientId = await addAlder(app, 'stable');
  const random = randomFrom(7);
  for (let number = 0; number < 4; number += 1) {
    const { afterMs, ...killing } = nextKilling(random, number);
    const killed = await killOnce(app, clientId, { ...killing, afterMs: Math.min(afterMs, 2500) });
    expect(killed, JSON.stringify(killed)).toMatchObject({ lostSaved: false, isForeign: false });
    expect(holds(killed, longestLossMs), JSON.stringify(killed)).toBe(true);
  }
  const broken = await killOnce(app, clientId, brokenKilling(random));
  expect(holds(broken, longestLossMs), 'a program that keeps nothing is caught').toBe(false);
});
