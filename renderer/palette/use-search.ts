import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call } from '../api.ts';

export interface SearchState {
  /** What the hits belong to; behind what is typed while the answer is on its way. */
  readonly text: string;
  readonly found: CallOutput<'search.find'>;
  readonly problem: unknown;
}

const nothing: SearchState = {
  text: '',
  found: { hits: [], total: { notes: 0, clients: 0, contacts: 0, tasks: 0, handoffs: 0 }, indexed: null },
  problem: null,
};

/** Searches as one types. The last hits stay until the new ones are there, so that the list never blinks. */
export function useSearch(text: string, limit: number): SearchState {
  const [state, setState] = useState(nothing);
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: SearchState) => {
      if (mine === turn.current) setState(next);
    };
    if (text.trim() === '') show(nothing);
    else {
      call('search.find', { text: text.slice(0, 400), limit }).then(
        (found) => show({ text, found, problem: null }),
        (problem: unknown) => show({ ...nothing, text, problem }),
      );
    }
  }, [text, limit]);
  return state;
}
