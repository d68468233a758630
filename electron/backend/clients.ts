import {
  addContact,
  deleteClient,
  deleteContact,
  editClient,
  editContact,
  readClientNames,
  readClientPage,
} from '../../db/clients.ts';
import { clientOf } from '../../db/records.ts';
import { addDossierLine, deleteDossierLine, editDossierLine } from '../../db/dossier.ts';
import { addTask, readTask } from '../../db/tasks.ts';
import { readTimeline } from '../../db/timeline.ts';
import type { Writer } from '../../db/schema.ts';
import type { Command, Stamp } from '../../db/storage.ts';
import type { Id } from '../../shared/contract/call.ts';
import type { CallName, CallOutput } from '../../shared/contract/contract.ts';
import { refuseAhead } from '../../shared/refuse-ahead.ts';
import { dossierHandlers } from './clients/dossier.ts';
import { playbookHandlers } from './clients/playbook.ts';
import type { Context, HandlersOf } from './context.ts';
import { workHandlers } from './clients/work.ts';
import { carryOutOnNote, type NoteCommand } from './notes/note-command.ts';
import { rememberSeen, seenClients } from './seen-clients.ts';

export function clientsHandlers(context: Context): HandlersOf<'clients'> {
  const { storage } = context;

  async function page(clientId: Id): Promise<CallOutput<'clients.open'>> {
    return {
      revision: await storage.revision(),
      page: await readClientPage(storage.read, clientId, context.clock.now()),
    };
  }

  /** One command, then the page as it is after it. */
  async function change(
    command: Command,
    clientId: Id | (() => Promise<Id>),
    work: (writer: Writer, stamp: Stamp) => Promise<void>,
  ): Promise<CallOutput<'clients.open'>> {
    await storage.write(command, work);
    return page(typeof clientId === 'string' ? clientId : await clientId());
  }

  async function changeTask(command: NoteCommand, taskId: Id): Promise<CallOutput<'clients.open'>> {
    await carryOutOnNote(context, command);
    return page(await clientOf(storage.read, 'task', taskId));
  }

  const named = (name: CallName, { commandId }: { readonly commandId: Id }): Command => ({ id: commandId, name });

  return {
    ...workHandlers(context),
    ...dossierHandlers(context),
    'clients.open': async ({ clientId }) => {
      const opened = await page(clientId);
      rememberSeen(storage, clientId);
      return opened;
    },
    'clients.edit': async (request) => {
      refuseAhead({ sinceOn: request.sinceOn }, context.clock.today());
      return change(named('clients.edit', request), request.clientId, (writer, stamp) =>
        editClient(writer, stamp, request),
      );
    },
    'clients.delete': async (request) => {
      await storage.write(named('clients.delete', request), (writer, stamp) =>
        deleteClient(writer, stamp, request.clientId),
      );
      return { revision: await storage.revision() };
    },
    'clients.addContact': (request) =>
      change(named('clients.addContact', request), request.clientId, (writer, stamp) =>
        addContact(writer, stamp, request),
      ),
    'clients.editContact': (request) =>
      change(
        named('clients.editContact', request),
        () => clientOf(storage.read, 'contact', request.contactId),
        (writer, stamp) => editContact(writer, stamp, request),
      ),
    'clients.deleteContact': (request) =>
      change(
        named('clients.deleteContact', request),
        () => clientOf(storage.read, 'contact', request.contactId),
        (writer, stamp) => deleteContact(writer, stamp, request.contactId),
      ),
    'clients.addTask': (request) =>
      change(named('clients.addTask', request), request.clientId, (writer, stamp) => addTask(writer, stamp, request)),
    'clients.task': async ({ taskId }) => ({ task: await readTask(storage.read, taskId) }),
    'clients.editTask': (request) => changeTask({ name: 'clients.editTask', request }, request.taskId),
    'clients.deleteTask': (request) => changeTask({ name: 'clients.deleteTask', request }, request.taskId),
    'clients.addDossierLine': async (request) => {
      refuseAhead({ decidedOn: request.decidedOn }, context.clock.today());
      return change(named('clients.addDossierLine', request), request.clientId, (writer, stamp) =>
        addDossierLine(writer, stamp, request),
      );
    },
    'clients.editDossierLine': async (request) => {
      refuseAhead({ decidedOn: request.decidedOn }, context.clock.today());
      return change(
        named('clients.editDossierLine', request),
        () => clientOf(storage.read, 'dossier_line', request.lineId),
        (writer, stamp) => editDossierLine(writer, stamp, request),
      );
    },
    'clients.deleteDossierLine': (request) =>
      change(
        named('clients.deleteDossierLine', request),
        () => clientOf(storage.read, 'dossier_line', request.lineId),
        (writer, stamp) => deleteDossierLine(writer, stamp, request.lineId),
      ),
    'clients.timeline': (request) => readTimeline(storage.read, request, context.clock.today()),
    ...playbookHandlers(context),
    'clients.names': async () => ({ clients: await readClientNames(storage.read, await seenClients(storage)) }),
  };
}
