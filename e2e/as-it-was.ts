import { afterAll, vi } from 'vitest';

// Test files share a process: whatever one of them put in the place of the clock, the environment or a function, the next
// one finds as it was.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
