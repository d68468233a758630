import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** React Aria carries its own words in thirty languages; two are spoken here. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  load: {
    filter: { id: /\/react-(aria|stately)\/.*\/intl\/.*\/(?!en-US|ru-RU)[a-z]{2}-[A-Z]{2}\.m?js$/ },
    handler: () => 'export default {}',
  },
};

export default defineConfig({
  root: here('.'),
  // Relative, because the same build is served from app://rapport/ and from the address of the Chromium runtime.
  base: './',
  // lingui must come first: it turns its macros into calls that the React Compiler then sees.
  plugins: [
    lingui({ configPath: here('lingui.config.ts'), macroTransform: true }),
    react({ compiler: true }),
    twoLanguages,
  ],
  server: { fs: { allow: [here('..')] } },
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome156',
    // The content security policy forbids fonts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        // The handoff document refers to the fonts by these names.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.woff2'))
            ? 'fonts/[name][extname]'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
