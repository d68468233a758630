import { addAsset, changeAsset, expectAssetOf } from '../../../db/assets.ts';
import { removeRow } from '../../../db/row-changes.ts';
import type { Context, HandlersOf } from '../context.ts';
import { changingAccount, planTransfer } from './new-account.ts';
import { changeRunning } from './running.ts';

type AccessCalls = 'handoff.addAsset' | 'handoff.editAsset' | 'handoff.deleteAsset';

/** The register of accesses, which belongs to the client. */
export function accessHandlers(context: Context): Pick<HandlersOf<'handoff'>, AccessCalls> {
  return {
    'handoff.addAsset': ({ commandId, handoffId, ...asset }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.addAsset' }, async (writer, stamp, handoff) => {
        const assetId = await addAsset(writer, stamp, { ...asset, clientId: handoff.client_id });
        await planTransfer(writer, stamp, assetId);
      }),
    'handoff.editAsset': ({ commandId, handoffId, assetId, ...fields }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.editAsset' }, async (writer, stamp, handoff) => {
        await expectAssetOf(writer, assetId, handoff.client_id);
        await changingAccount(writer, stamp, assetId, () => changeAsset(writer, stamp, assetId, fields));
      }),
    'handoff.deleteAsset': ({ commandId, handoffId, assetId }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.deleteAsset' }, async (writer, stamp, handoff) => {
        await expectAssetOf(writer, assetId, handoff.client_id);
        await removeRow(writer, stamp, 'asset', assetId);
      }),
  };
}
