import { harmlessSamples, secretSamples } from './secret-samples.ts';

export const leastRecall = 0.95;
export const mostFalseAlarms = 0.02;

type Detector = (text: string) => readonly unknown[];

export interface Measured {
  readonly missed: readonly string[];
  readonly alarms: readonly string[];
  readonly recall: number;
  readonly falseAlarms: number;
}

/** How a detector of secrets fares with the labelled samples. */
export function measure(detect: Detector): Measured {
  const missed = secretSamples.filter((text) => detect(text).length === 0);
  const alarms = harmlessSamples.filter((text) => detect(text).length > 0);
  return {
    missed,
    alarms,
    recall: 1 - missed.length / secretSamples.length,
    falseAlarms: alarms.length / harmlessSamples.length,
  };
}

/** They must fall short, the one by what it misses, the other by its alarms. */
export const badDetectors = {
  findsNothing: () => [],
  findsEverything: (text) => [text],
} as const satisfies Readonly<Record<string, Detector>>;
