import { useEffect, useRef, useState } from 'react';
import { type Row, rowAfter } from './rows.ts';

export interface ChosenRow {
  readonly active: Row | undefined;
  readonly point: (rowId: string) => void;
  readonly step: (by: number) => void;
  readonly run: () => void;
}

export interface RowChoice {
  readonly rows: readonly Row[];
  /** What was asked; the choice begins anew with another question. */
  readonly question: string;
  readonly isAnswered: boolean;
  readonly firstId?: string | undefined;
}

/** The row that Enter runs: the one that was walked or pointed to, else the first. */
export function useChosenRow({ rows, question, isAnswered, firstId }: RowChoice): ChosenRow {
  const [choice, setChoice] = useState({ question, id: firstId ?? null });
  const hurried = useRef<string | null>(null);
  const wanted = choice.question === question ? choice.id : null;
  const active = rows.find(({ id }) => id === wanted) ?? rows[0];
  useEffect(() => {
    if (hurried.current !== null && hurried.current !== question) hurried.current = null;
    if (hurried.current === null || !isAnswered) return;
    hurried.current = null;
    active?.run();
  }, [question, isAnswered, active]);
  const point = (id: string) => setChoice({ question, id });
  return {
    active,
    point,
    step: (by) => {
      const next = rowAfter(rows, active, by);
      if (next !== undefined) point(next.id);
    },
    // Enter means what was typed, not what was found for less of it.
    run: () => {
      if (isAnswered || wanted !== null) active?.run();
      else hurried.current = question;
    },
  };
}
