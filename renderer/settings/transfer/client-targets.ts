import type { ClientChoice } from '../../../shared/contract/transfer.ts';
import type { BoardStage } from '../../../shared/stage.ts';

/** Where the notes of a client that nobody knows go: to a new one, nowhere, or to the client with this id. */
export type ClientTarget = 'new' | 'nothing' | { readonly clientId: string };

export interface FoundClient {
  readonly name: string;
  readonly notes: number;
  readonly choice: ClientChoice;
}

type Targets = ReadonlyMap<string, ClientTarget>;

/** Those that a partner decides about: no client here has their name. */
export function unknownClients(clients: readonly FoundClient[], targets: Targets): readonly FoundClient[] {
  return clients.filter(({ name, choice }) => targets.has(name) || choice.to !== 'existing');
}

export function targetOf({ name }: FoundClient, targets: Targets): ClientTarget {
  return targets.get(name) ?? (name === '' ? 'nothing' : 'new');
}

/** What differs from what the program does by itself. */
export function clientChoices(
  clients: readonly FoundClient[],
  targets: Targets,
  stage: BoardStage,
): { name: string; choice: ClientChoice }[] {
  return unknownClients(clients, targets)
    .map((client) => ({ name: client.name, choice: choiceOf(targetOf(client, targets), stage) }))
    .filter(({ name, choice }) => targets.has(name) || (choice.to === 'new' && stage !== 'acquaintance'));
}

function choiceOf(target: ClientTarget, stage: BoardStage): ClientChoice {
  if (target === 'nothing') return { to: 'nothing' };
  return target === 'new' ? { to: 'new', stage } : { to: 'existing', clientId: target.clientId };
}
