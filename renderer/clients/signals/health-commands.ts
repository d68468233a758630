import { msg, plural } from '@lingui/core/macro';
import type { HealthRule } from '../../../shared/health/thresholds.ts';
import { call } from '../../api.ts';
import { today } from '../../ui/clock.ts';
import { formatDay } from '../../ui/format.ts';
import { useSession } from '../../ui/session.ts';
import { i18n } from '../../ui/words.ts';
import { carryOut } from '../client-store.ts';

export function putOff(clientId: string, subject: string, untilOn: string, reason: string): Promise<boolean> {
  const day = formatDay(useSession.getState().language, untilOn, today());
  return carryOut(
    (commandId) => call('health.snooze', { commandId, clientId, subjects: [subject], untilOn, reason }),
    i18n.t(msg`Put off until ${day}`),
  );
}

export function wakeUp(snoozeId: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('health.wake', { commandId, snoozeIds: [snoozeId] }),
    i18n.t(msg`Back among the signals`),
  );
}

/** Null: as everybody has it. */
export function setThreshold(clientId: string, rule: HealthRule, days: number | null): Promise<boolean> {
  return carryOut(
    (commandId) => call('health.setThreshold', { commandId, clientId, rule, days }),
    days === null
      ? i18n.t(msg`The rule is as for everybody again`)
      : i18n.t(msg`For this client it is now ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}`),
  );
}
