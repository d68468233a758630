import type Database from 'better-sqlite3';
import type { Scene } from '../../electron/backend/every-call/scene-in-test.ts';
import type { CallName, Reply } from '../../shared/contract/contract.ts';

export type Asked = (name: unknown, input: unknown) => Promise<Reply<unknown>>;

export interface Target {
  /** As the program's own page asks. */
  readonly reply: Asked;
  /** Whoever is not that page, by what is wrong with it. */
  readonly forged: readonly (readonly [string, Asked])[];
  readonly scene: Scene;
  /** A second connection to the data file. */
  readonly file: () => Database.Database;
  /** How many dialogs were opened so far. */
  readonly dialogs: () => number;
  /** All files around the program, by name. */
  readonly files: () => readonly string[];
  /** Folders that no refusal may name. */
  readonly secrets: readonly string[];
  readonly said: (fault: string) => void;
}

export interface Found {
  readonly calls: number;
  /** What was tried, by family. */
  readonly tried: Readonly<Record<string, number>>;
  /** Of those that the schema allows, commands that were carried out and undone. */
  readonly carriedOut: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Kinds of mutation that no call met. */
  readonly missing: readonly string[];
  /** Calls that met too few of a family. */
  readonly short: readonly string[];
  readonly bad: readonly string[];
}

/** They put another file in place, ask the disk for a long while, or cannot be undone: of what the schema allows only records that are not there are tried. */
const heavy: readonly RegExp[] = [
  /^settings\.(?:openSample|leaveSample|chooseDataFolder|finishFirstRun)$/,
  /^safety\.(?:restoreOver|restoreBackup|readyToClose|sealBackups|sealEarlier|backUpNow|compareBackup|checkBackup)$/,
  /^erasing\./,
  /^handoff\.export/,
  /^transfer\./,
];
/** With the id of its session a note is written on. */
export const sessions: readonly CallName[] = ['notes.write'];
export const steps: readonly CallName[] = ['safety.undo', 'safety.redo'];
export const isHeavy = (name: CallName) => heavy.some((pattern) => pattern.test(name));
/** A note that goes on is written. */
export const loggedAs = (name: CallName): CallName => (name === 'notes.revise' ? 'notes.write' : name);
/** Where an example names a record that is deleted, or not made yet, one of its own kind is no foreign one. */
export function ownKind(name: CallName, example: unknown): string | null {
  if (name === 'safety.restore') return `a ${String(Reflect.get(Object(example), 'kind'))}`;
  return name.startsWith('notes.') && name.endsWith('Template') ? 'a note_template' : null;
}
/** A note that is there keeps its client, whatever a save of it says. */
export const passedOver: Readonly<Partial<Record<CallName, string>>> = { 'notes.revise': 'clientId' };
/** What is gone for good already is not refused but passed over. */
export const saidTwice: CallName = 'erasing.deleteForGood';
