import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { patience } from '../e2e/patience.ts';
import { findChromium } from '../electron/chromium-runtime/chromium.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const executablePath = findChromium();
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  root: here('.'),
  plugins: [lingui({ configPath: here('lingui.config.ts'), macroTransform: true }), react({ compiler: true })],
  optimizeDeps: {
    include: [
      'react',
      'react-dom/client',
      'react/compiler-runtime',
      '@lingui/core',
      '@lingui/react',
      'react-aria-components',
      'zustand',
      'zod',
      '@internationalized/date',
      '@codemirror/commands',
      '@codemirror/state',
      '@codemirror/view',
      'hast-util-from-dom',
      'hast-util-to-mdast',
      'mdast-util-gfm-table',
      'mdast-util-to-markdown',
      'react-markdown',
      'remark-gfm',
    ],
  },
  test: {
    ...patience,
    name: 'component',
    // A test that failed is run once more, and the end of all tests names it if it passed then.
    retry: 1,
    include: ['**/*.component.test.tsx'],
    browser: {
      enabled: true,
      headless: true,
      // A busy machine is no reason to give up.
      connectTimeout: patience.hookTimeout,
      screenshotFailures: false,
      viewport: { width: 1440, height: 900 },
      provider: playwright({
        launchOptions: {
          ...(executablePath === null ? {} : { executablePath }),
          args: isRoot ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
