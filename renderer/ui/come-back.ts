import { msg } from '@lingui/core/macro';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call, newCommandId } from '../api.ts';
import { navigate } from './navigation.ts';
import { limitWithOneMore } from './partner-limit.ts';
import { stageWords } from './stage-words.ts';
import { showProblem, showToast } from './toast.ts';
import { undoAction } from './undo.ts';
import { i18n } from './words.ts';

type Back = CallOutput<'handoff.comeBack'>;

/** “They came back”: the one way out of the archive, to the very beginning of the board. Null when it was refused. */
export async function comeBack(clientId: string): Promise<Back | null> {
  const commandId = newCommandId();
  try {
    const reply = await call('handoff.comeBack', { commandId, clientId });
    const { name, partnerId } = reply.card;
    const where = stageWords('acquaintance').prepositional;
    showToast({
      text: i18n.t(msg`${name}: back on the board, ${where}`),
      stage: 'acquaintance',
      detail: limitWithOneMore(partnerId) ?? undefined,
      actions: [
        { label: i18n.t(msg`Open the client`), run: () => navigate({ name: 'client', clientId }) },
        undoAction(commandId),
      ],
    });
    return reply;
  } catch (problem) {
    showProblem(problem);
    return null;
  }
}
