import { create } from 'zustand';
import { msg } from '@lingui/core/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { ApiError, call, onChanged } from '../api.ts';
import { carryOut as carryOutWithToast } from '../ui/carry-out.ts';
import { saveOpenText } from '../ui/closing.ts';
import { withSameParts } from '../ui/same-parts.ts';
import { showProblem } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';

type PageReply = CallOutput<'clients.open'>;

interface Clients {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly revision: number;
  /** The page that is open. */
  readonly page: ClientPage | null;
}

const nothing: Clients = { status: 'loading', problem: null, revision: -1, page: null };

export const useClients = create<Clients>(() => nothing);

function take(clientId: string, reply: PageReply): void {
  useClients.setState((now) => {
    if (now.page !== null && now.page.card.id === clientId && reply.revision < now.revision) return { problem: null };
    return { status: 'ready', problem: null, revision: reply.revision, page: withSameParts(now.page, reply.page) };
  });
}

/** A page that cannot be brought up to date stays, with all that is typed in it; it is said once until a load succeeds. */
function takeProblem(problem: unknown): void {
  const { page, problem: before } = useClients.getState();
  const isGone = problem instanceof ApiError && problem.code === 'not_found';
  if (page === null || isGone) return useClients.setState({ ...nothing, status: 'failed', problem });
  useClients.setState({ problem });
  if (before === null) showProblem(problem);
}

/** Keeps the page of one client up to date for as long as it is open. Returns the way to stop. */
export function followClient(clientId: string): () => void {
  let isOpen = true;
  if (useClients.getState().page?.card.id !== clientId) useClients.setState(nothing, true);
  const load = async () => {
    try {
      const reply = await call('clients.open', { clientId });
      if (isOpen) take(clientId, reply);
    } catch (problem) {
      if (isOpen) takeProblem(problem);
    }
  };
  void load();
  const stop = onChanged(({ revision, areas }) => {
    if (areas.includes('clients') && revision > useClients.getState().revision) void load();
  });
  return () => {
    isOpen = false;
    stop();
  };
}

/** One command on the open client, and a toast that takes it back. Tells whether it was done. */
export function change(run: (commandId: string) => Promise<PageReply>, done: string): Promise<boolean> {
  return carryOut(async (commandId) => {
    const reply = await run(commandId);
    // What a field of another client saved when it was left is not the page that is open now.
    if (useClients.getState().page?.card.id === reply.page.card.id) take(reply.page.card.id, reply);
  }, done);
}

/** The same for what the page's own parts read again by themselves. */
export function carryOut(
  run: (commandId: string) => Promise<unknown>,
  done: string,
  undoLabel?: string,
): Promise<boolean> {
  return carryOutWithToast(
    async (commandId) => {
      // A task may stand in the note that is being written: what is typed there must not be overtaken.
      await saveOpenText();
      await run(commandId);
    },
    done,
    undoLabel,
  );
}

/** The toast brings the client back with all that hangs on it. */
export function deleteClient(clientId: string, name: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('clients.delete', { commandId, clientId }),
    i18n.t(msg`${name} is in the trash`),
    i18n.t(msg`Restore`),
  );
}
