import type { Changed } from '../../shared/contract/contract.ts';

export interface Rereading {
  /** Something changed: it is read once, after it has been quiet for a moment. */
  readonly soon: (areas: Changed['areas']) => void;
  /** What waits is read now: it is about to be looked at. */
  readonly now: () => void;
  readonly stop: () => void;
}

const pauseMs = 300;
/** Longer than most pauses in which a note is saved: whoever types is not read for. */
const typingPauseMs = 3000;

/** Saves come in bursts; what shows their sum is read again when they are over. */
export function rereadingBy(read: () => void): Rereading {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHurried = false;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    isHurried = false;
  };
  const run = () => {
    stop();
    read();
  };
  return {
    soon: (areas) => {
      // The words of a note change little of the sum; anything else, a task among it, does not wait for the end of the typing.
      isHurried ||= !areas.includes('notes') || areas.includes('health');
      clearTimeout(timer);
      timer = setTimeout(run, isHurried ? pauseMs : typingPauseMs);
    },
    now: () => {
      if (timer !== undefined) run();
    },
    stop,
  };
}
