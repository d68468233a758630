import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../electron/launcher/build.ts';

/** The public mark in Electron's binary behind which its fuses stand, their version and number, and the fuses. */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/** Files that electron-builder expects beside the binary. */
const files = [
  'LICENSE',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'resources.pak',
  'icudtl.dat',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'libffmpeg.so',
  'locales/en-US.pak',
  'locales/ru.pak',
  'locales/de.pak',
];

function electronVersion(): string {
  const described: unknown = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
  return typeof described === 'object' && described !== null ? String(Reflect.get(described, 'version')) : '';
}

/** A distribution in the shape of Electron's, to pack without its binary: any program with fuses at its end. */
export function fabricateElectron(folder: string): void {
  for (const name of ['locales', 'resources']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of files) writeFileSync(path.join(folder, name), '');
  writeFileSync(path.join(folder, 'version'), electronVersion());
  const binary = path.join(folder, 'electron');
  copyFileSync('/bin/true', binary);
  writeFileSync(binary, Buffer.concat([readFileSync(binary), fuses]), { mode: 0o755 });
}
