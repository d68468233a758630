import { expect, test } from 'vitest';
import { type ClientTarget, clientChoices, unknownClients } from './client-targets.ts';

const clientId = '01939f2a-7c1e-7a31-9b1d-3f1a2b3c4d5e';
const clients = [
  { name: 'Alder', notes: 2, choice: { to: 'existing', clientId } },
  { name: 'Birch', notes: 1, choice: { to: 'new', stage: 'acquaintance' } },
  { name: '', notes: 1, choice: { to: 'nothing' } },
] as const;
const none = new Map<string, ClientTarget>();

test('only what no client is called is asked about, also once it was answered', () => {
  const names = (targets: ReadonlyMap<string, ClientTarget>) =>
    unknownClients(clients, targets).map(({ name }) => name);
  expect(names(none)).toEqual(['Birch', '']);
  expect(names(new Map<string, ClientTarget>([['Alder', 'nothing']]))).toEqual(['Alder', 'Birch', '']);
});

test('what the program does by itself is not sent', () => {
  expect(clientChoices(clients, none, 'acquaintance')).toEqual([]);
  expect(clientChoices(clients, none, 'stable')).toEqual([{ name: 'Birch', choice: { to: 'new', stage: 'stable' } }]);
  const targets = new Map<string, ClientTarget>([
    ['Birch', { clientId }],
    ['', 'nothing'],
  ]);
  expect(clientChoices(clients, targets, 'stable')).toEqual([
    { name: 'Birch', choice: { to: 'existing', clientId } },
    { name: '', choice: { to: 'nothing' } },
  ]);
});
