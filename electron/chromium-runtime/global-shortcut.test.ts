import { afterEach, expect, test } from 'vitest';
import { globalShortcut } from './global-shortcut.ts';
import { registrations } from './registrations.ts';

const press = () => undefined;

afterEach(() => {
  registrations.isReady = false;
});

test('gives no keys to anybody', () => {
  registrations.isReady = true;
  for (const keys of ['CommandOrControl+Alt+N', 'CommandOrControl+Shift+Space', 'Alt+Shift+F9']) {
    expect(globalShortcut.register(keys, press)).toBe(false);
    globalShortcut.unregister(keys);
  }
});

test('refuses what Electron would refuse', () => {
  expect(() => globalShortcut.register('CommandOrControl+Alt+N', press)).toThrow('before the app is ready');
  registrations.isReady = true;
  expect(() => globalShortcut.register('Mod+Alt+KeyN', press)).toThrow('"Mod+Alt+KeyN" is not known here');
  expect(() => globalShortcut.unregister('Space+Alt')).toThrow('"Space+Alt" is not known here');
});
