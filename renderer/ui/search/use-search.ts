import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { SearchGroup } from '../../../shared/contract/search.ts';
import { call, onChanged } from '../../api.ts';
import { rereadingBy } from '../coalesce.ts';

type Found = CallOutput<'search.find'>;

export interface SearchState {
  /** What the hits belong to; behind what is asked while the answer is on its way. */
  readonly text: string;
  readonly group: SearchGroup | null;
  readonly found: Found;
  readonly problem: unknown;
}

export interface Search extends SearchState {
  /** Asks the same once more. */
  readonly again: () => void;
}

export interface SearchQuestion {
  readonly text: string;
  /** Hits of each group. */
  readonly limit: number;
  /** Only the hits of this one; the others are counted all the same. */
  readonly group?: SearchGroup | null;
}

const nothing: SearchState = {
  text: '',
  group: null,
  found: { hits: [], total: { notes: 0, clients: 0, contacts: 0, tasks: 0, handoffs: 0 }, atLeast: [], indexed: null },
  problem: null,
};

const longestText = 400;

/**
 * Searches as one types, and again when what is searched changes or the index has grown. The last hits stay until the
 * new ones are there, so that the list never blinks.
 */
export function useSearch({ text, limit, group = null }: SearchQuestion): Search {
  const [state, setState] = useState(nothing);
  const [times, setTimes] = useState(0);
  const turn = useRef(0);
  const ask = useEffectEvent(() => {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: SearchState) => {
      if (mine === turn.current) setState(next);
    };
    find(text.slice(0, longestText), limit, group).then(
      (found) => show({ text, group, found, problem: null }),
      (problem: unknown) => show({ ...nothing, text, group, problem }),
    );
  });
  useEffect(() => ask(), [text, limit, group, times]);
  useEffect(() => {
    const rereading = rereadingBy(ask);
    const stop = onChanged(({ areas }) => {
      if (areas.includes('search')) ask();
      else if (areas.some((area) => area !== 'settings' && area !== 'safety')) rereading.soon(areas);
    });
    return () => {
      stop();
      rereading.stop();
    };
  }, []);
  return { ...state, again: () => setTimes(times + 1) };
}

async function find(text: string, limit: number, group: SearchGroup | null): Promise<Found> {
  if (group === null) return call('search.find', { text, limit });
  const [found, counted] = await Promise.all([
    call('search.find', { text, limit, group }),
    call('search.find', { text, limit: 1 }),
  ]);
  // The asked group is looked through further than those that are only counted.
  const others = counted.atLeast.filter((each) => each !== group);
  return {
    ...found,
    total: { ...counted.total, [group]: found.total[group] },
    atLeast: [...others, ...found.atLeast],
  };
}
