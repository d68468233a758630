import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { root } from '../electron/launcher/build.ts';
import { expect, test } from './app.ts';
import { fabricateElectron } from './fabricated-electron.ts';
import { Program } from './program.ts';
import { defaultOptions } from './program-options.ts';

test.describe.configure({ mode: 'serial' });
let folder = '';
let packed = '';

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-package-'));
  const distribution = path.join(folder, 'electron');
  fabricateElectron(distribution);
  const builder = path.join(root, 'node_modules/.bin/electron-builder');
  const output = path.join(folder, 'out');
  const settings = [`-c.electronDist=${distribution}`, `-c.directories.output=${output}`];
  execFileSync(builder, ['--dir', '--linux', '--publish=never', ...settings], { cwd: root, stdio: 'pipe' });
  packed = path.join(output, readdirSync(output).find((name) => name.endsWith('unpacked')) ?? '');
});

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const native = `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;

/** All that a package may hold, besides folders. */
const allowed = [
  /^\/package\.json$/,
  /^\/dist\/electron\/(main\.js|preload\.cjs|index-worker\.js|note-worker\.js|backup-worker\.js)$/,
  /^\/dist\/electron\/word-forms\/[\w.-]+$/,
  /^\/dist\/renderer\/(index\.html|icon\.svg)$/,
  /^\/dist\/renderer\/assets\/[\w-]+\.(js|css)$/,
  /^\/dist\/renderer\/fonts\/[\w-]+\.woff2$/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
];

function packedFiles(): readonly string[] {
  const names = listPackage(path.join(packed, 'resources/app.asar'), { isPack: false });
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}

test('the package holds what it needs and nothing else', () => {
  const files = packedFiles();
  expect(files.filter((name) => name !== native && !allowed.some((pattern) => pattern.test(name)))).toEqual([]);
  for (const needed of [
    '/package.json',
    '/dist/electron/main.js',
    '/dist/electron/preload.cjs',
    '/dist/electron/index-worker.js',
    '/dist/electron/note-worker.js',
    '/dist/electron/backup-worker.js',
    '/dist/electron/word-forms/words.dawg',
    '/dist/renderer/index.html',
    native,
  ]) {
    expect(files).toContain(needed);
  }
  for (const font of ['golos-text-cyrillic', 'golos-text-latin', 'source-serif-4-cyrillic', 'source-serif-4-latin']) {
    expect(
      files.some((name) => name.includes(font)),
      font,
    ).toBe(true);
  }
});

test('the native file alone stands outside the archive', () => {
  const outside = path.join(packed, 'resources/app.asar.unpacked');
  const files = readdirSync(outside, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(outside, name)).isFile(),
  );
  expect(files.map((name) => `/${name}`)).toEqual([native]);
});

test('the archive stays small: half of it is the dictionary of Russian', () => {
  expect(statSync(path.join(packed, 'resources/app.asar')).size).toBeLessThan(21_500_000);
});

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(path.join(packed, 'rapport'));
  const state = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  expect(state(FuseV1Options.RunAsNode)).toBe(false);
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe(true);
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
});

test('the packed program keeps a client', async ({ folder: home }) => {
  const extracted = path.join(home, 'package');
  extractAll(path.join(packed, 'resources/app.asar'), extracted);
  const program = new Program(home, { ...defaultOptions, mainFile: path.join(extracted, 'dist/electron/main.js') });
  try {
    await program.start();
    await expect(program.page.getByRole('textbox', { name: 'Agency' })).toBeFocused();
    await program.page.keyboard.press('Enter');
    await expect(program.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
    await program.page.getByRole('button', { name: 'New client in Steady' }).click();
    await program.page.getByRole('dialog', { name: 'New client' }).getByLabel('Name').fill('Alder Furniture');
    await program.page.keyboard.press('Enter');
    await expect(program.page.getByRole('link', { name: 'Alder Furniture' })).toBeVisible();
    await program.restart();
    await expect(program.page.getByRole('link', { name: 'Alder Furniture' })).toBeVisible();
    expect(program.problems()).toEqual([]);
  } finally {
    await program.kill();
  }
});
