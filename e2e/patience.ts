/** How long tests wait for what must come, in milliseconds: no test measures time, so a slow machine fails none. */
export const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
} as const;
