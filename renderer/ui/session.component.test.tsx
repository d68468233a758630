import { afterEach, expect, test } from 'vitest';
import { takeSettings, useSession } from './session.ts';
import { settingsWith } from './test-data.ts';

afterEach(() => useSession.setState({ status: 'starting', settings: null }));

function asked(theme: 'light' | 'dark') {
  let reply = () => {};
  const taken = takeSettings(
    () => new Promise((resolve) => (reply = () => resolve({ settings: settingsWith({ theme }) }))),
  );
  return {
    come: () => {
      reply();
      return taken;
    },
  };
}

test('settings that were asked for earlier and come later change nothing', async () => {
  const earlier = asked('dark');
  const later = asked('light');
  await later.come();
  await earlier.come();
  expect(useSession.getState().theme).toBe('light');
});

test('settings that come in turn are each taken over, also after one that never came', async () => {
  const first = asked('dark');
  asked('dark');
  const third = asked('light');
  await first.come();
  expect(useSession.getState().theme).toBe('dark');
  await third.come();
  expect(useSession.getState().theme).toBe('light');
});
