import { copyOf, countFiles, differences } from './disk.ts';
import { Playback } from './playback.ts';
import { isDone, type RecordedCalls } from './recording.ts';

/** After which call the power goes off. */
export interface Moment {
  readonly call: number;
  /** How many things had been said to be done. */
  readonly done: number;
  /** Taken however many states there are already. */
  readonly isDue: boolean;
}

export interface Played {
  /** After which calls something is otherwise than before, with how much more a moment is worth. */
  readonly moments: readonly (Moment & { readonly weight: number })[];
  readonly files: number;
  /** In what the played disk differs from the one that the program really left. */
  readonly unlike: readonly string[];
}

export const playbackOf = ({ before, root }: RecordedCalls): Playback => new Playback(copyOf(before), root);

/** Plays all of it without a power cut. */
export function playToEnd(recorded: RecordedCalls): Played {
  const playback = playbackOf(recorded);
  const moments: Played['moments'][number][] = [];
  let done = 0;
  for (const [call, each] of recorded.calls.entries()) {
    const effect = playback.play(each);
    if (effect === 'nothing') continue;
    const before = done;
    if (effect === 'told') done = playback.told.filter(isDone).length;
    const isDue = done > before;
    // Names and syncs are fewer than writes, and more depends on them.
    if (isDue || effect !== 'told') moments.push({ call, done, isDue, weight: effect === 'write' ? 1 : 4 });
  }
  return { moments, files: countFiles(recorded.left), unlike: differences(playback.disk, recorded.left) };
}

export interface Wanted {
  readonly states: number;
  /** Taken of each stretch between two promises, whatever chance says. */
  readonly fewestAmid: number;
}

/** Every moment at which something was said to be done, some of each stretch in between, and others by chance. */
export function chosen({ moments }: Played, wanted: Wanted, random: () => number): readonly Moment[] {
  const total = moments.reduce((sum, { weight }) => sum + weight, 0);
  const due = new Set(moments.filter(({ isDue }) => isDue));
  for (const [done, stretch] of Map.groupBy(moments, (moment) => moment.done)) {
    const others = stretch.filter(({ isDue }) => !isDue);
    // Before the first promise nothing else is due.
    for (let left = Math.max(wanted.fewestAmid, done === 0 ? 1 : 0); left > 0 && others.length > 0; left -= 1)
      for (const moment of others.splice(Math.floor(random() * others.length), 1)) due.add(moment);
  }
  return moments.flatMap((moment): readonly Moment[] => {
    const { call, done, weight } = moment;
    if (due.has(moment)) return [{ call, done, isDue: true }];
    return random() < (wanted.states * weight) / total ? [{ call, done, isDue: false }] : [];
  });
}
