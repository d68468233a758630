import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { answer } from '../../../electron/backend/answer.ts';
import type { Context, Handlers } from '../../../electron/backend/context.ts';
import { type DataFile, openDataFile } from '../../../electron/backend/data-file.ts';
import { handlersOf } from '../../../electron/backend/handlers.ts';
import { testDesktop } from '../../../electron/backend/testing.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';
import { quickPlace } from '../quick-place.ts';
import { JumpingClock } from './jumping-clock.ts';

/** The real backend on a computer whose clock can be set wrong. */
export class World {
  readonly clock = new JumpingClock();
  readonly #root = mkdtempSync(path.join(quickPlace, 'rapport-clock-'));
  #data: DataFile | null = null;
  #handlers: Partial<Handlers> = {};
  #commands = 0;

  /** The same one for the same command of every world, and in the order of the commands. */
  commandId(): Id {
    this.#commands += 1;
    return `00000000-0000-4000-8000-${this.#commands.toString(16).padStart(12, '0')}`;
  }

  get data(): DataFile {
    if (this.#data === null) throw new Error('the world is not open');
    return this.#data;
  }

  get file(): Context['storage']['file'] {
    const { context } = this.data;
    if (context === null) throw new Error(`refused: ${this.data.refusal?.code}`);
    return context.storage.file;
  }

  async open(): Promise<void> {
    const parts = {
      folder: null,
      userData: this.#root,
      sample: false,
      desktop: testDesktop('en'),
      clock: this.clock,
      appVersion: '0.0.0',
    };
    this.#data = await openDataFile(parts, 'own');
    this.#handlers = handlersOf(parts, this.#data, () => Promise.reject(new Error('no other file')));
  }

  async restart(): Promise<void> {
    await this.data.close();
    await this.open();
  }

  /** The code of a refusal, or null. */
  async try<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<string | null> {
    const reply = await answer(() => this.#handlers, name, input);
    return reply.ok ? null : reply.code;
  }

  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const reply = await answer(() => this.#handlers, name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.code} ${reply.message}`);
    return JSON.parse(JSON.stringify(reply.value));
  }

  async end(): Promise<void> {
    this.file.close();
    // Of a file that is gone nothing is backed up at the end.
    rmSync(this.#root, { recursive: true, force: true });
    await this.data.close();
    rmSync(this.#root, { recursive: true, force: true });
  }
}
