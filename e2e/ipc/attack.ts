import type Database from 'better-sqlite3';
import { dataDigestOf } from '../../db/digest.ts';
import { livingDigest } from '../../db/living-digest-in-test.ts';
import { commands } from '../../electron/backend/every-call/cases-in-test.ts';
import type { Scene } from '../../electron/backend/every-call/scene-in-test.ts';
import { type CallName, callSizeLimit, type Reply } from '../../shared/contract/contract.ts';
import { errorCodes } from '../../shared/errors.ts';
import { hundredMegabytes, isMalformed, payloadsOf, unknownCalls } from './payloads.ts';

export interface Target {
  readonly reply: (name: unknown, input: unknown) => Promise<Reply<unknown>>;
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
  readonly payloads: number;
  /** Such as the schema allows, with records that are not there, or of another kind. */
  readonly allowed: number;
  readonly carriedOut: number;
  readonly replayed: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly bad: readonly string[];
}

/** They put another file in place, ask the disk for a long while, or cannot be undone: only what is malformed is tried. */
const heavy: readonly RegExp[] = [
  /^settings\.(?:openSample|leaveSample|chooseDataFolder|finishFirstRun)$/,
  /^safety\.(?:restoreOver|restoreBackup|readyToClose|sealBackups|sealEarlier|backUpNow|compareBackup|checkBackup)$/,
  /^erasing\./,
  /^handoff\.export/,
  /^transfer\./,
];
/** With the id of its session a note is written on. */
const sessions: readonly CallName[] = ['notes.write'];
const allowedOfEach = 8;

const leaks: readonly RegExp[] = [
  /\n\s+at /,
  /\bat .+:\d+:\d+/,
  /node_modules|\.m?[jt]s:\d/,
  /SQLITE|constraint failed|\b(?:select|insert|update|delete)\b.+\b(?:from|into|set)\b/i,
  /no such (?:table|column)/i,
];

interface Seen {
  readonly version: unknown;
  readonly data: string;
  readonly living: string;
}

/** Tries a program's one door with everything that does not belong there. */
export class Attack {
  readonly #target: Target;
  readonly #count: number;
  readonly #refused: Record<string, number> = {};
  readonly #bad: string[] = [];
  #payloads = 0;
  #allowed = 0;
  #carriedOut = 0;
  #replayed = 0;
  #seed = 1;
  #seen: Seen | null = null;

  constructor(target: Target, count: number) {
    this.#target = target;
    this.#count = count;
  }

  found(): Found {
    return {
      payloads: this.#payloads,
      allowed: this.#allowed,
      carriedOut: this.#carriedOut,
      replayed: this.#replayed,
      refused: this.#refused,
      bad: this.#bad,
    };
  }

  /** One call, with a valid example of this moment. */
  async on(name: CallName, example: unknown): Promise<void> {
    const { files, dialogs } = this.#target;
    const before = { files: files().join('\n'), dialogs: dialogs() };
    const ids = this.#target.scene
      .query(
        `select id from partner union all select id from client union all select id from note union all select id from task
          union all select id from handoff union all select id from kpi`,
      )
      .map(String);
    let malformed = 0;
    let allowed = heavy.some((pattern) => pattern.test(name)) ? allowedOfEach : 0;
    const isFirstOfArea = !this.#areas.has(name.split('.')[0] ?? '');
    if (isFirstOfArea) await this.#large(name);
    const later: unknown[] = [];
    for (const payload of payloadsOf({ example, ids, scene: this.#target.scene, seed: (this.#seed += 1) })) {
      if (malformed >= this.#count) break;
      if (isMalformed(name, payload)) {
        malformed += 1;
        await this.#refuse(name, payload);
      } else if (allowed < allowedOfEach) {
        allowed += 1;
        later.push(payload);
      }
    }
    if (dialogs() !== before.dialogs) this.#say(name, 'a dialog was opened');
    if (files().join('\n') !== before.files) this.#say(name, 'files came or went');
    for (const payload of later) await this.#carryOut(name, payload);
  }

  readonly #areas = new Set<string>();

  async #large(name: CallName): Promise<void> {
    this.#areas.add(name.split('.')[0] ?? '');
    await this.#refuse(name, hundredMegabytes(), 'too_large');
    await this.#refuse(name, { extra: 'x'.repeat(callSizeLimit) }, 'too_large');
  }

  /** Nothing of it may reach a handler. */
  async #refuse(name: CallName, payload: unknown, code?: string): Promise<void> {
    this.#payloads += 1;
    const version = this.#version();
    const reply = await this.#asked(name, payload);
    if (reply === null) return;
    if (reply.ok) this.#say(name, `took what does not fit: ${shown(payload)}`);
    else if (code !== undefined && reply.code !== code) this.#say(name, `${reply.code} and not ${code}`);
    else if (reply.code !== 'bad_input' && reply.code !== 'too_large')
      this.#say(name, `${reply.code} for ${shown(payload)}`);
    if (this.#version() !== version) this.#say(name, `wrote on ${shown(payload)}`);
  }

  /** A handler sees it: a refusal that it knows, or an ordinary command that is undone. */
  async #carryOut(name: CallName, payload: unknown): Promise<void> {
    this.#allowed += 1;
    const file = this.#target.file();
    const { data, living } = this.#state();
    const seq = lastSeq(file);
    const reply = await this.#asked(name, payload);
    if (this.#state().data === data) return;
    const entries = entriesAfter(file, seq);
    if (reply?.ok !== true || !commands.includes(name) || entries.some((entry) => entry.name !== name))
      return this.#say(name, `changed the data on ${shown(payload)}`);
    this.#carriedOut += 1;
    const back = await this.#target.reply('safety.undo', { commandId: this.#target.scene.newId() });
    if (!back.ok) this.#say(name, `not undone: ${back.code}, ${shown(payload)}`);
    else if (this.#state().living !== living) this.#say(name, `not undone whole, ${shown(payload)}`);
  }

  /** After a command was carried out: its id again, with other words and as another command. */
  async replay(name: CallName, example: unknown): Promise<void> {
    if (!commands.includes(name) || sessions.includes(name) || heavy.some((pattern) => pattern.test(name))) return;
    const commandId: unknown = Object(example)['commandId'];
    const { data } = this.#state();
    const other = name === 'settings.addPartner' ? 'board.createClient' : 'settings.addPartner';
    const stolen = await this.#asked(other, { commandId, name: 'Again', stage: 'stable' });
    if (stolen?.ok !== false || stolen.code !== 'conflict') this.#say(name, 'its id was taken by another command');
    let tries = 0;
    for (const payload of payloadsOf({ example, ids: [], scene: this.#target.scene, seed: 0 })) {
      if (tries >= 200) break;
      tries += 1;
      if (isMalformed(name, payload) || Object(payload)['commandId'] !== commandId) continue;
      this.#replayed += 1;
      await this.#asked(name, payload);
    }
    if (this.#state().data !== data) this.#say(name, 'carried out again under the same id');
  }

  async unknown(): Promise<void> {
    for (const name of unknownCalls)
      for (const input of [undefined, {}, { commandId: this.#target.scene.newId() }]) {
        this.#payloads += 1;
        const reply = await this.#asked(name, input);
        if (reply?.ok !== false || reply.code !== 'unknown_call')
          this.#say(String(name), 'an unknown call is answered');
      }
  }

  async #asked(name: unknown, payload: unknown): Promise<Reply<unknown> | null> {
    try {
      const reply = await this.#target.reply(name, payload);
      if (!reply.ok) this.#judge(String(name), reply, payload);
      return reply;
    } catch (error) {
      this.#say(String(name), `threw ${error instanceof Error ? error.name : 'something'} on ${shown(payload)}`);
      return null;
    }
  }

  #judge(name: string, reply: Extract<Reply<unknown>, { ok: false }>, payload: unknown): void {
    this.#refused[reply.code] = (this.#refused[reply.code] ?? 0) + 1;
    if (!errorCodes.includes(reply.code) || reply.code === 'unexpected')
      this.#say(name, `${reply.code} for ${shown(payload)}`);
    const text = JSON.stringify(reply);
    const said = JSON.stringify([reply.message, ...Object.values(reply.fields ?? {})]);
    const isLeak =
      leaks.some((pattern) => pattern.test(said)) || this.#target.secrets.some((each) => text.includes(each));
    if (isLeak || text.length > 5000) this.#say(name, `says too much: ${text.slice(0, 200)}`);
  }

  /** Read anew only after somebody has written. */
  #state(): Seen {
    const file = this.#target.file();
    const version = this.#version();
    const known = this.#seen;
    if (known !== null && known.version === version) return known;
    const seen = { version, data: dataDigestOf(file), living: livingDigest(file) };
    this.#seen = seen;
    return seen;
  }

  #version(): unknown {
    return this.#target.file().pragma('data_version', { simple: true });
  }

  #say(name: string, what: string): void {
    this.#bad.push(`${name}: ${what}`);
    this.#target.said(`${name}: ${what}`);
  }
}

const lastSeq = (file: Database.Database) =>
  Number(file.prepare('select coalesce(max(seq), 0) from local_command').pluck().get());

function entriesAfter(file: Database.Database, seq: number): readonly { readonly name: string }[] {
  return file.prepare<[number], { readonly name: string }>('select name from local_command where seq > ?').all(seq);
}

function shown(payload: unknown): string {
  try {
    return (JSON.stringify(payload) ?? String(payload)).slice(0, 160);
  } catch {
    return typeof payload;
  }
}
