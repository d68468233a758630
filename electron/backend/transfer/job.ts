import { setImmediate as breath } from 'node:timers/promises';

/** Something long that says how far it is and can be told to stop. */
export interface Job {
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly begin: (total: number) => void;
  /** Between two steps: others get their turn when it is time. True when the rest is not wanted any more. */
  readonly step: (done: number) => Promise<boolean>;
  readonly cancel: () => void;
}

/** Thrown through a long work by whoever finds that the rest is not wanted. */
export class Cancelled extends Error {}

/** Shorter than a frame of the screen. */
const longestTurnMs = 12;

export function createJob(): Job {
  let progress = { done: 0, total: 0 };
  let isCancelled = false;
  let lastBreath = 0;
  return {
    progress: () => progress,
    begin: (total) => {
      progress = { done: 0, total };
    },
    step: async (done) => {
      progress = { ...progress, done };
      if (performance.now() - lastBreath > longestTurnMs) {
        await breath();
        lastBreath = performance.now();
      }
      return isCancelled;
    },
    cancel: () => {
      isCancelled = true;
    },
  };
}
