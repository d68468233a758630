import { msg } from '@lingui/core/macro';
import type { AttentionRow, SnoozedRow } from '../../shared/contract/health.ts';
import { call, newCommandId } from '../api.ts';
import { today } from '../ui/clock.ts';
import { formatDay } from '../ui/format.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { undo } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { loadAttention } from './attention-store.ts';

/** One command, the list without what it dealt with, and a toast that takes it back. Tells whether it was done. */
async function act(run: (commandId: string) => Promise<unknown>, done: string): Promise<boolean> {
  const commandId = newCommandId();
  try {
    await run(commandId);
    showToast({
      text: done,
      actions: [{ label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undo(commandId) }],
    });
    await loadAttention();
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
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

export function setNextStep(clientId: string, title: string, dueOn: string | null): Promise<boolean> {
  return act(
    (commandId) => call('clients.addTask', { commandId, clientId, title, side: 'agency', person: '', dueOn }),
    i18n.t(msg`The next step is set`),
  );
}

export function markSent(clientId: string, report: 'month' | 'quarter', period: string): Promise<boolean> {
  return act(
    (commandId) => call('health.markReportSent', { commandId, clientId, report, period }),
    i18n.t(msg`Marked as sent today`),
  );
}
