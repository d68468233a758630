import { describe, expect, test } from 'vitest';
import { electronVersions, loosenedFuses, packagingFaults, readPackaging } from './packaging-faults.ts';
import { windowFaults } from './window-faults.ts';

const good = {
  webPreferences: {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    webviewTag: false,
    devTools: false,
    preload: '/program/dist/electron/preload.cjs',
  },
} as const;
const { preload: _bridge, ...withoutBridge } = good.webPreferences;
const hidden = { show: false, webPreferences: { ...withoutBridge, javascript: false } };

test('a window as the program opens it has no faults', () => {
  expect(windowFaults(good)).toEqual([]);
  expect(windowFaults(hidden)).toEqual([]);
});

describe('a loosened window is caught', () => {
  test.each([
    ['2', { nodeIntegration: true }],
    ['2', { nodeIntegrationInWorker: true }],
    ['2', { nodeIntegrationInSubFrames: true }],
    ['3', { contextIsolation: false }],
    ['4', { sandbox: false }],
    ['6', { webSecurity: false }],
    ['8', { allowRunningInsecureContent: true }],
    ['9', { experimentalFeatures: true }],
    ['10', { enableBlinkFeatures: 'CSSVariables' }],
    ['11', { webviewTag: true }],
    ['developer', { devTools: true }],
    ['dictionaries', { spellcheck: true }],
    ['unknown', { navigateOnDragDrop: true }],
    ['unknown', { additionalArguments: ['--inspect'] }],
    ['another', { preload: '/program/other.cjs' }],
  ])('%s %j', (words, change) => {
    const [fault] = windowFaults({ ...good, webPreferences: { ...good.webPreferences, ...change } });
    expect(fault).toMatch(new RegExp(`^${words}\\b`));
  });

  test.each([
    ['3', 'contextIsolation'],
    ['4', 'sandbox'],
    ['6', 'webSecurity'],
    ['2', 'nodeIntegration'],
    ['developer', 'devTools'],
  ])('%s: %s left to the default', (words, name) => {
    const { [name]: _left, ...rest }: Record<string, unknown> = good.webPreferences;
    expect(windowFaults({ webPreferences: rest })[0]).toMatch(new RegExp(`^${words}\\b`));
  });

  test.each([
    ['scripts', { javascript: true }],
    ['a bridge', { preload: '/program/dist/electron/preload.cjs' }],
  ])('%s in the window that prints', (words, change) => {
    expect(windowFaults({ ...hidden, webPreferences: { ...hidden.webPreferences, ...change } })[0]).toContain(words);
  });
});

test('19 the packaging has no faults, and every fuse is set in so many words', () => {
  expect(packagingFaults(readPackaging())).toEqual([]);
});

describe('a loosened packaging is caught', () => {
  const settings = readPackaging();
  const files: readonly unknown[] = Array.isArray(settings['files']) ? settings['files'] : [];

  test.each(loosenedFuses(settings))('the fuse $fuse', ({ fuse, settings: loosened }) => {
    expect(packagingFaults(loosened)).toEqual([`19 the fuse ${fuse}`]);
  });

  test.each([
    ['packs', { files: [...files, '**/*'] }],
    ['packs', { files: [...files, 'e2e/**'] }],
    ['packs', { files: [...files, 'dist/**/*.map'] }],
    ['packs everything', { files: [] }],
    ['asar', { asar: false }],
    ['more', { asarUnpack: ['**/*'] }],
    ['publishes', { publish: { provider: 'generic', url: 'https://updates.example' } }],
    ['has extraFiles', { extraFiles: ['notes'] }],
    ['has protocols', { protocols: [{ schemes: ['rapport'] }] }],
    ['rebuilds', { npmRebuild: true }],
  ])('%s', (words, change) => {
    expect(packagingFaults({ ...settings, ...change }).join()).toContain(words);
  });
});

test('16 the Electron that is pinned is the one that is installed and locked', () => {
  const [pinned, ...others] = electronVersions();
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  expect(others).toEqual([pinned, pinned]);
});
