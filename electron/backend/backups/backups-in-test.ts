import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach } from 'vitest';
import { contract, type CallInput, type CallName, type CallOutput } from '../../../shared/contract/contract.ts';
import { type Backend, openBackend } from '../backend.ts';
import { type TestParts, testParts } from '../testing.ts';

export const passphrase = 'ольха цветёт раньше листьев';

export let parts: TestParts;
export let backend: Backend;

/** A program of its own for every test of what is backed up. */
export function setBackends(): void {
  beforeEach(async () => {
    parts = testParts();
    await openAnew();
  });
  afterEach(async () => {
    await backend.close();
    parts.remove();
  });
}

/** After it was closed, as the next start of the program. */
export async function openAnew(): Promise<void> {
  backend = await openBackend(parts);
}

export async function ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const reply = await backend.call(name, input);
  if (!reply.ok) throw Object.assign(new Error(reply.message), { code: reply.code });
  return Reflect.apply(contract[name].output.parse, contract[name].output, [reply.value]);
}
export const add = async (name: string) =>
  (await ask('board.createClient', { commandId: v4(), name, stage: 'stable' })).card.id;
export const addContact = async (clientId: string) => {
  const { page } = await ask('clients.addContact', { commandId: v4(), clientId, name: 'Марина' });
  return page.contacts[0]?.id ?? '';
};
export const clients = async () => (await ask('clients.names', {})).clients.map(({ name }) => name).toSorted();
export async function backUp(at: string): Promise<string> {
  parts.setNow(at);
  await ask('safety.backUpNow', {});
  return (await ask('safety.backups', {})).backups[0]?.name ?? '';
}
export const folder = () => join(parts.userData, 'backups');
export const path = () => join(parts.userData, 'rapport.db');
export const left = () => readdirSync(parts.userData).filter((name) => /restor|compar/.test(name));
