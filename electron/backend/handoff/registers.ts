import { addAsset, changeAsset } from '../../../db/assets.ts';
import { addCandidate, answerQuestion, changeCandidate, handoffOfCandidate } from '../../../db/candidates.ts';
import type { Context, HandlersOf } from '../context.ts';
import { changeRunning } from './running.ts';

type RegisterCalls =
  | 'handoff.addAsset'
  | 'handoff.editAsset'
  | 'handoff.deleteAsset'
  | 'handoff.addCandidate'
  | 'handoff.editCandidate'
  | 'handoff.answerQuestion'
  | 'handoff.deleteCandidate';

/** The register of accesses, which belongs to the client, and the shortlist of successors, which belongs to the handoff. */
export function registerHandlers(context: Context): Pick<HandlersOf<'handoff'>, RegisterCalls> {
  return { ...assetHandlers(context), ...candidateHandlers(context) };
}

function assetHandlers(
  context: Context,
): Pick<HandlersOf<'handoff'>, 'handoff.addAsset' | 'handoff.editAsset' | 'handoff.deleteAsset'> {
  return {
    'handoff.addAsset': ({ commandId, handoffId, ...asset }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.addAsset' }, (writer, stamp, handoff) =>
        addAsset(writer, stamp, { ...asset, clientId: handoff.client_id }),
      ),
    'handoff.editAsset': ({ commandId, handoffId, assetId, name, whereKept, heldBy, goesTo, state, stateOn }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.editAsset' }, (writer, stamp, handoff) =>
        changeAsset(
          writer,
          stamp,
          { id: assetId, clientId: handoff.client_id },
          { name, where_kept: whereKept, held_by: heldBy, goes_to: goesTo, state, state_on: stateOn },
        ),
      ),
    'handoff.deleteAsset': ({ commandId, handoffId, assetId }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.deleteAsset' }, (writer, stamp, handoff) =>
        changeAsset(writer, stamp, { id: assetId, clientId: handoff.client_id }, { deleted_at: stamp.now }),
      ),
  };
}

type CandidateCalls = Exclude<RegisterCalls, 'handoff.addAsset' | 'handoff.editAsset' | 'handoff.deleteAsset'>;

function candidateHandlers(context: Context): Pick<HandlersOf<'handoff'>, CandidateCalls> {
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
      return changeRunning(context, { commandId, handoffId, name: 'handoff.editCandidate' }, (writer, stamp) =>
        changeCandidate(writer, stamp, candidateId, change),
      );
    },
    'handoff.answerQuestion': async ({ commandId, candidateId, question, answer }) => {
      const handoffId = await handoffOfCandidate(read, candidateId);
      return changeRunning(context, { commandId, handoffId, name: 'handoff.answerQuestion' }, (writer, stamp) =>
        answerQuestion(writer, stamp, { candidateId, question, answer }),
      );
    },
    'handoff.deleteCandidate': async ({ commandId, candidateId }) => {
      const handoffId = await handoffOfCandidate(read, candidateId);
      return changeRunning(context, { commandId, handoffId, name: 'handoff.deleteCandidate' }, (writer, stamp) =>
        changeCandidate(writer, stamp, candidateId, { deleted_at: stamp.now }),
      );
    },
  };
}
