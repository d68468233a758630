const pauseMs = 600;
/** Whoever types without a pause sees the rest of the page follow after this. */
const longestWaitMs = 30_000;
/** What is kept later than this after a key could be gone with the program. */
const keepMs = 300;

interface PaceParts {
  readonly save: () => void;
  readonly keep: () => void;
}

/** When what is typed is saved, and kept until then. */
export interface WritePace {
  readonly typed: () => void;
  /** The disk is busy: it is asked again in a moment. */
  readonly keepLater: () => void;
  /** What was typed while the disk was busy has waited long enough. */
  readonly keepNow: () => void;
  readonly stop: () => void;
}

export function createWritePace({ save, keep }: PaceParts): WritePace {
  /** Until when it has to be quiet for a save; the timer is set once for many keys, since setting one takes its time. */
  let quietUntil = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  function saveWhenQuiet(): void {
    const left = Math.ceil(quietUntil - performance.now());
    if (left <= 0) return save();
    pause = setTimeout(saveWhenQuiet, left);
  }

  function keepDue(): void {
    keeping = undefined;
    keep();
  }

  function keepLater(): void {
    keeping ??= setTimeout(keepDue, keepMs);
  }

  return {
    typed: () => {
      quietUntil = performance.now() + pauseMs;
      pause ??= setTimeout(saveWhenQuiet, pauseMs);
      latest ??= setTimeout(save, longestWaitMs);
      keepLater();
    },
    keepLater,
    keepNow: () => {
      if (keeping === undefined) return;
      clearTimeout(keeping);
      keepDue();
    },
    stop: () => {
      clearTimeout(pause);
      clearTimeout(latest);
      clearTimeout(keeping);
      [pause, latest, keeping] = [undefined, undefined, undefined];
    },
  };
}
