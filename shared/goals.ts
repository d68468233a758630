export interface Goals {
  readonly ourHorizon: string;
  readonly theirHorizon: string;
  readonly goalsMatch: string;
}

/** How the goals of both sides differ: in what they want, in how long they look ahead, or in both. */
export function mismatchOf({ ourHorizon, theirHorizon, goalsMatch }: Goals): 'goals' | 'horizons' | 'both' | null {
  const differ = ourHorizon !== '' && theirHorizon !== '' && ourHorizon !== theirHorizon;
  if (goalsMatch === 'no') return differ ? 'both' : 'goals';
  return differ ? 'horizons' : null;
}
