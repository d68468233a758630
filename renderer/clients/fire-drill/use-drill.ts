import { useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import type { SuccessorMode } from '../../../shared/handoff/plan.ts';
import { call } from '../../api.ts';
import { closeOverlay } from '../../ui/navigation.ts';
import { showProblem } from '../../ui/toast.ts';

export interface DrillChoices {
  readonly clientId: string;
  readonly successor: SuccessorMode;
  /** Null is the first template. */
  readonly templateId: string | null;
}

export function requestOf({ clientId, successor, templateId }: DrillChoices): CallInput<'handoff.fireDrill'> {
  return { clientId, successor, ...(templateId !== null && { templateId }) };
}

interface ReadDrill {
  /** Null until it is read; while another one is, the last stands. */
  readonly drill: CallOutput<'handoff.fireDrill'> | null;
  readonly templates: readonly HandoffTemplateView[];
}

/** Where it cannot be read, the dialog gives way to the reason. */
export function useDrill({ clientId, successor, templateId }: DrillChoices): ReadDrill {
  const [read, setRead] = useState<ReadDrill>({ drill: null, templates: [] });
  useEffect(() => {
    let isOvertaken = false;
    Promise.all([
      call('handoff.fireDrill', requestOf({ clientId, successor, templateId })),
      call('handoff.templates', {}),
    ]).then(
      ([drill, { templates }]) => {
        if (!isOvertaken) setRead({ drill, templates });
      },
      (problem: unknown) => {
        if (isOvertaken) return;
        showProblem(problem);
        closeOverlay();
      },
    );
    return () => {
      isOvertaken = true;
    };
  }, [clientId, successor, templateId]);
  return read;
}
