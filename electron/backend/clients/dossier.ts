import { addAsset, changeAsset, readAssets } from '../../../db/assets.ts';
import { moveDossierLine } from '../../../db/dossier.ts';
import { expectClient } from '../../../db/records.ts';
import { removeRow } from '../../../db/row-changes.ts';
import {
  deleteSignal,
  dismissSuggestion,
  editSignal,
  endSignal,
  markSignal,
  readDismissedSuggestions,
  readOpenMarks,
  readStage,
} from '../../../db/signals.ts';
import { addDays } from '../../../shared/calendar.ts';
import type { clientDossier } from '../../../shared/contract/client-dossier.ts';
import { AppError } from '../../../shared/errors.ts';
import { refuseAhead } from '../../../shared/refuse-ahead.ts';
import { signalOf } from '../../../shared/signal-order.ts';
import { carryOut, type Context, type HandlersOf } from '../context.ts';
import { changingAccount, planTransfer } from '../handoff/new-account.ts';

/** A suggestion that was turned down is made again after eight weeks, when much may have changed. */
const dismissalDays = 56;

type DossierCalls = keyof typeof clientDossier;
type Handlers<Name extends DossierCalls> = Pick<HandlersOf<'clients'>, Name>;

/** What a successor will need to know, the register of accounts, and the signs marked on a client. */
export function dossierHandlers(context: Context): Handlers<DossierCalls> {
  return {
    ...signalHandlers(context),
    ...assetHandlers(context),
    'clients.moveDossierLine': (request) =>
      carryOut(context, 'clients.moveDossierLine', request, (writer, stamp) => moveDossierLine(writer, stamp, request)),
    'clients.dismissSuggestion': (request) =>
      carryOut(context, 'clients.dismissSuggestion', request, (writer, stamp) =>
        dismissSuggestion(writer, stamp, { ...request, until: addDays(context.clock.today(), dismissalDays) }),
      ),
  };
}

type SignalCalls =
  | 'clients.signals'
  | 'clients.markSignal'
  | 'clients.editSignal'
  | 'clients.endSignal'
  | 'clients.deleteSignal';

function signalHandlers(context: Context): Handlers<SignalCalls> {
  const { storage, clock } = context;
  return {
    'clients.signals': async ({ clientId }) => ({
      revision: await storage.revision(),
      stage: await readStage(storage.read, clientId),
      marks: await readOpenMarks(storage.read, clientId),
      dismissed: await readDismissedSuggestions(storage.read, clientId, clock.today()),
    }),
    'clients.markSignal': async (request) => {
      if (signalOf(request.code) === null)
        throw new AppError('bad_input', 'no such sign in the catalogue', { code: 'invalid_value' });
      refuseAhead({ markedOn: request.markedOn }, clock.today());
      return carryOut(context, 'clients.markSignal', request, (writer, stamp) => markSignal(writer, stamp, request));
    },
    'clients.editSignal': async (request) => {
      refuseAhead({ markedOn: request.markedOn }, clock.today());
      return carryOut(context, 'clients.editSignal', request, (writer, stamp) => editSignal(writer, stamp, request));
    },
    'clients.endSignal': (request) =>
      carryOut(context, 'clients.endSignal', request, (writer, stamp) =>
        endSignal(writer, stamp, request.markId, clock.today()),
      ),
    'clients.deleteSignal': (request) =>
      carryOut(context, 'clients.deleteSignal', request, (writer, stamp) =>
        deleteSignal(writer, stamp, request.markId),
      ),
  };
}

type AssetCalls = 'clients.assets' | 'clients.addAsset' | 'clients.editAsset' | 'clients.deleteAsset';

function assetHandlers(context: Context): Handlers<AssetCalls> {
  const { storage } = context;
  return {
    'clients.assets': async ({ clientId }) => ({
      revision: await storage.revision(),
      assets: [...(await readAssets(storage.read, clientId))],
    }),
    'clients.addAsset': ({ commandId, ...asset }) =>
      carryOut(context, 'clients.addAsset', { commandId }, async (writer, stamp) => {
        await expectClient(writer, asset.clientId);
        const assetId = await addAsset(writer, stamp, asset);
        await planTransfer(writer, stamp, assetId);
      }),
    'clients.editAsset': ({ commandId, assetId, ...fields }) =>
      carryOut(context, 'clients.editAsset', { commandId }, (writer, stamp) =>
        changingAccount(writer, stamp, assetId, () => changeAsset(writer, stamp, assetId, fields)),
      ),
    'clients.deleteAsset': ({ commandId, assetId }) =>
      carryOut(context, 'clients.deleteAsset', { commandId }, (writer, stamp) =>
        removeRow(writer, stamp, 'asset', assetId),
      ),
  };
}
