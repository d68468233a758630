import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../../electron/launcher/build.ts';

export type Settings = Readonly<Record<string, unknown>>;

export const readPackaging = (): Settings => parse(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'));

/** Each in so many words, whatever the defaults of Electron and of electron-builder are. */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** All that goes into the archive: what is built, and the one module that cannot be bundled. */
const packed = [
  /^dist\/electron\/(?:main|index-worker|note-worker|backup-worker)\.js$/,
  /^dist\/electron\/preload\.cjs$/,
  /^dist\/electron\/word-forms\/\*\*$/,
  /^dist\/renderer\/\*\*$/,
  /^!/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/\*\*\/\*\.js|prebuilds\/\$\{platform\}-\$\{arch\}\.node)$/,
];

const isSettings = (value: unknown): value is Settings => typeof value === 'object' && value !== null;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What is loosened in the packaging. */
export function packagingFaults(settings: Settings): readonly string[] {
  const set = isSettings(settings['electronFuses']) ? settings['electronFuses'] : {};
  const asar = isSettings(settings['asar']) ? settings['asar'] : {};
  return [
    ...Object.entries(fuses).flatMap(([fuse, state]) => (set[fuse] === state ? [] : [`19 the fuse ${fuse}`])),
    ...(isSettings(settings['asar']) && asar['smartUnpack'] === false ? [] : ['asar unpacks by itself']),
    ...(list(settings['asarUnpack']).join() === '**/*.node' ? [] : ['more than native files stands outside']),
    ...list(settings['files']).flatMap((file) =>
      packed.some((pattern) => pattern.test(String(file))) ? [] : [`packs ${String(file)}`],
    ),
    ...(list(settings['files']).length > 0 ? [] : ['packs everything']),
    ...(settings['publish'] === null ? [] : ['publishes']),
    ...[
      'extraFiles',
      'extraResources',
      'protocols',
      'fileAssociations',
      'electronDist',
      'afterPack',
      'extends',
    ].flatMap((name) => (name in settings ? [`has ${name}`] : [])),
    ...(settings['npmRebuild'] === false && settings['nodeGypRebuild'] === false ? [] : ['rebuilds modules']),
  ];
}

interface Manifest {
  readonly version?: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, { readonly version?: string }>>;
}

/** The Electron that is asked for, the one that is installed and the one that is locked. */
export function electronVersions(): readonly (string | undefined)[] {
  const read = (name: string): Manifest => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
  return [
    read('package.json').devDependencies?.['electron'],
    read('node_modules/electron/package.json').version,
    read('package-lock.json').packages?.['node_modules/electron']?.version,
  ];
}

/** Each fuse turned the other way, and each left out. */
export function loosenedFuses(settings: Settings): readonly { readonly fuse: string; readonly settings: Settings }[] {
  const fusesOf: Settings = Object.assign({}, settings['electronFuses']);
  return Object.entries(fusesOf).flatMap(([fuse, state]) => {
    const { [fuse]: _left, ...rest } = fusesOf;
    return [{ ...fusesOf, [fuse]: state !== true }, rest].map((electronFuses) => ({
      fuse,
      settings: { ...settings, electronFuses },
    }));
  });
}
