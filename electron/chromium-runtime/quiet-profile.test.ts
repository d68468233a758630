import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepQuiet } from './quiet-profile.ts';

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'rapport-quiet-'));
});
afterEach(() => rmSync(profile, { recursive: true }));

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(profile, file), 'utf8'));
const files = ['Default/Preferences', 'Local State'];

test('a profile leads nowhere, and keeps what Chromium wrote into it', () => {
  keepQuiet(profile, null);
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ net: { other: 1 }, zoom: 2 }));
  keepQuiet(profile, null);
  for (const file of files) expect(read(file)).toMatchObject({ proxy: { mode: 'pac_script', pac_mandatory: true } });
  expect(read('Default/Preferences')).toMatchObject({ zoom: 2, net: { other: 1, network_prediction_options: 2 } });
});

test('with a server of this computer the way is open again, and closed after it', () => {
  keepQuiet(profile, null);
  keepQuiet(profile, 'http://127.0.0.1:5173');
  for (const file of files) expect(read(file)).toMatchObject({ proxy: { mode: 'direct' } });
  keepQuiet(profile, null);
  for (const file of files) expect(read(file)).toMatchObject({ proxy: { mode: 'pac_script' } });
});

test('a broken file is begun anew', () => {
  writeFileSync(path.join(profile, 'Local State'), '{');
  keepQuiet(profile, null);
  expect(read('Local State')).toMatchObject({ proxy: { mode: 'pac_script' } });
});
