/** A key and the moment just before it was sent, so that no delay of the machine makes a loss look smaller. */
export interface SentKey {
  readonly at: number;
  readonly text: string;
}

/** All that is known of one time of typing. */
export interface Typing {
  /** What stood there before the first key, and was saved. */
  readonly before: string;
  readonly keys: readonly SentKey[];
  /** The texts that the program said were saved. */
  readonly shownAsSaved: readonly string[];
  readonly killedAt: number;
}

export interface Verdict {
  /** How long before the end the first key was sent that is gone; 0 when none is. */
  readonly lostMs: number;
  readonly lostKeys: number;
  /** Words that were shown as saved and are gone. */
  readonly lostSaved: boolean;
  /** What is there was never typed so. */
  readonly isForeign: boolean;
}

/** Compares what is there after the end with what was typed and with what was shown as saved. */
export function judge({ before, keys, shownAsSaved, killedAt }: Typing, found: string): Verdict {
  const texts = keys.reduce<readonly string[]>((all, { text }) => [...all, `${all.at(-1) ?? before}${text}`], []);
  const kept = [before, ...texts].lastIndexOf(found);
  const firstLost = keys[Math.max(0, kept)];
  return {
    lostMs: firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost.at),
    lostKeys: keys.length - Math.max(0, kept),
    lostSaved: shownAsSaved.some((saved) => !found.startsWith(saved)),
    isForeign: kept < 0,
  };
}

/** Most that may be lost. */
export const longestLossMs = 600;

export function holds({ lostMs, lostSaved, isForeign }: Verdict, allowedMs = longestLossMs): boolean {
  return lostMs <= allowedMs && !lostSaved && !isForeign;
}
