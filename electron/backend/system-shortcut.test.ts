import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { SystemShortcut } from '../../shared/system-shortcut.ts';
import { type Backend, openBackend } from './backend.ts';
import { shortcutOn } from './system-shortcut.ts';
import { testKeys, testParts, type TestParts } from './testing.ts';

describe('the keys of the system', () => {
  const keys = testKeys();
  let pressed = 0;
  const { holdShortcut, heldShortcut } = shortcutOn(keys, () => {
    pressed += 1;
  });
  const press = (accelerator: string) => keys.presses.get(accelerator)?.();
  afterEach(() => {
    holdShortcut(null);
    keys.taken.clear();
    pressed = 0;
  });

  test('are held, and a press is heard', () => {
    expect(holdShortcut('Mod+Alt+KeyN')).toBe(true);
    expect(heldShortcut()).toBe('Mod+Alt+KeyN');
    press('CommandOrControl+Alt+N');
    expect(pressed).toBe(1);
  });

  test('change: the former ones are free again', () => {
    holdShortcut('Mod+Alt+KeyN');
    expect(holdShortcut('Mod+Shift+Space')).toBe(true);
    expect([...keys.presses.keys()]).toEqual(['CommandOrControl+Shift+Space']);
  });

  test('chosen once more are still held', () => {
    holdShortcut('Mod+Shift+F9');
    expect(holdShortcut('Mod+Shift+F9')).toBe(true);
    expect([...keys.presses.keys()]).toEqual(['CommandOrControl+Shift+F9']);
  });

  test('that another program has are refused, and the former ones stay', () => {
    keys.taken.add('CommandOrControl+Shift+Space');
    holdShortcut('Alt+Shift+KeyN');
    expect(holdShortcut('Mod+Shift+Space')).toBe(false);
    expect(heldShortcut()).toBe('Alt+Shift+KeyN');
    expect([...keys.presses.keys()]).toEqual(['Alt+Shift+N']);
  });

  test('are given back', () => {
    holdShortcut('Mod+Alt+KeyN');
    expect(holdShortcut(null)).toBe(true);
    expect(heldShortcut()).toBeNull();
    expect(keys.presses.size).toBe(0);
  });
});

describe('the chosen shortcut', () => {
  let parts: TestParts;
  let backend: Backend;
  beforeEach(async () => {
    parts = testParts();
    backend = await openBackend(parts);
  });
  afterEach(async () => {
    await backend.close();
    parts.remove();
  });

  const device = () => join(parts.userData, 'device.json');
  const held = () => [...parts.desktop.keys.presses.keys()];

  async function restart(): Promise<void> {
    await backend.close();
    backend = await openBackend(parts);
  }

  async function choose(keys: SystemShortcut | null): Promise<CallOutput<'settings.setSystemShortcut'>> {
    const reply = await backend.call('settings.setSystemShortcut', { keys });
    return contract['settings.setSystemShortcut'].output.parse(reply.ok ? reply.value : reply);
  }

  async function shown(): Promise<CallOutput<'settings.load'>['settings']['systemShortcut']> {
    const reply = await backend.call('settings.load', {});
    return contract['settings.load'].output.parse(reply.ok ? reply.value : reply).settings.systemShortcut;
  }

  test('is none on a fresh computer', async () => {
    expect(await shown()).toEqual({ keys: null, isGiven: true });
    expect(held()).toEqual([]);
  });

  test('opens the quick note at once, and after a restart', async () => {
    expect(await choose('Mod+Alt+KeyN')).toMatchObject({
      isGiven: true,
      settings: { systemShortcut: { keys: 'Mod+Alt+KeyN', isGiven: true } },
    });
    await restart();
    expect(await shown()).toEqual({ keys: 'Mod+Alt+KeyN', isGiven: true });
    parts.desktop.keys.presses.get('CommandOrControl+Alt+N')?.();
    expect(parts.desktop.asked).toEqual(['quick note']);
  });

  test('is given back when it is switched off, and when the program ends', async () => {
    await choose('Mod+Alt+KeyN');
    await choose(null);
    expect(held()).toEqual([]);
    await choose('Mod+Alt+KeyN');
    await backend.close();
    expect(held()).toEqual([]);
  });

  test('that is refused is not kept', async () => {
    parts.desktop.keys.taken.add('CommandOrControl+Shift+Space');
    await choose('Mod+Alt+KeyN');
    expect(await choose('Mod+Shift+Space')).toMatchObject({
      isGiven: false,
      settings: { systemShortcut: { keys: 'Mod+Alt+KeyN', isGiven: true } },
    });
    expect(readFileSync(device(), 'utf8')).not.toContain('Space');
    expect(held()).toEqual(['CommandOrControl+Alt+N']);
  });

  test('that another program took meanwhile is told, and held when it is asked for again', async () => {
    await choose('Mod+Alt+KeyN');
    await backend.close();
    parts.desktop.keys.taken.add('CommandOrControl+Alt+N');
    await restart();
    expect(await shown()).toEqual({ keys: 'Mod+Alt+KeyN', isGiven: false });
    expect(await choose('Mod+Alt+KeyN')).toMatchObject({ isGiven: false });
    parts.desktop.keys.taken.clear();
    expect(await choose('Mod+Alt+KeyN')).toMatchObject({
      isGiven: true,
      settings: { systemShortcut: { keys: 'Mod+Alt+KeyN', isGiven: true } },
    });
  });

  test('belongs to the computer: the example has the same', async () => {
    await choose('Mod+Alt+KeyN');
    await backend.call('settings.openSample', {});
    expect(await shown()).toEqual({ keys: 'Mod+Alt+KeyN', isGiven: true });
    expect(held()).toEqual(['CommandOrControl+Alt+N']);
  });

  test('that cannot be kept does not work either', async () => {
    await choose('Mod+Alt+KeyN');
    rmSync(device());
    mkdirSync(device());
    expect(await backend.call('settings.setSystemShortcut', { keys: null })).toMatchObject({
      code: 'device_unreadable',
    });
    expect(held()).toEqual(['CommandOrControl+Alt+N']);
    rmSync(device(), { recursive: true });
  });

  test('of another version is none, and the file of this computer is whole', async () => {
    await backend.close();
    const known: unknown = JSON.parse(readFileSync(device(), 'utf8'));
    writeFileSync(device(), JSON.stringify(Object.assign({}, known, { systemShortcut: 'Mod+KeyQ' })));
    await restart();
    expect(await shown()).toEqual({ keys: null, isGiven: true });
  });

  test('is one of those that are offered', async () => {
    expect(await backend.call('settings.setSystemShortcut', { keys: 'KeyN' })).toMatchObject({ code: 'bad_input' });
    expect(held()).toEqual([]);
  });
});
