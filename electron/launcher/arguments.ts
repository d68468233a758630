import path from 'node:path';
import { parseArgs } from 'node:util';

/** What stands behind `npm start --`, understood to the last word. */
export interface Arguments {
  readonly runtime: 'electron' | 'chromium' | 'any';
  readonly isHeadless: boolean;
  /** What the program itself gets, with absolute paths. */
  readonly forProgram: readonly string[];
}

export interface Misunderstood {
  readonly problem: string;
}

const paths = { data: 'a folder', picture: 'a file' } as const;
const switches = ['sample', 'smoke', 'headless', 'electron', 'chromium', 'debugging-port'];
const forLauncher = new Set(['electron', 'chromium']);

function isPath(name: string): name is keyof typeof paths {
  return Object.hasOwn(paths, name);
}

type Word = { readonly word: string; readonly name: string } | Misunderstood;

/** Strict, unlike the program, which gets Chromium's switches too: a slip of the finger must not open real data. */
function wordsOf(args: readonly string[], folder: string): readonly Word[] {
  const flags = Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }]));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: { ...flags, data: { type: 'string' }, picture: { type: 'string' } },
  });
  return tokens.map((token): Word => {
    if (token.kind === 'positional') return { problem: `Rapport does not know what to do with "${token.value}".` };
    if (token.kind === 'option-terminator') return { problem: 'Rapport does not know what to do with "--".' };
    const { name, rawName, value, inlineValue } = token;
    if (isPath(name)) {
      const isMissing = value === undefined || value === '' || (!inlineValue && value.startsWith('-'));
      if (isMissing) return { problem: `${rawName} needs ${paths[name]}: ${rawName} PATH.` };
      return { name, word: `--${name}=${path.resolve(folder, value)}` };
    }
    if (!switches.includes(name) || !rawName.startsWith('--')) return { problem: `Rapport does not know ${rawName}.` };
    return value === undefined ? { name, word: rawName } : { problem: `${rawName} takes no value.` };
  });
}

const known = [...Object.keys(paths), 'sample', 'headless', 'smoke', 'electron', 'chromium'];

/** Paths count from where npm was called; npm itself runs its scripts in the folder of the package. */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Arguments | Misunderstood {
  const folder = environment['INIT_CWD'] ?? workingFolder;
  const words: string[] = [];
  const names = new Set<string>();
  for (const each of wordsOf(args, folder)) {
    if ('problem' in each) {
      return { problem: `${each.problem}\nIt knows: ${known.map((name) => `--${name}`).join(', ')}.` };
    }
    names.add(each.name);
    if (!forLauncher.has(each.name)) words.push(each.word);
  }
  if (names.has('electron') && names.has('chromium')) return { problem: 'Choose one: --electron or --chromium.' };
  if (names.has('electron') && names.has('headless')) {
    return { problem: 'Electron always opens a window: leave out --electron or --headless.' };
  }
  const named = environment['RAPPORT_DATA'];
  if (named && !names.has('data')) words.push(`--data=${path.resolve(folder, named)}`);
  const isHeadless = names.has('headless');
  const runtime = names.has('electron') ? 'electron' : names.has('chromium') || isHeadless ? 'chromium' : 'any';
  return { runtime, isHeadless, forProgram: words };
}
