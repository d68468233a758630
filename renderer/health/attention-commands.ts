import { msg } from '@lingui/core/macro';
import type { AttentionRow, SnoozedRow } from '../../shared/contract/health.ts';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { today } from '../ui/clock.ts';
import { formatDay } from '../ui/format.ts';
import { sendNextStep } from '../ui/next-step.ts';
import { useSession } from '../ui/session.ts';
import { i18n } from '../ui/words.ts';
import { loadAttention } from './attention-store.ts';

/** The list comes back without what was dealt with. Tells whether it was done. */
async function act(run: (commandId: string) => Promise<unknown>, done: string): Promise<boolean> {
  const isDone = await carryOut(run, done);
  if (isDone) await loadAttention();
  return isDone;
}

function inWords(day: string): string {
  return formatDay(useSession.getState().language, day, today());
}

export function snooze({ clientId, subjects }: AttentionRow, untilOn: string, reason: string): Promise<boolean> {
  const day = inWords(untilOn);
  return act(
    (commandId) => call('health.snooze', { commandId, clientId, subjects: [...subjects], untilOn, reason }),
    i18n.t(msg`Snoozed until ${day}`),
  );
}

export function wake({ snoozeIds }: SnoozedRow): Promise<boolean> {
  return act(
    (commandId) => call('health.wake', { commandId, snoozeIds: [...snoozeIds] }),
    i18n.t(msg`Back in the list`),
  );
}

export function moveTask(taskId: string, dueOn: string): Promise<boolean> {
  const day = inWords(dueOn);
  return act((commandId) => call('clients.editTask', { commandId, taskId, dueOn }), i18n.t(msg`Moved to ${day}`));
}

export function finishTask(taskId: string, title: string): Promise<boolean> {
  return act((commandId) => call('clients.editTask', { commandId, taskId, done: true }), i18n.t(msg`Done: ${title}`));
}

export function setNextStep(clientId: string, title: string, dueOn: string | null): Promise<boolean> {
  return act(
    (commandId) => sendNextStep(commandId, { clientId, taskId: null, title, dueOn }),
    i18n.t(msg`The next step is set`),
  );
}

export function markSent(clientId: string, report: 'month' | 'quarter', period: string): Promise<boolean> {
  return act(
    (commandId) => call('health.markReportSent', { commandId, clientId, report, period }),
    i18n.t(msg`Marked as sent today`),
  );
}
