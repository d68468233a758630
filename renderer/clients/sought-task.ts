import { useEffect, useState } from 'react';
import type { ClientPage, Task } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import type { Spot } from '../ui/navigation.ts';
import { showProblem } from '../ui/toast.ts';

export function holdsTask(page: ClientPage, taskId: string): boolean {
  return page.tasks.some(({ id }) => id === taskId);
}

/**
 * The task that a search led to, when it was done so long ago that the page leaves it out; read anew with every change
 * of the page. Null where nothing is missing.
 */
export function useSoughtTask(page: ClientPage, spot: Spot | undefined): Task | null {
  const [read, setRead] = useState<Task | null>(null);
  const soughtId = spot?.record === 'task' && !holdsTask(page, spot.id) ? spot.id : null;
  useEffect(() => {
    if (soughtId === null) return undefined;
    let isCurrent = true;
    call('clients.task', { taskId: soughtId }).then(({ task }) => {
      if (isCurrent) setRead(task);
    }, showProblem);
    return () => {
      isCurrent = false;
    };
  }, [soughtId, page]);
  return read?.id === soughtId ? read : null;
}
