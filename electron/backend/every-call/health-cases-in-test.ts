import { healthRules } from '../../../shared/health/thresholds.ts';
import { living, ofClient } from './records-in-test.ts';
import type { CasesOf } from './scene-in-test.ts';

export const healthCases: CasesOf<'health'> = {
  'health.attention': (scene) => ({
    withRows: scene.maybe(true),
    partnerId: scene.maybe(scene.oneOrNull('partner')),
  }),
  'health.receipt': (scene) => ({ clientId: scene.one('client', living) }),
  'health.verdicts': () => ({}),
  'health.setThreshold': (scene) => ({
    ...ofClient(scene),
    rule: scene.any(...healthRules),
    days: scene.any(45, 20, null),
  }),
  'health.snooze': (scene) => ({
    ...ofClient(scene),
    subjects: [scene.any('rhythm', 'report:month:2026-10', `task:${scene.newId()}`)],
    untilOn: scene.day(14, 30),
    reason: scene.line(),
  }),
  'health.wake': (scene) => ({
    ...scene.command(),
    snoozeIds: [scene.one('snooze', `until_on > '${scene.today}'`)],
  }),
  'health.markReportSent': (scene) => ({
    ...ofClient(scene),
    report: 'month',
    period: scene.any('2026-07', '2026-06', '2026-05'),
  }),
  'health.showReminder': () => ({}),
};
