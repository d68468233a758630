import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../electron/launcher/build.ts';

/** A file that breaks one rule of the rooms, and the tool that must refuse it. */
interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly tool: 'oxlint' | 'tsc';
  /** Words of the refusal. */
  readonly says: string;
}

const violations: readonly Violation[] = [
  {
    rule: 'shared imports no other room',
    file: 'shared/violation.ts',
    text: `import { openFile } from '../db/open.ts';\nexport const broken = openFile;\n`,
    tool: 'oxlint',
    says: 'imports no other room',
  },
  {
    rule: 'shared has no Node',
    file: 'shared/violation.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const broken = readFileSync;\n`,
    tool: 'oxlint',
    says: 'plain ECMAScript',
  },
  {
    rule: 'shared has no window',
    file: 'shared/violation.ts',
    text: `export const broken: string = window.location.href;\n`,
    tool: 'tsc',
    says: `Cannot find name 'window'`,
  },
  {
    rule: 'shared has no clock of Node',
    file: 'shared/violation.ts',
    text: `export const broken: number = process.uptime();\n`,
    tool: 'tsc',
    says: `Cannot find name 'process'`,
  },
  {
    rule: 'shared does not ask what time it is',
    file: 'shared/violation.ts',
    text: `export const broken = (): number => Date.now();\n`,
    tool: 'oxlint',
    says: 'shared/ has no clock',
  },
  {
    rule: 'shared makes no date of now',
    file: 'shared/violation.ts',
    text: `export const broken = (): Date => new Date();\n`,
    tool: 'oxlint',
    says: 'shared/ has no clock',
  },
  {
    rule: 'shared rolls no dice',
    file: 'shared/violation.ts',
    text: `export const broken = (): number => Math.random();\n`,
    tool: 'oxlint',
    says: 'shared/ rolls no dice',
  },
  {
    rule: 'the main process has no document',
    file: 'electron/backend/violation.ts',
    text: `export const broken = (): string => document.title;\n`,
    tool: 'oxlint',
    says: 'The main process has no page',
  },
  {
    rule: 'the main process has no window of a page',
    file: 'electron/backend/violation.ts',
    text: `export const broken = (): string => window.name;\n`,
    tool: 'oxlint',
    says: 'The main process has no page',
  },
  {
    rule: 'a subfolder of electron does not import Electron later either',
    file: 'electron/backend/violation.ts',
    text: `export const broken = async (): Promise<unknown> => import('electron');\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'a subfolder of electron does not require it',
    file: 'electron/launcher/violation.ts',
    text: `export const broken = (): unknown => require('electron');\n`,
    tool: 'oxlint',
    says: 'no-require-imports',
  },
  {
    rule: 'db knows no Electron',
    file: 'db/violation.ts',
    text: `import { app } from 'electron';\nexport const broken = app;\n`,
    tool: 'oxlint',
    says: 'nothing above it',
  },
  {
    rule: 'db does not import the main process',
    file: 'db/violation.ts',
    text: `import { startOptions } from '../electron/backend/start-options.ts';\nexport const broken = startOptions;\n`,
    tool: 'tsc',
    says: 'is not under',
  },
  {
    rule: 'db has no window',
    file: 'db/violation.ts',
    text: `export const broken: string = document.title;\n`,
    tool: 'tsc',
    says: `Cannot find name 'document'`,
  },
  {
    rule: 'a subfolder of electron does not touch Electron',
    file: 'electron/backend/violation.ts',
    text: `import { shell } from 'electron';\nexport const broken = shell;\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'not even for a type',
    file: 'electron/backend/violation.ts',
    text: `import type { Shell } from 'electron';\nexport type Broken = Shell;\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'the Chromium runtime never loads Electron',
    file: 'electron/chromium-runtime/violation.ts',
    text: `import { shell } from 'electron';\nexport const broken = shell;\n`,
    tool: 'oxlint',
    says: 'stands in for Electron',
  },
  {
    rule: 'SQL stays in db',
    file: 'electron/backend/violation.ts',
    text: `import Database from 'better-sqlite3';\nexport const broken = Database;\n`,
    tool: 'oxlint',
    says: 'asks db/ for data',
  },
  {
    rule: 'the page does not import db',
    file: 'renderer/board/violation.ts',
    text: `import { openFile } from '../../db/open.ts';\nexport const broken = openFile;\n`,
    tool: 'oxlint',
    says: 'only through renderer/api.ts',
  },
  {
    rule: 'the page has no Node',
    file: 'renderer/violation.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const broken = readFileSync;\n`,
    tool: 'oxlint',
    says: 'only through renderer/api.ts',
  },
  {
    rule: 'an area does not import another area',
    file: 'renderer/board/violation.ts',
    text: `import { broken as other } from '../notes/violation.ts';\nexport const broken = other;\n`,
    tool: 'oxlint',
    says: 'An area never imports another area',
  },
  {
    rule: 'what all areas share imports no area',
    file: 'renderer/ui/violation.ts',
    text: `import { broken as other } from '../board/violation.ts';\nexport const broken = other;\n`,
    tool: 'oxlint',
    says: 'An area never imports another area',
  },
  {
    rule: 'an area does not import another area the long way round',
    file: 'renderer/board/violation.ts',
    text: `import { broken as other } from '../../renderer/notes/violation.ts';\nexport const broken = other;\n`,
    tool: 'oxlint',
    says: 'An area never imports another area',
  },
  {
    rule: 'what lies below electron does not know its window',
    file: 'electron/backend/violation.ts',
    text: `import * as above from '../window.ts';\nexport const broken = above;\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'what lies below electron does not know its desktop',
    file: 'electron/backend/violation.ts',
    text: `import * as above from '../desktop.ts';\nexport const broken = above;\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'what lies below electron does not know its main',
    file: 'electron/backend/violation.ts',
    text: `import * as above from '../main.ts';\nexport const broken = above;\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'nor does the Chromium runtime',
    file: 'electron/chromium-runtime/violation.ts',
    text: `import * as above from '../window.ts';\nexport const broken = above;\n`,
    tool: 'oxlint',
    says: 'knows nothing of the program',
  },
  {
    rule: 'shared does not ask for today',
    file: 'shared/violation.ts',
    text: `import { getLocalTimeZone, today } from '@internationalized/date';\nexport const broken = (): string => today(getLocalTimeZone()).toString();\n`,
    tool: 'oxlint',
    says: 'shared/ has no clock',
  },
  {
    rule: 'shared finds no clock behind globalThis',
    file: 'shared/violation.ts',
    text: `export const broken = (): number => globalThis.Date.now();\n`,
    tool: 'oxlint',
    says: 'reaches for nothing of the world',
  },
  {
    rule: 'no file name gets past the rules of electron',
    file: 'electron/backend/violation.mjs',
    text: `import { shell } from 'electron';\nexport const broken = shell;\n`,
    tool: 'oxlint',
    says: 'Only files directly in electron/',
  },
  {
    rule: 'no file name gets past the rules of shared',
    file: 'shared/violation.mts',
    text: `import { readFileSync } from 'node:fs';\nexport const broken = readFileSync;\n`,
    tool: 'oxlint',
    says: 'plain ECMAScript',
  },
  {
    rule: 'no file name gets past the rules of db',
    file: 'db/violation.tsx',
    text: `import { app } from 'electron';\nexport const broken = app;\n`,
    tool: 'oxlint',
    says: 'nothing above it',
  },
  {
    rule: 'no file name gets past the rules of the page',
    file: 'renderer/violation.mts',
    text: `import { readFileSync } from 'node:fs';\nexport const broken = readFileSync;\n`,
    tool: 'oxlint',
    says: 'only through renderer/api.ts',
  },
  {
    rule: 'the files that touch Electron have no page either',
    file: 'electron/violation.ts',
    text: `export const broken = (): string => document.title;\n`,
    tool: 'oxlint',
    says: 'The main process has no page',
  },
  {
    rule: 'a promise is awaited or said to be let go',
    file: 'db/violation.ts',
    text: `async function save(): Promise<void> {}\nexport function broken(): void {\n  save();\n}\n`,
    tool: 'oxlint',
    says: 'no-floating-promises',
  },
];

const rooms = ['shared', 'db', 'electron', 'renderer'];

/** What only looks like a violation. */
const lookalikes = [
  ['shared', `export const kept = (now: number, chance: number): number => Math.floor(now * chance);\n`],
  ['electron/backend', `export const kept = (document: { readonly title: string }): string => document.title;\n`],
  ['electron/backend', `export const kept = (): number => Date.now() * Math.random();\n`],
  ['electron/launcher', `export const kept = async (): Promise<unknown> => import('vite');\n`],
] as const;

const keeping = (room: string): string =>
  `import { stages } from '${room === 'shared' ? '.' : '../shared'}/stage.ts';\nexport const kept = stages.length;\n`;

/** Every case has a file of its own, so that each tool has to look only once. */
const numbered = (file: string, kind: string, index: number): string =>
  file.replace('violation.', `${kind}-${index}-violation.`);
const violationFile = ({ file }: Violation, index: number): string => numbered(file, 'broken', index);
const lookalikeFile = (room: string, index: number): string => numbered(`${room}/violation.ts`, 'alike', index);
const keepingFile = (room: string, index: number): string => numbered(`${room}/violation.ts`, 'kept', index);

interface LintReport {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code: string;
    readonly message: string;
    readonly help?: string;
  }[];
}

type Files = readonly (readonly [file: string, text: string])[];

const broken = violations.map((violation, index) => ({ ...violation, file: violationFile(violation, index) }));
const brokenFor = (tool: Violation['tool']): Files =>
  broken.filter((violation) => violation.tool === tool).map(({ file, text }) => [file, text]);
const alike: Files = lookalikes.map(([room, text], index) => [lookalikeFile(room, index), text]);
const kept: Files = rooms.map((room, index) => [keepingFile(room, index), keeping(room)]);

let house = '';
/** What each tool says of a file, and how many files the linter looked at. */
let said: Readonly<Record<Violation['tool'], (file: string) => string>> = { oxlint: () => '', tsc: () => '' };
let looked = 0;

function run(tool: Violation['tool'], args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(path.join(root, 'node_modules/.bin', tool), args, {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return `${stdout}${stderr}`;
}

function write(files: Files): void {
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
}

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'rapport-rooms-'));
  for (const name of [...rooms, 'tsconfig.json', '.oxlintrc.json', 'package.json']) {
    cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  // First, and alone: a file that imports Node brings its types into the room.
  write([...brokenFor('tsc'), ...kept]);
  const types = run('tsc', ['-b', '--pretty', 'false', ...rooms]).split(/\n(?=\S)/);
  const wanted = [...brokenFor('oxlint'), ...alike, ...kept];
  write(wanted);
  // Its form for people differs with the place it runs at.
  const lint: LintReport = JSON.parse(
    run('oxlint', ['--type-aware', '--format=json', ...wanted.map(([file]) => file)]),
  );
  looked = lint.number_of_files;
  said = {
    tsc: (file) => types.filter((part) => part.startsWith(`${file}(`)).join('\n'),
    oxlint: (file) =>
      lint.diagnostics
        .filter(({ filename }) => filename === file)
        .map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`)
        .join('\n'),
  };
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

describe('the rules of the rooms', () => {
  it.each(broken)('$rule', ({ tool, file, says }) => {
    expect(said[tool](file)).toContain(says);
  });

  it.each(alike)('what only looks like a violation passes in %s: %s', (file) => {
    expect(said.oxlint(file)).toBe('');
  });

  it.each(kept)('a file that keeps the rules passes: %s', (file) => {
    expect(said.oxlint(file)).toBe('');
    expect(said.tsc(file)).toBe('');
  });

  it('every file was looked at', () => {
    expect(looked).toBe(brokenFor('oxlint').length + alike.length + kept.length);
  });
});
