import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headlessSwitches } from './headless-switches.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rapport-switches-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in Chromium's place, which writes down how it was called and ends. */
function scribe(notes: string): string {
  const file = path.join(folder, 'scribe');
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}'\n`, { mode: 0o700 });
  return file;
}

let called: readonly string[] = [];
beforeAll(async () => {
  const notes = path.join(folder, 'called');
  const launching = chromium.launch({ executablePath: scribe(notes), args: [...headlessSwitches] });
  await expect(launching).rejects.toThrow();
  called = readFileSync(notes, 'utf8').split('\n');
});

/** Chromium heeds the last switch of a kind alone. */
test.runIf(process.platform !== 'win32').each(['--disable-features', '--enable-features'])(
  '%s names all that the driver asks for',
  (name) => {
    const lists = called.flatMap((each) =>
      each.startsWith(`${name}=`) ? [each.slice(name.length + 1).split(',')] : [],
    );
    expect(lists.length).toBeGreaterThan(1);
    const heeded = lists.at(-1) ?? [];
    expect(lists.flat().filter((feature) => !heeded.includes(feature))).toEqual([]);
  },
);
