import type { candidateStates } from '../../shared/contract/handoff.ts';
import { call } from '../api.ts';
import { change } from './handoff-store.ts';

/** Whoever was chosen before stays in reserve; the steps on the successor’s side name the new one. */
export function setStanding(candidateId: string, state: (typeof candidateStates)[number]): Promise<boolean> {
  return change((commandId) => call('handoff.editCandidate', { commandId, candidateId, state }));
}

export function toneOfStanding(state: string): 'ok' | 'plain' {
  return state === 'leaning' || state === 'chosen' ? 'ok' : 'plain';
}
