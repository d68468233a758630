import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { livingDigest } from '../../../db/living-digest-in-test.ts';
import { addDays } from '../../../shared/calendar.ts';
import type { CallInput, CallName, CallOutput, Reply } from '../../../shared/contract/contract.ts';
import { answer } from '../answer.ts';
import type { Handlers } from '../context.ts';
import type { DataFile } from '../data-file.ts';
import { handlersOf } from '../handlers.ts';
import { type TestParts, testParts } from '../testing.ts';
import { openBareFile } from './bare-file-in-test.ts';
import { commands, inputOf } from './cases-in-test.ts';
import { NothingFits, type Scene, sceneOf } from './scene-in-test.ts';
import { snapshot, wronglyFinal } from './undo-oracle-in-test.ts';

/** One program of commands, thrown together at random: the same for the same numbers. */
export interface UndoProgram {
  readonly length: number;
  readonly random: () => number;
  /** Breaks the file after it was opened, for controls. */
  readonly harm?: string;
}

export interface Played {
  /** The commands that were carried out, in order. */
  readonly told: readonly CallName[];
  /** Refusals by their codes. */
  readonly refused: Readonly<Record<string, number>>;
  readonly undone: number;
  readonly restarts: number;
  /** What was not as it had been; empty when all of it was. */
  readonly wrong: readonly string[];
}

/** What much else hangs on; they are chosen more often. */
const frequent: readonly CallName[] = [
  'board.createClient',
  'board.moveClient',
  'notes.write',
  'handoff.end',
  'handoff.close',
  'clients.addKpi',
  'clients.addRequest',
  'settings.changeCalendar',
  'settings.changeCalendar',
  'safety.undo',
  'safety.undo',
  'safety.redo',
];
const choices: readonly CallName[] = [...commands, ...frequent, 'notes.revise'];

/** Undo goes no further back than to here: what is erased does not come back. */
const barriers: readonly CallName[] = ['erasing.eraseClient', 'erasing.deleteForGood'];
/** They leave little to be undone, and so are taken a tenth as often as the others. */
const seldom: readonly CallName[] = [...barriers, 'settings.finishFirstRun'];

/** A program on a file of its own, closed and opened anew now and then. */
class Player {
  readonly #random: () => number;
  readonly #harm: string | undefined;
  readonly #parts: TestParts;
  readonly #scene: Scene;
  #file: DataFile | null = null;
  #handlers: Partial<Handlers> = {};
  restarts = -1;

  constructor({ random, harm }: UndoProgram) {
    this.#random = random;
    this.#harm = harm;
    this.#parts = testParts('en');
    const folder = path.join(this.#parts.userData, '../exports');
    mkdirSync(folder, { recursive: true });
    this.#scene = sceneOf({
      query: (sql) => this.file.prepare<[], string>(sql).pluck().all(),
      ask: (name, input) => this.#ask(name, input),
      answer: (place) => void this.#parts.desktop.answers.push(place),
      folder,
      random,
      today: this.#parts.clock.today(),
    });
  }

  get file() {
    return this.#opened().storage.file;
  }

  #opened() {
    const context = this.#file?.context;
    if (!context) throw new Error('no file is open');
    return context;
  }

  async open(): Promise<void> {
    await this.#file?.close();
    this.#file = await openBareFile(this.#parts);
    this.#handlers = handlersOf(this.#parts, this.#file, () => Promise.reject(new Error('stays open')));
    this.restarts += 1;
    // What is proved here is what is written, not that it is on the disk.
    this.file.pragma('synchronous = off');
    if (this.#harm !== undefined) this.file.exec(this.#harm);
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#parts.remove();
  }

  reply(name: CallName, input: unknown): Promise<Reply<unknown>> {
    return answer(() => this.#handlers, name, input);
  }

  async #ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const reply = await this.reply(name, input);
    if (reply.ok) return JSON.parse(JSON.stringify(reply.value));
    throw new NothingFits(`${name}: ${reply.code}`);
  }

  /** One command that the state lets be carried out. */
  async act(refused: Record<string, number>): Promise<CallName> {
    for (;;) {
      const name = choices[Math.floor(this.#random() * choices.length)] ?? 'board.createClient';
      if (seldom.includes(name) && this.#random() > 0.1) continue;
      const input = await inputOf(name, this.#scene).catch((error: unknown) => {
        if (error instanceof NothingFits) return null;
        throw error;
      });
      if (input === null) continue;
      const reply = await this.reply(name, input);
      if (reply.ok) return name;
      if (reply.code === 'unexpected') throw new Error(`${name} failed on ${JSON.stringify(input)}`);
      refused[reply.code] = (refused[reply.code] ?? 0) + 1;
    }
  }

  sleep(): void {
    const now = this.#parts.clock.now();
    this.#parts.setNow(addDays(now.slice(0, 10), 1) + now.slice(10));
  }

  /** Steps until there is none left, with the file opened anew half-way; how many, and why the last one was refused. */
  async stepAll(name: 'safety.undo' | 'safety.redo'): Promise<{ readonly count: number; readonly end: string }> {
    const half = Math.floor(this.#stepsLeft(name) / 2);
    for (let count = 0; ; count += 1) {
      if (count === half && half > 0) await this.open();
      const reply = await this.reply(name, this.#scene.command());
      if (!reply.ok) return { count, end: reply.code };
    }
  }

  #stepsLeft(name: 'safety.undo' | 'safety.redo'): number {
    const state = name === 'safety.undo' ? 'done' : 'undone';
    const left = this.file.prepare<[string], number>(
      `select count(*) from local_command where kind = 'do' and state = ?`,
    );
    return Number(left.pluck().get(state));
  }

  /** The last command that was written. */
  lastSeq(): number {
    return Number(this.file.prepare('select coalesce(max(seq), 0) from local_command').pluck().get());
  }
}

/**
 * Plays a program and takes all of it back and forth. The first state is the one before the program, or after its last
 * erasure, with the cells that final commands wrote since: which of them may be final is judged by itself.
 */
export async function playProgram(program: UndoProgram): Promise<Played> {
  const player = new Player(program);
  const file = () => player.file;
  const told: CallName[] = [];
  const refused: Record<string, number> = {};
  const wrong: string[] = [];
  let undone = 0;
  try {
    await player.open();
    let first = snapshot(file, 0);
    const restartAt = new Set([1, 2].map(() => Math.floor(program.random() * program.length)));
    while (told.length < program.length) {
      if (restartAt.has(told.length)) {
        restartAt.delete(told.length);
        await player.open();
      }
      if (program.random() < 0.06) player.sleep();
      const name = await player.act(refused);
      told.push(name);
      if (barriers.includes(name)) first = snapshot(file, player.lastSeq());
    }
    await player.stepAll('safety.redo');
    const last = livingDigest(player.file);
    const back = await player.stepAll('safety.undo');
    undone = back.count;
    if (!['nothing_to_undo', 'undo_erased'].includes(back.end)) wrong.push(`undo ended with ${back.end}`);
    wrong.push(...wronglyFinal(player.file).map((name) => `${name} is final`), ...first.differences());
    const forth = await player.stepAll('safety.redo');
    if (!['nothing_to_redo', 'redo_replaced'].includes(forth.end)) wrong.push(`redo ended with ${forth.end}`);
    if (forth.count !== back.count) wrong.push(`${back.count} undone, ${forth.count} done again`);
    if (livingDigest(player.file) !== last) wrong.push('the last state did not come back');
  } finally {
    await player.close();
  }
  return { told, refused, undone, restarts: player.restarts, wrong };
}
