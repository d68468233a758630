/** How long tests wait for what must come, in milliseconds: no test measures time, so a slow machine fails none. */
export const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
} as const;
