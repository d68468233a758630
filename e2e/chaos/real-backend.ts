import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Backend, openBackend } from '../../electron/backend/backend.ts';
import { systemClock } from '../../electron/backend/system-clock.ts';
import { type TestDesktop, testDesktop } from '../../electron/backend/testing.ts';
import type { CallInput, CallName, CallOutput, Reply } from '../../shared/contract/contract.ts';

/** Everything the program has but its window: its folders lie in one that is given. */
export interface RealBackend {
  readonly backend: Backend;
  /** Its dialogs answer what is put here. */
  readonly desktop: TestDesktop;
  readonly reply: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>;
  /** For a call that must succeed. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
}

export const dataOf = (folder: string) => path.join(folder, 'data');
export const fileOf = (folder: string) => path.join(dataOf(folder), 'rapport.db');
export const exportsOf = (folder: string) => path.join(folder, 'exports');
export const sourceOf = (folder: string) => path.join(folder, 'notes');

/** `data` as on the command line; null: where the partner wants it. The example lies in a file of its own. */
export async function openReal(
  folder: string,
  userData = path.join(folder, 'config'),
  data: string | null = dataOf(folder),
  which: 'own' | 'sample' = 'own',
): Promise<RealBackend> {
  if (!existsSync(exportsOf(folder))) mkdirSync(exportsOf(folder), { recursive: true });
  const desktop = testDesktop('en');
  const backend = await openBackend({
    folder: data,
    userData,
    sample: which === 'sample',
    desktop,
    clock: systemClock,
    appVersion: '0.0.0',
  });
  const reply: RealBackend['reply'] = async (name, input) => {
    const answer = await backend.call(name, input);
    // As it reaches the page.
    return answer.ok ? { ok: true, value: JSON.parse(JSON.stringify(answer.value)) } : answer;
  };
  return {
    backend,
    desktop,
    reply,
    call: async (name, input) => {
      const answer = await reply(name, input);
      if (answer.ok) return answer.value;
      throw new Error(`${name} was refused: ${answer.code} ${answer.message}`);
    },
  };
}
