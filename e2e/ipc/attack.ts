import type Database from 'better-sqlite3';
import { dataDigestOf } from '../../db/digest.ts';
import { livingDigest } from '../../db/living-digest-in-test.ts';
import { sharedTables } from '../../db/schema.ts';
import { commands } from '../../electron/backend/every-call/cases-in-test.ts';
import type { CallName, Reply } from '../../shared/contract/contract.ts';
import { faultOfRefusal, shown } from './leaks.ts';
import { changed, valueAt, waysInto } from './mutate.ts';
import {
  fieldPayloads,
  foreignPayloads,
  hugePayloads,
  isMalformed,
  type KnownIds,
  type Payload,
  prototypePayloads,
  unknownCalls,
  wholePayloads,
} from './payloads.ts';
import { type Shares, sharesOf, Tally } from './tally.ts';
import {
  type Asked,
  type Found,
  isHeavy,
  loggedAs,
  ownKind,
  passedOver,
  saidTwice,
  sessions,
  steps,
  type Target,
} from './target.ts';

/** A short attack sends huge ones to every so many calls. */
const hugeEvery = 8;

interface Seen {
  readonly version: unknown;
  readonly data: string;
  /** The settings of this computer, which are no part of the data. */
  readonly own: string;
  readonly living: string;
}

/** Tries a program's one door with everything that does not belong there. */
export class Attack {
  readonly #target: Target;
  readonly #shares: Shares;
  /** A long attack tries more of what is dear. */
  readonly #isLong: boolean;
  readonly #tally = new Tally();
  readonly #refused: Record<string, number> = {};
  readonly #bad: string[] = [];
  #calls = 0;
  #carriedOut = 0;
  #replayed = 0;
  #forged = 0;
  #unknown = 0;
  #seen: Seen | null = null;

  constructor(target: Target, count: number) {
    this.#target = target;
    this.#shares = sharesOf(count);
    this.#isLong = count >= 100;
  }

  found(): Found {
    const [replayed, forged, unknown] = [this.#replayed, this.#forged, this.#unknown];
    return {
      calls: this.#calls,
      tried: { ...this.#tally.totals(), replayed, forged, unknown },
      carriedOut: this.#carriedOut,
      refused: this.#refused,
      missing: this.#tally.missing(),
      short: this.#tally.short(),
      bad: this.#bad,
    };
  }

  /** One call, with a valid example of this moment. */
  async on(name: CallName, example: unknown): Promise<void> {
    this.#calls += 1;
    const { files, dialogs } = this.#target;
    const before = { files: files().join('\n'), dialogs: dialogs() };
    await this.#forge(name, example);
    const allowed = await this.#malformed(name, example);
    if (dialogs() !== before.dialogs) this.#say(name, 'a dialog was opened');
    if (files().join('\n') !== before.files) this.#say(name, 'files came or went');
    if (!isHeavy(name) && !steps.includes(name))
      for (const payload of this.#isLong ? allowed : allowed.slice(0, 1)) await this.#carryOut(name, payload, example);
    await this.#foreign(name, example);
    this.#expectShares(name, example);
  }

  /** From somebody else not even what is right is done. */
  async #forge(name: CallName, example: unknown): Promise<void> {
    const before = this.#state();
    for (const [what, ask] of this.#target.forged) {
      this.#forged += 1;
      const reply = await this.#asked(name, example, ask);
      if (reply !== null && (reply.ok || reply.code !== 'not_trusted')) this.#say(name, `answered to ${what}`);
    }
    if (this.#isWritten(before)) this.#say(name, 'wrote for somebody else');
  }

  /** Each family in its share; what the schema lets through is given back. */
  async #malformed(name: CallName, example: unknown): Promise<readonly Payload[]> {
    const of = { example, seed: this.#calls };
    const { whole, field, prototype } = this.#shares;
    return [
      ...(await this.#refuseAll(name, wholePayloads(of), whole)),
      ...(await this.#refuseAll(name, prototypePayloads(of), prototype)),
      ...(await this.#refuseAll(name, fieldPayloads(of), field)),
      ...(await this.#huge(name, example)),
    ];
  }

  /** They are dear: a short attack tries them on some calls only, one after another of their kinds. */
  async #huge(name: CallName, example: unknown): Promise<readonly Payload[]> {
    const turn = this.#isLong ? this.#calls : Math.floor(this.#calls / hugeEvery);
    if (!this.#isLong && this.#calls % hugeEvery !== 1) return [];
    const isHundred = this.#isLong || turn < 2;
    const { huge } = this.#shares;
    const allowed = await this.#refuseAll(
      name,
      hugePayloads({ example, seed: turn }, isHundred),
      huge + (isHundred ? 1 : 0),
    );
    this.#tally.expect(name, 'huge', huge);
    return allowed;
  }

  /** As many as its share asks for; of those that the schema allows only some are kept. */
  async #refuseAll(name: CallName, payloads: Iterable<Payload>, share: number): Promise<readonly Payload[]> {
    const allowed: Payload[] = [];
    const most = this.#isLong ? 4 : 1;
    let refused = 0;
    for (const payload of payloads) {
      if (refused >= share) break;
      const value = payload.make();
      if (payload.isTooLarge === true || isMalformed(name, value)) {
        refused += 1;
        this.#tally.add(name, payload);
        await this.#refuse(name, value);
      } else if (allowed.length < most) allowed.push(payload);
    }
    return allowed;
  }

  #expectShares(name: CallName, example: unknown): void {
    const { whole, field, prototype } = this.#shares;
    const fields = waysInto(example).length;
    const hasFields = fields > 0;
    // What is only beside the fields may be passed over, as the schema allows.
    this.#tally.expect(name, 'whole', Math.floor(whole * 0.8));
    this.#tally.expect(name, 'field', hasFields ? field : 0);
    // Each field refuses most of them, and what stands beside the fields some.
    this.#tally.expect(name, 'prototype', hasFields ? Math.min(prototype, 3 * fields + 2) : 1);
  }

  /** Nothing of it may reach a handler. */
  async #refuse(name: CallName, payload: unknown): Promise<void> {
    const before = this.#state();
    const reply = await this.#asked(name, payload);
    if (reply === null) return;
    if (reply.ok) this.#say(name, `took what does not fit: ${shown(payload)}`);
    else if (reply.code !== 'bad_input' && reply.code !== 'too_large')
      this.#say(name, `${reply.code} for ${shown(payload)}`);
    if (this.#isWritten(before)) this.#say(name, `wrote on ${shown(payload)}`);
  }

  /** A handler sees it: a refusal that it knows, or an ordinary command that is undone. */
  async #carryOut(name: CallName, payload: Payload, example: unknown): Promise<void> {
    this.#tally.add(name, payload);
    const value = this.#anew(payload.make(), example);
    const file = this.#target.file();
    const { data, living } = this.#state();
    const seq = lastSeq(file);
    const reply = await this.#asked(name, value);
    if (this.#state().data === data) return;
    const entries = entriesAfter(file, seq);
    if (
      reply?.ok !== true ||
      !commands.includes(loggedAs(name)) ||
      entries.some((entry) => entry.name !== loggedAs(name))
    )
      return this.#say(name, `changed the data on ${shown(value)}`);
    this.#carriedOut += 1;
    const back = await this.#target.reply('safety.undo', { commandId: this.#target.scene.newId() });
    if (!back.ok) this.#say(name, `not undone: ${back.code}, ${shown(value)}`);
    else if (this.#state().living !== living) this.#say(name, `not undone whole, ${shown(value)}`);
  }

  /** Records that are not there, or of another kind: nothing may come of them. */
  async #foreign(name: CallName, example: unknown): Promise<void> {
    const payloads = foreignPayloads({ example, seed: this.#calls }, this.#known(), this.#target.scene.newId);
    const own = ownKind(name, example);
    const some = payloads
      .filter(({ field, kind }) => field !== passedOver[name] && kind !== own)
      .slice(0, this.#isLong ? 24 : 2);
    for (const payload of some) {
      this.#tally.add(name, payload);
      const value = this.#anew(payload.make(), example);
      const { data } = this.#state();
      const reply = await this.#asked(name, value);
      if (reply?.ok === true && commands.includes(name) && name !== saidTwice)
        this.#say(name, `took ${payload.kind}: ${shown(value)}`);
      if (this.#state().data !== data) this.#say(name, `changed the data for ${payload.kind}: ${shown(value)}`);
    }
    this.#tally.expect(name, 'foreign', some.length);
  }

  /** Under an id of its own: what was carried out before is not looked at again. */
  #anew(value: unknown, example: unknown): unknown {
    const used: unknown = valueAt(example, ['commandId']);
    const isUsed = used !== undefined && valueAt(value, ['commandId']) === used;
    return isUsed ? changed(value, ['commandId'], this.#target.scene.newId()) : value;
  }

  #known(): KnownIds {
    const { query } = this.#target.scene;
    const tables = Object.keys(sharedTables).map((table): [string, readonly string[]] => [
      table,
      query(`select id from ${table} where deleted_at is null`).map(String),
    ]);
    return new Map(tables);
  }

  /** After a command was carried out: its id again, with the same and with other words, and as another command. */
  async replay(name: CallName, example: unknown): Promise<void> {
    if (!commands.includes(name) && !steps.includes(name)) return;
    const commandId: unknown = Object(example)['commandId'];
    const { data } = this.#state();
    const other = name === 'settings.addPartner' ? 'board.createClient' : 'settings.addPartner';
    const stolen = await this.#asked(other, { commandId, name: 'Again', stage: 'stable' });
    if (stolen?.ok !== false || stolen.code !== 'conflict') this.#say(name, 'its id was taken by another command');
    if (!sessions.includes(name)) {
      await this.#asked(name, example);
      this.#replayed += 1;
      await this.#replayOther(name, example, commandId);
    }
    if (this.#state().data !== data) this.#say(name, 'carried out again under the same id');
  }

  async #replayOther(name: CallName, example: unknown, commandId: unknown): Promise<void> {
    const of = { example, seed: this.#calls };
    const most = isHeavy(name) ? 2 : this.#isLong ? 30 : 2;
    let replayed = 0;
    let tries = 0;
    for (const payload of fieldPayloads(of)) {
      if (replayed >= most || (tries += 1) > 200) break;
      const value = payload.make();
      if (isMalformed(name, value) || Object(value)['commandId'] !== commandId) continue;
      replayed += 1;
      await this.#asked(name, value);
    }
    this.#replayed += replayed;
  }

  async unknown(): Promise<void> {
    for (const name of unknownCalls)
      for (const input of [undefined, {}, { commandId: this.#target.scene.newId() }]) {
        this.#unknown += 1;
        const reply = await this.#asked(name, input);
        if (reply?.ok !== false || reply.code !== 'unknown_call')
          this.#say(String(name), 'an unknown call is answered');
      }
  }

  async #asked(name: unknown, payload: unknown, ask: Asked = this.#target.reply): Promise<Reply<unknown> | null> {
    try {
      const reply = await ask(name, payload);
      if (!reply.ok) this.#judge(String(name), reply, payload);
      return reply;
    } catch (error) {
      this.#say(String(name), `threw ${error instanceof Error ? error.name : 'something'} on ${shown(payload)}`);
      return null;
    }
  }

  #judge(name: string, reply: Extract<Reply<unknown>, { ok: false }>, payload: unknown): void {
    this.#refused[reply.code] = (this.#refused[reply.code] ?? 0) + 1;
    const fault = faultOfRefusal(reply, this.#target.secrets);
    if (fault !== null) this.#say(name, `${fault} for ${shown(payload)}`);
  }

  /** Read anew only after somebody has written. */
  #state(): Seen {
    const file = this.#target.file();
    const version = this.#version();
    const known = this.#seen;
    if (known !== null && known.version === version) return known;
    const seen = { version, data: dataDigestOf(file), own: settingsOf(file), living: livingDigest(file) };
    this.#seen = seen;
    return seen;
  }

  /** What the program does beside, such as to its search index, is no answer to what was asked. */
  #isWritten(before: Seen): boolean {
    const { data, own } = this.#state();
    return data !== before.data || own !== before.own;
  }

  #version(): unknown {
    return this.#target.file().pragma('data_version', { simple: true });
  }

  #say(name: string, what: string): void {
    this.#bad.push(`${name}: ${what}`);
    this.#target.said(`${name}: ${what}`);
  }
}

/** Without the habit that a page opened before is remembered by, whenever there is time for it. */
const settingsOf = (file: Database.Database) =>
  JSON.stringify(file.prepare(`select * from local_setting where name <> 'seen_clients' order by name`).raw().all());

const lastSeq = (file: Database.Database) =>
  Number(file.prepare('select coalesce(max(seq), 0) from local_command').pluck().get());

function entriesAfter(file: Database.Database, seq: number): readonly { readonly name: string }[] {
  return file.prepare<[number], { readonly name: string }>('select name from local_command where seq > ?').all(seq);
}
