import type Database from 'better-sqlite3';
import type { Area, CallName, Changed } from '../shared/contract/contract.ts';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { Card } from '../shared/contract/board.ts';
import { areasOf, areasOfRows } from './areas.ts';
import { openPastBoard } from './board-as-of.ts';
import { loadCards } from './board.ts';
import { beginCommand, lastCommand, standingOf, withCommand } from './command-log.ts';
import { connectionTo, transactOn } from './connection.ts';
import { refreshAdded, settleCards } from './projections.ts';
import type { Reader, SharedTable, Writer } from './schema.ts';
import { dropSetting, putSetting } from './setting-rows.ts';
import { type CommandDone, commandWritten, writeCommand } from './write-command.ts';
import { stepTaken, type StepWanted, writeStep } from './write-step.ts';

/** What a partner did, by the name of the call that asked for it; the id comes from the caller. */
export interface Command {
  readonly id: Id;
  readonly name: CallName;
  /**
   * Repeated writes with this id extend one entry of the change log: a note's editing session is one command. Once
   * another command was written in between, or another day has begun, the session goes on in an entry of its own.
   */
  readonly session?: boolean;
}

/** When, by whom, and new ids: everything a write may not find out by itself. */
export interface Stamp {
  readonly now: Instant;
  readonly by: Id | null;
  readonly newId: () => Id;
}

export interface ChangedRow {
  readonly table: SharedTable;
  readonly id: Id;
  readonly inserted: boolean;
  /** Those that changed, where they are known. */
  readonly columns?: readonly string[];
  /** Of a note: it tells of what is still to come. */
  readonly isAhead?: boolean;
}

export interface Written {
  /** The command had been done before; nothing was written now. */
  readonly repeated: boolean;
  /** Every row the command touched, also when it is repeated. */
  readonly rows: readonly ChangedRow[];
}

/** The setting that holds the id of a command in parts until its end: one that was cut off is known by it. */
export const unfinishedParts = 'unfinished_parts';

export interface StorageParts {
  readonly file: Database.Database;
  readonly now: () => Instant;
  readonly newId: () => Id;
  readonly changed: (event: Changed) => void;
  /** Asked before every transaction; throws when another program may write by now. */
  readonly mayWrite?: () => void;
}

export interface Storage {
  /** For queries; every write goes through `write`. */
  readonly read: Reader;
  /** The connection itself, for backups and pragmas only; another one after an error of the disk. */
  readonly file: Database.Database;
  /** One transaction and one entry in the change log. Resolves after the commit, never before. */
  readonly write: (command: Command, work: (writer: Writer, stamp: Stamp) => Promise<void>) => Promise<Written>;
  /** A command that another connection writes meanwhile (`openBesideWriter`): everything else that writes waits for it. */
  readonly writeBeside: <Done extends CommandDone>(
    run: (stamp: Omit<Stamp, 'newId'>) => Promise<Done>,
  ) => Promise<Done>;
  /**
   * One part of a command that only adds and changes what `work` names: it costs what it holds, however much the parts
   * before it brought. All parts are one entry in the change log, as those of a session are. Nothing else may hang on a
   * row that is said to be inserted.
   */
  readonly append: (
    command: Command,
    work: (writer: Writer, stamp: Stamp) => Promise<readonly ChangedRow[]>,
  ) => Promise<void>;
  /** After the last part: the cards of these clients, and the news, which waited for it. */
  readonly endParts: (clientIds: readonly Id[]) => Promise<void>;
  /** Without a target the last command; refused when what the target touched has changed since. */
  readonly undo: (commandId: Id, targetId?: Id) => Promise<StepDone>;
  readonly redo: (commandId: Id) => Promise<StepDone>;
  /** The board's cards as they were right after the command `seq`. */
  readonly cardsAfter: (seq: number) => Promise<Card[]>;
  /** Lets go of what is kept of past boards: the log they are made from was cut. */
  readonly forgetPast: () => Promise<void>;
  /** Grows by one with every commit, for as long as the file is open. */
  readonly revision: () => Promise<number>;
  /** The partner whose name goes into `created_by` and `updated_by`. */
  readonly setMe: (partnerId: Id | null) => void;
  readonly setting: (name: string) => Promise<string | null>;
  readonly saveSetting: (name: string, value: string) => Promise<void>;
  /** All of them or none. */
  readonly saveSettings: (values: Readonly<Record<string, string>>) => Promise<void>;
  /** One transaction on tables of this computer, without a command: projections are rebuilt and tidied so. */
  readonly maintain: (work: (writer: Writer) => Promise<void>) => Promise<void>;
  /** Runs when every write before it is done; nothing else writes meanwhile. */
  readonly exclusively: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
}

export interface StepDone {
  readonly commandName: CallName;
  readonly targetId: Id;
}

export function openStorage({ file, now, newId, changed, mayWrite = () => undefined }: StorageParts): Storage {
  const connection = connectionTo(file);
  const { db, transact } = transactOn(connection, mayWrite);
  const past = openPastBoard(file.name);
  let queue: Promise<unknown> = Promise.resolve();
  let me: Id | null = null;
  /** Saves that went on with a command of their own session: they are news as well, though the log has no entry more. */
  let continued = 0;
  /** Tables of parts that nobody was told of yet. */
  const untold = new Set<SharedTable>();

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function revision(): Promise<number> {
    return (await lastCommand(db)) + continued;
  }

  async function saveSettings(values: Readonly<Record<string, string>>): Promise<void> {
    return inTurn(() =>
      transact(async ({ writer }) => {
        for (const [name, value] of Object.entries(values)) await putSetting(writer, name, value);
      }),
    );
  }

  async function announce(areas: readonly Area[]): Promise<void> {
    if (areas.length > 0) changed({ revision: await revision(), areas });
  }

  async function append(
    command: Command,
    work: (writer: Writer, stamp: Stamp) => Promise<readonly ChangedRow[]>,
  ): Promise<void> {
    await inTurn(async () => {
      const { rows, isContinued } = await transact(async (target) => {
        const { writer } = target;
        const stamp = { now: now(), by: me, newId };
        const { open } = await standingOf(writer, { ...command, session: true }, stamp.now);
        const seq = open ?? (await beginCommand(writer, { ...command, kind: 'do', target: null }, stamp));
        if (open === null) await putSetting(writer, unfinishedParts, command.id);
        const touched: ChangedRow[] = [];
        await withCommand(writer, seq, async () => {
          touched.push(...(await work(writer, stamp)));
        });
        await refreshAdded(target, touched);
        return { rows: touched, isContinued: open !== null };
      });
      if (isContinued) continued += 1;
      for (const { table } of rows) untold.add(table);
    });
  }

  async function endParts(clientIds: readonly Id[]): Promise<void> {
    await inTurn(async () => {
      await transact(async ({ writer }) => {
        await settleCards(writer, clientIds);
        await dropSetting(writer, unfinishedParts);
      });
      await announce(areasOf([...untold]));
      untold.clear();
    });
  }

  async function write(command: Command, work: (writer: Writer, stamp: Stamp) => Promise<void>): Promise<Written> {
    return inTurn(async () => {
      const stamp = { now: now(), by: me, newId };
      const done = await transact(
        (target) => writeCommand(target, command, stamp, work),
        (reader) => commandWritten(reader, command, stamp),
      );
      const { repeated, rows } = await tell(done);
      return { repeated, rows };
    });
  }

  async function tell<Done extends CommandDone>(done: Done): Promise<Done> {
    if (done.isContinued) continued += 1;
    if (!done.repeated) await announce(areasOfRows(done.rows));
    return done;
  }

  async function step(wanted: StepWanted): Promise<StepDone> {
    return inTurn(async () => {
      const stamp = { now: now(), by: me, newId };
      const done = await transact(
        (target) => writeStep(target, wanted, stamp),
        (reader) => stepTaken(reader, wanted),
      );
      return (await tell(done)).step;
    });
  }

  async function writeBeside<Done extends CommandDone>(
    run: (stamp: Omit<Stamp, 'newId'>) => Promise<Done>,
  ): Promise<Done> {
    return inTurn(async () => {
      mayWrite();
      return tell(await run({ now: now(), by: me }));
    });
  }

  return {
    read: db,
    get file() {
      return connection.file;
    },
    write,
    writeBeside,
    append,
    endParts,
    undo: (commandId: Id, targetId?: Id) => step({ kind: 'undo', commandId, targetId }),
    redo: (commandId: Id) => step({ kind: 'redo', commandId }),
    // An editing session may still go on with the last command, so that one is never "past".
    cardsAfter: async (seq) => (seq < (await lastCommand(db)) ? past.cardsAfter(seq) : loadCards(db)),
    forgetPast: past.close,
    revision,
    setMe: (partnerId: Id | null) => {
      me = partnerId;
    },
    setting: async (name: string) =>
      (await db.selectFrom('local_setting').select('value').where('name', '=', name).executeTakeFirst())?.value ?? null,
    saveSetting: (name: string, value: string) => saveSettings({ [name]: value }),
    saveSettings,
    maintain: (work) => inTurn(() => transact(({ writer }) => work(writer))),
    exclusively: inTurn,
    close: async () => {
      await queue;
      await past.close();
      await db.destroy();
      // A file of which nothing was asked as well.
      connection.close();
    },
  };
}
