import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,db,electron,renderer,e2e}/**/*.test.ts'],
          environment: 'node',
        },
      },
      './renderer/*.component.config.ts',
    ],
  },
});
