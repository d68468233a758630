import { expect, test } from 'vitest';
import type { SignalMark } from '../../../shared/contract/client-dossier.ts';
import type { ClientHealth } from '../../../shared/contract/client-health.ts';
import { healthWith } from '../../ui/test-data.ts';
import { keyOf, panelRows } from './panel-rows.ts';

const mark = (code: string): SignalMark => ({
  id: code,
  code,
  side: 'us',
  markedOn: '2026-11-10',
  evidence: '',
  noteId: null,
});
const flag = (signal: string, points: number) =>
  ({ code: 'flag', markId: signal, signal, evidence: '', isCritical: false, points }) as const;
const rhythm = (points: number) => ({ code: 'rhythm', points, isUnknown: false, days: 31, norm: 14 }) as const;
const step = { code: 'next_step', points: 5, isUnknown: false, dueOn: '2026-11-27', taskId: null } as const;
const quiet = { code: 'quiet', now: 2, before: 6 } as const;

const keys = (marks: readonly SignalMark[], health: ClientHealth | null) => panelRows(marks, health).rows.map(keyOf);

test('what speaks against the client stands first, then other signs, then what speaks for it', () => {
  const health = healthWith({ lines: [rhythm(-10), step], flags: [flag('R-SLOW', -8)], hints: [quiet] });
  expect(keys([mark('G-TRIAL'), mark('R-SLOW')], health)).toEqual([
    'rhythm',
    'R-SLOW',
    'quiet',
    'G-TRIAL',
    'next_step',
  ]);
});

test('where nothing speaks against the client, what is well stands first and a hint last', () => {
  const health = healthWith({ lines: [{ ...rhythm(10), days: 3 }, step], hints: [quiet] });
  expect(keys([mark('G-TRIAL')], health)).toEqual(['rhythm', 'next_step', 'G-TRIAL', 'quiet']);
});

test('where the verdict is not good, even a reason that still counts for the client stands first', () => {
  const slightly = { ...rhythm(1), days: 11, norm: 7 };
  const told = (verdict: 'watch' | 'good') => panelRows([], healthWith({ verdict, lines: [slightly, step] })).rows;
  expect(told('watch')).toMatchObject([{ reason: slightly, look: 'hint' }, { reason: step }]);
  expect(told('good')).toMatchObject([{ reason: step }, { reason: slightly }]);
});

test('what is put off stands apart', () => {
  const health = healthWith(
    { lines: [rhythm(-10)], flags: [flag('R-SLOW', -8)] },
    { snoozes: [{ id: 's', subject: 'health:R-SLOW', untilOn: '2026-12-07', reason: 'On holiday' }] },
  );
  const { rows, asleep } = panelRows([mark('R-SLOW')], health);
  expect(rows.map(keyOf)).toEqual(['rhythm']);
  expect(asleep).toMatchObject([
    { reason: { signal: 'R-SLOW' }, mark: { id: 'R-SLOW' }, snooze: { reason: 'On holiday' } },
  ]);
});

test('without a receipt the signs stand alone, the worst first', () => {
  expect(keys([mark('G-TRIAL'), mark('R-SLOW')], null)).toEqual(['R-SLOW', 'G-TRIAL']);
});
