import { type SignalContent, signals } from './content/signals.ts';
import type { Day } from './calendar.ts';
import { type OwnStage, ownOf } from './stage-words.ts';

const byCode = new Map<string, SignalContent>(signals.map((signal) => [signal.code, signal]));

/** Null for a code that another version of the program knows. */
export function signalOf(code: string): SignalContent | null {
  return byCode.get(code) ?? null;
}

/** Critical flags weigh more than any other, a code without content stands between flags and good signs. */
export function badnessOf(code: string): number {
  const signal = signalOf(code);
  if (signal === null || signal.polarity === 'neutral') return 0;
  if (signal.polarity === 'green') return -signal.weight;
  return signal.weight + (signal.isCritical ? 10 : 0);
}

/** Flags by weight, then what is neither, then good signs; of equals the newest first. */
export function worstFirst<Mark extends { readonly code: string; readonly markedOn: Day }>(
  marks: readonly Mark[],
): readonly Mark[] {
  return marks.toSorted(
    (one, other) => badnessOf(other.code) - badnessOf(one.code) || compare(other.markedOn, one.markedOn),
  );
}

/** What may be marked on a client: what belongs to its stage, and all the rest. */
export function signalsForStage(
  stage: string,
  open: readonly string[],
  own: readonly OwnStage[],
): { readonly first: readonly SignalContent[]; readonly others: readonly SignalContent[] } {
  const free = signals.filter(({ code }) => !open.includes(code));
  return {
    first: free.filter((signal) => offersFirst(signal, stage, own)),
    others: free.filter((signal) => !offersFirst(signal, stage, own)),
  };
}

/** As the partners have the list of the stage. */
export function offersFirst({ code, stage: home }: SignalContent, stage: string, own: readonly OwnStage[]): boolean {
  const mine = ownOf(stage, own);
  return home === stage ? mine?.withheld.includes(code) !== true : mine?.offered.includes(code) === true;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
