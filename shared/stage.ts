export const stages = ['acquaintance', 'honeymoon', 'stable', 'stagnation', 'reanimation', 'ended'] as const;

export type Stage = (typeof stages)[number];

export type BoardStage = Exclude<Stage, 'ended'>;

/** The five columns, in their order; `ended` is the shelf beside them. */
export const boardStages = [
  'acquaintance',
  'honeymoon',
  'stable',
  'stagnation',
  'reanimation',
] as const satisfies readonly BoardStage[];

export function isStage(value: unknown): value is Stage {
  return stages.some((stage) => stage === value);
}

export function isBoardStage(value: unknown): value is BoardStage {
  return boardStages.some((stage) => stage === value);
}
