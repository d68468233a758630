import { mergeConfig } from 'vite';
import main from './vite.config.ts';

/** The thread that builds the search index, beside the main process. */
export default mergeConfig(main, {
  build: {
    ssr: 'backend/index-worker.ts',
    rolldownOptions: { output: { entryFileNames: 'index-worker.js' } },
  },
});
