/**
 * How long tests wait for what must come, in milliseconds: no test measures time, so a slow machine fails none. A test has
 * no shorter limit of its own; in the shape that Vitest reads.
 */
export const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
} as const;

/** Of a program that starts, and of one act in its page: named in its own line, long before the whole test is given up. */
export const patienceForOne = { start: 170_000, act: 60_000 } as const;
