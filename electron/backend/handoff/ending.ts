import { readCard } from '../../../db/card.ts';
import { changeHandoff, listHandoffs } from '../../../db/handoff.ts';
import {
  addPartingReasons,
  endClient,
  readArchive,
  readLivingClient,
  readPartingClient,
  readPartingReasons,
  startAgain,
} from '../../../db/parting.ts';
import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { partingSentence } from '../../../shared/handoff/parting.ts';
import type { Context, HandlersOf } from '../context.ts';
import { addAfterCareCall } from './after-care.ts';
import { changeRunning, pageOf } from './running.ts';
import { afterCareDay, startHandoff } from './start.ts';

type EndingCalls =
  | 'handoff.list'
  | 'handoff.archive'
  | 'handoff.end'
  | 'handoff.comeBack'
  | 'handoff.open'
  | 'handoff.close'
  | 'handoff.cancel';

/** How a client leaves, with or without a month of handoff, and how it comes back. */
export function endingHandlers(context: Context): Pick<HandlersOf<'handoff'>, EndingCalls> {
  const { storage, clock, language } = context;
  return {
    'handoff.list': async () => ({
      revision: await storage.revision(),
      handoffs: [...(await listHandoffs(storage.read, clock.today()))],
    }),
    'handoff.archive': async () => ({
      revision: await storage.revision(),
      entries: await readArchive(storage.read),
    }),
    'handoff.end': async (request) => {
      const written = await storage.write({ id: request.commandId, name: 'handoff.end' }, (writer, stamp) =>
        request.choice === 'handoff'
          ? startHandoff(writer, stamp, request)
          : endAtOnce(context, { writer, stamp, request }),
      );
      return {
        revision: await storage.revision(),
        card: await readCard(storage.read, request.clientId),
        handoffId: written.rows.find((row) => row.table === 'handoff' && row.inserted)?.id ?? null,
      };
    },
    'handoff.comeBack': async ({ commandId, clientId }) => {
      await storage.write({ id: commandId, name: 'handoff.comeBack' }, async (writer, stamp) => {
        const client = await readLivingClient(writer, clientId);
        if (client.stage !== 'ended') throw new AppError('conflict', 'the client is on the board already');
        await startAgain(writer, stamp, clientId, clock.today());
      });
      return { revision: await storage.revision(), card: await readCard(storage.read, clientId) };
    },
    'handoff.open': ({ handoffId }) => pageOf(context, handoffId),
    'handoff.close': ({ commandId, handoffId }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.close' }, async (writer, stamp, handoff) => {
        const reasons = await readPartingReasons(writer, handoffId);
        await changeHandoff(writer, stamp, handoffId, { state: 'closed', closed_at: stamp.now });
        await endClient(writer, stamp, {
          clientId: handoff.client_id,
          endOn: clock.today(),
          reason: partingSentence(reasons, handoff.reason_text, language()),
        });
        const dueOn = await afterCareDay(writer, handoff.start_on);
        await addAfterCareCall(writer, stamp, { handoff, dueOn, language: language() });
      }),
    'handoff.cancel': ({ commandId, handoffId }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.cancel' }, (writer, stamp) =>
        changeHandoff(writer, stamp, handoffId, { state: 'cancelled', closed_at: stamp.now }),
      ),
  };
}

type EndRequest = CallRequest<'handoff.end'>;

async function endAtOnce(
  { clock, language }: Context,
  { writer, stamp, request }: { readonly writer: Writer; readonly stamp: Stamp; readonly request: EndRequest },
): Promise<void> {
  const client = await readPartingClient(writer, request.clientId);
  const reason = partingSentence(request.reasons, request.reasonText, language());
  if (reason === '') throw new AppError('reason_missing', 'ending without a handoff needs a reason');
  await endClient(writer, stamp, { clientId: client.id, endOn: clock.today(), reason });
  await addPartingReasons(writer, stamp, { clientId: client.id, handoffId: null, codes: request.reasons });
}
