import { useEffect } from 'react';
import { create } from 'zustand';
import type { CalendarView } from '../../../shared/contract/work-calendars.ts';
import { call, onChanged } from '../../api.ts';
import { showProblem } from '../../ui/toast.ts';

interface Calendars {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Code of the one in force. */
  readonly chosen: string;
  readonly calendars: readonly CalendarView[];
}

const useStore = create<Calendars>(() => ({ status: 'loading', chosen: '', calendars: [] }));

/** Read when the section opens, and again after every change of the settings. */
export function useCalendars(): Calendars {
  useEffect(() => {
    void loadCalendars();
    return onChanged(({ areas }) => {
      if (areas.includes('settings')) void loadCalendars();
    });
  }, []);
  return useStore();
}

let lastAsked = 0;

export async function loadCalendars(): Promise<void> {
  lastAsked += 1;
  const turn = lastAsked;
  try {
    const { chosen, calendars } = await call('settings.calendars', {});
    if (turn === lastAsked) useStore.setState({ status: 'ready', chosen, calendars });
  } catch (problem) {
    // What was read before stays, with what is typed in it.
    useStore.setState(({ status }) => ({ status: status === 'ready' ? status : 'failed' }));
    showProblem(problem);
  }
}
