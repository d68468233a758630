import { addCandidate, answerQuestion, changeCandidate, handoffOfCandidate } from '../../../db/candidates.ts';
import { leaveOneChosen, nameSuccessor, successorName } from '../../../db/successor.ts';
import type { Context, HandlersOf } from '../context.ts';
import { changeRunning } from './running.ts';

type CandidateCalls =
  | 'handoff.addCandidate'
  | 'handoff.editCandidate'
  | 'handoff.answerQuestion'
  | 'handoff.deleteCandidate';

/** The shortlist of successors, which belongs to the handoff. */
export function candidateHandlers(context: Context): Pick<HandlersOf<'handoff'>, CandidateCalls> {
  const { read } = context.storage;
  return {
    'handoff.addCandidate': ({ commandId, ...candidate }) =>
      changeRunning(
        context,
        { commandId, handoffId: candidate.handoffId, name: 'handoff.addCandidate' },
        (writer, stamp) => addCandidate(writer, stamp, candidate),
      ),
    'handoff.editCandidate': async ({ commandId, candidateId, ...change }) => {
      const handoffId = await handoffOfCandidate(read, candidateId);
      return changeRunning(context, { commandId, handoffId, name: 'handoff.editCandidate' }, async (writer, stamp) => {
        const before = await successorName(writer, handoffId);
        await changeCandidate(writer, stamp, candidateId, change);
        if (change.state === 'chosen') await leaveOneChosen(writer, stamp, handoffId, candidateId);
        await nameSuccessor(writer, stamp, handoffId, before);
      });
    },
    'handoff.answerQuestion': async ({ commandId, candidateId, question, answer }) => {
      const handoffId = await handoffOfCandidate(read, candidateId);
      return changeRunning(context, { commandId, handoffId, name: 'handoff.answerQuestion' }, (writer, stamp) =>
        answerQuestion(writer, stamp, { candidateId, question, answer }),
      );
    },
    'handoff.deleteCandidate': async ({ commandId, candidateId }) => {
      const handoffId = await handoffOfCandidate(read, candidateId);
      return changeRunning(
        context,
        { commandId, handoffId, name: 'handoff.deleteCandidate' },
        async (writer, stamp) => {
          const before = await successorName(writer, handoffId);
          await changeCandidate(writer, stamp, candidateId, { deleted_at: stamp.now });
          await nameSuccessor(writer, stamp, handoffId, before);
        },
      );
    },
  };
}
