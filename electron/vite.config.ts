import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The main process as one file: it starts four times faster than its modules one by one. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  // Bundled CommonJS still asks for its file name.
  define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: 'main.ts',
    target: 'node24',
    outDir: fileURLToPath(new URL('../dist/electron', import.meta.url)),
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      external: ['electron', 'better-sqlite3'],
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
});
