import { mergeConfig } from 'vite';
import main from './vite.config.ts';

/** The thread that saves long notes, beside the main process. */
export default mergeConfig(main, {
  build: {
    ssr: 'backend/note-worker.ts',
    rolldownOptions: { output: { entryFileNames: 'note-worker.js' } },
  },
});
