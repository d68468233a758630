import { msg } from '@lingui/core/macro';
import type { Card } from '../../shared/contract/board.ts';
import { carryOut } from '../ui/carry-out.ts';
import { sendNextStep } from '../ui/next-step.ts';
import { useSession } from '../ui/session.ts';
import { i18n } from '../ui/words.ts';
import { nameInSentence } from './names.ts';

/** Changes the client's earliest open task of ours, or adds one. Tells whether it was done. */
export function setNextStep(card: Card, title: string, dueOn: string | null): Promise<boolean> {
  const { id: clientId, nextStep } = card;
  const name = nameInSentence(card.name, useSession.getState().language);
  return carryOut(
    (commandId) => sendNextStep(commandId, { clientId, taskId: nextStep?.taskId ?? null, title, dueOn }),
    i18n.t(msg`Next step of ${name}: ${title}`),
  );
}
