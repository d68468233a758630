import { v4 } from 'uuid';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { testContext } from '../testing.ts';

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** A client that was met on 23 November 2026, the day of the test clock, and the calls about it. */
export async function openScene() {
  const context = testContext();
  const clients = clientsHandlers(context);
  const command = () => ({ commandId: v4() });
  const addClient = async (name: string) => {
    const reply = await boardHandlers(context)['board.createClient']({ ...command(), name, stage: 'acquaintance' });
    return reply.card.id;
  };
  const clientId = await addClient('Ольха');
  return {
    context,
    clients,
    command,
    addClient,
    clientId,
    playbook: async (of = clientId) => (await clients['clients.playbook']({ clientId: of })).playbook,
    undo: () => context.storage.undo(v4()),
  };
}
