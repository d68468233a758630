import { expect, test } from 'vitest';
import { readiness, readinessChecks, type ReadinessFacts } from './readiness.ts';
import { wellKnown } from './well-known-in-test.ts';

const today = '2026-11-23';
const domain = { name: 'Domain', whereKept: 'the vault', owner: 'client' };

const whole: ReadinessFacts = { ...wellKnown, assets: [domain] };

const gapsOf = (more: Partial<ReadinessFacts>) =>
  readiness({ ...whole, ...more }, today).gaps.map(({ check }) => check);

test('a client of whom all is known could be handed over', () => {
  expect(readiness(whole, today)).toEqual({
    checks: readinessChecks,
    done: 11,
    of: 11,
    gaps: [],
    verdict: 'yes',
  });
});

test('of whom nothing is known could not', () => {
  const nothing = readiness({ contacts: [], dossier: [], assets: [], agency: '', partners: [] }, today);
  expect(nothing).toMatchObject({ done: 0, of: 8, verdict: 'no' });
});

test('whoever has left sets no tasks any more', () => {
  const left = whole.contacts.map((contact) => ({ ...contact, leftOn: '2026-11-01' }));
  expect(gapsOf({ contacts: left })).toEqual(['sets_tasks', 'accepts_results', 'technical']);
});

test('each kind of line that nobody wrote is a gap', () => {
  expect(gapsOf({ dossier: [{ kind: 'watch' }, { kind: 'open_question' }] })).toEqual([
    'how_it_works',
    'agreement',
    'decision',
  ]);
});

test('accounts without a keeper, without an owner or in our name are named', () => {
  const assets = [
    domain,
    { name: 'Mail', whereKept: ' ', owner: 'client' },
    { name: 'Hosting', whereKept: 'vault', owner: '' },
    { name: 'Analytics', whereKept: 'vault', owner: 'Vera' },
  ];
  expect(readiness({ ...whole, assets }, today)).toMatchObject({
    done: 8,
    verdict: 'almost',
    gaps: [
      { check: 'kept', accounts: ['Mail'] },
      { check: 'owners', accounts: ['Hosting'] },
      { check: 'theirs', accounts: ['Analytics'] },
    ],
  });
});
