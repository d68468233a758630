import { useEffect } from 'react';
import { create } from 'zustand';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import { call, onChanged } from '../../api.ts';
import { showProblem } from '../../ui/toast.ts';

interface Templates {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly templates: readonly HandoffTemplateView[];
  /** The one that is edited; null is the first. */
  readonly openId: string | null;
}

const useStore = create<Templates>(() => ({ status: 'loading', templates: [], openId: null }));

/** Read when the section opens, and again after every change of the settings. */
export function useHandoffTemplates(): Templates {
  useEffect(() => {
    void loadTemplates();
    return onChanged(({ areas }) => {
      if (areas.includes('settings')) void loadTemplates();
    });
  }, []);
  return useStore();
}

let lastAsked = 0;

export async function loadTemplates(): Promise<void> {
  lastAsked += 1;
  const turn = lastAsked;
  try {
    const { templates } = await call('handoff.templates', {});
    if (turn === lastAsked) useStore.setState({ status: 'ready', templates });
  } catch (problem) {
    // What was read before stays, with what is typed in it.
    useStore.setState(({ status }) => ({ status: status === 'ready' ? status : 'failed' }));
    showProblem(problem);
  }
}

export function openTemplate(openId: string | null): void {
  useStore.setState({ openId });
}
