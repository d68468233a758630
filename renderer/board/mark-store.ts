import { msg } from '@lingui/core/macro';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { MarkedClients } from '../../shared/contract/board.ts';
import { call } from '../api.ts';
import { followed } from './followed.ts';

/** Clients by the code of the signal that is true of them now. */
export type Marks = ReadonlyMap<string, ReadonlySet<string>>;

interface MarkState {
  /** Null until they were read: nobody is left out meanwhile. */
  readonly marks: Marks | null;
}

const nothing: MarkState = { marks: null };

export const useMarks = create<MarkState>(() => nothing);

const reading = followed(
  async () => (await call('board.marks', {})).marks,
  take,
  msg`Which signals are true of whom could not be read.`,
);

/** The columns are made anew only when there is news. */
function take(answered: readonly MarkedClients[]): void {
  const { marks: before } = useMarks.getState();
  const isSame =
    before?.size === answered.length &&
    answered.every(({ code, clientIds }) => {
      const known = before.get(code);
      return known?.size === clientIds.length && clientIds.every((id) => known.has(id));
    });
  if (!isSame) useMarks.setState({ marks: new Map(answered.map((each) => [each.code, new Set(each.clientIds)])) });
}

/** Read only while somebody looks for a signal. */
export function useFreshMarks(areWanted: boolean): void {
  useEffect(() => {
    if (!areWanted) return undefined;
    reading.load();
    return reading.follow();
  }, [areWanted]);
}

/** For tests. */
export function forgetMarks(): void {
  reading.forget();
  useMarks.setState(nothing);
}
