import type { Day } from './calendar.ts';

/** Where a client stood after a command; null: not on the board, because it is not there yet or was deleted. */
export interface Standing {
  readonly day: Day;
  readonly clientId: string;
  readonly stage: string | null;
}

/**
 * The days at whose end some client stood in another stage than at the end of the day before, oldest first. What was
 * undone on the same day changed nothing. `standings` come in the order of the commands.
 */
export function daysOfChange(standings: readonly Standing[]): Day[] {
  const stageOf = new Map<string, string | null>();
  const byDay = Map.groupBy(standings, ({ day }) => day);
  const changed = [...byDay].filter(([, ofDay]) => {
    const last = new Map(ofDay.map(({ clientId, stage }) => [clientId, stage]));
    const isChanged = [...last].some(([clientId, stage]) => stage !== (stageOf.get(clientId) ?? null));
    for (const [clientId, stage] of last) stageOf.set(clientId, stage);
    return isChanged;
  });
  return changed.map(([day]) => day).toSorted();
}
