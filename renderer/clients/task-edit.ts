import { useLingui } from '@lingui/react/macro';
import { type ClientPage, type Side, sides, type Task } from '../../shared/contract/clients.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { isPresent } from '../../shared/people.ts';
import { call } from '../api.ts';
import { useToday } from '../ui/clock.ts';
import type { Option } from '../ui/option-list.tsx';
import type { Segment } from '../ui/segmented.tsx';
import { usePartners } from '../ui/session.ts';
import { change } from './client-store.ts';

export interface TaskEdit {
  /** One command for each field that is changed. */
  readonly edit: (fields: Omit<CallInput<'clients.editTask'>, 'commandId' | 'taskId'>) => Promise<boolean>;
  readonly tick: (isDone: boolean) => Promise<boolean>;
  readonly remove: () => Promise<boolean>;
}

export function useTaskEdit({ id: taskId, title: name }: Task): TaskEdit {
  const { t } = useLingui();
  const send = (fields: Parameters<TaskEdit['edit']>[0], said: string) =>
    change((commandId) => call('clients.editTask', { commandId, taskId, ...fields }), said);
  return {
    edit: (fields) => send(fields, t`Task changed`),
    tick: (done) => send({ done }, done ? t`Done: ${name}` : t`Not done yet: ${name}`),
    remove: () => change((commandId) => call('clients.deleteTask', { commandId, taskId }), t`Task is in the trash`),
  };
}

export function sideOf(task: Task): Side {
  return sides.find((side) => side === task.side) ?? 'agency';
}

export function useSideSegments(): readonly Segment<Side>[] {
  const { t } = useLingui();
  return [
    { id: 'agency', label: t`Ours` },
    { id: 'client', label: t`The client’s` },
    { id: 'successor', label: t`The successor’s` },
  ];
}

/** Whose name is offered for a task of that side; any other may be written. */
export function usePeopleOf(side: Side, page: ClientPage): readonly Option[] {
  const partners = usePartners();
  const today = useToday();
  const people = side === 'agency' ? partners : page.contacts.filter((contact) => isPresent(contact, today));
  return people.map(({ id, name }) => ({ id, label: name }));
}
