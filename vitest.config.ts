import { defineConfig } from 'vitest/config';
import { firmV8 } from './electron/launcher/firm-v8.ts';
import { patience } from './e2e/patience.ts';

export default defineConfig({
  test: {
    // Left to itself, Vitest keeps one processor free: on a machine with two, one half stands idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          execArgv: [...firmV8],
          // Two processes do all files in turn: to begin anew for each took longer than what most of them test.
          isolate: false,
          setupFiles: ['e2e/as-it-was.ts'],
          // Some start a whole program each.
          maxConcurrency: 2,
          name: 'unit',
          include: ['{shared,db,electron,renderer,e2e}/**/*.test.ts'],
          environment: 'node',
        },
      },
      './renderer/*.component.config.ts',
    ],
  },
});
