import { readCard } from '../../../db/card.ts';
import { listHandoffs } from '../../../db/handoff.ts';
import {
  addPartingReasons,
  endClient,
  readArchive,
  readLivingClient,
  readPartingClient,
  startAgain,
} from '../../../db/parting.ts';
import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { partingSentence } from '../../../shared/handoff/parting.ts';
import type { Context, HandlersOf } from '../context.ts';
import { pageOf } from './running.ts';
import { startHandoff } from './start.ts';

type EndingCalls = 'handoff.list' | 'handoff.archive' | 'handoff.end' | 'handoff.comeBack' | 'handoff.open';

/** How a client leaves, with or without a month of handoff, and how it comes back. */
export function endingHandlers(context: Context): Pick<HandlersOf<'handoff'>, EndingCalls> {
  const { storage, clock } = context;
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
        handoffId: written.rows.find(({ table }) => table === 'handoff')?.id ?? null,
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
