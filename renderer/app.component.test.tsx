import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ErrorCode } from '../shared/errors.ts';
import { App } from './app.tsx';
import { Frame } from './ui/frame.tsx';
import { useNavigation } from './ui/navigation.ts';
import { type Session, useSession } from './ui/session.ts';
import { bridgeTo, show } from './ui/testing.tsx';
import { clearToasts } from './ui/toast.ts';

let leave = () => {};

afterEach(() => {
  leave();
  clearToasts();
  useSession.setState({ status: 'starting', refusal: null });
});

let asked = 0;

function openWithoutSettings(status: Session['status'], code: ErrorCode): void {
  asked = 0;
  bridgeTo((name) => {
    if (name === 'settings.load') asked += 1;
    return Promise.resolve({ ok: false, code, message: '' });
  });
  useSession.setState({ status });
  leave = show(<App />);
}

test('settings that cannot be read again leave the open window as it is', async () => {
  openWithoutSettings('ready', 'disk_error');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(useSession.getState().status).toBe('ready');
});

test.each([
  ['starting', 'disk_error'],
  ['ready', 'file_replaced'],
] as const)('a window that is %s is refused for %s', async (status, code) => {
  openWithoutSettings(status, code);
  await expect.poll(() => useSession.getState().status).toBe('refused');
});

function Broken(): never {
  throw new Error('a bug in a dialog');
}

test('a bug in a dialog leaves the page and what is typed in it', async () => {
  bridgeTo(() => Promise.resolve({ ok: false, code: 'unexpected', message: '' }));
  useNavigation.setState({ overlay: { name: 'palette' } });
  leave = show(
    <Frame hasSideBar={false} overlays={<Broken />}>
      <p>The page</p>
    </Frame>,
  );
  await expect.element(page.getByText('The page')).toBeVisible();
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
});
