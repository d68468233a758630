import { msg } from '@lingui/core/macro';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { saveOpenText } from '../ui/closing.ts';
import { i18n } from '../ui/words.ts';

/** What is typed in an open editor comes first: it may be the same note. */
export async function tickLine(request: Omit<CallInput<'notes.tickLine'>, 'commandId'>): Promise<void> {
  await saveOpenText();
  const done = request.done ? i18n.t(msg`The task is done`) : i18n.t(msg`The task is open again`);
  await carryOut((commandId) => call('notes.tickLine', { commandId, ...request }), done);
}
