import { call } from '../api.ts';

interface NextStep {
  readonly clientId: string;
  /** The step there is; null adds one. */
  readonly taskId: string | null;
  readonly title: string;
  readonly dueOn: string | null;
}

/** Writes the client's earliest open task of ours. */
export function sendNextStep(commandId: string, { clientId, taskId, title, dueOn }: NextStep): Promise<unknown> {
  return taskId === null
    ? call('clients.addTask', { commandId, clientId, title, dueOn, side: 'agency', person: '' })
    : call('clients.editTask', { commandId, taskId, title, dueOn });
}
