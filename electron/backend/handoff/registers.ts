import { addAsset, changeAsset, expectAssetOf } from '../../../db/assets.ts';
import { addCandidate, answerQuestion, changeCandidate, handoffOfCandidate } from '../../../db/candidates.ts';
import { removeRow } from '../../../db/row-changes.ts';
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
    'handoff.editAsset': ({ commandId, handoffId, assetId, ...fields }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.editAsset' }, async (writer, stamp, handoff) => {
        await expectAssetOf(writer, assetId, handoff.client_id);
        await changeAsset(writer, stamp, assetId, fields);
      }),
    'handoff.deleteAsset': ({ commandId, handoffId, assetId }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.deleteAsset' }, async (writer, stamp, handoff) => {
        await expectAssetOf(writer, assetId, handoff.client_id);
        await removeRow(writer, stamp, 'asset', assetId);
      }),
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
