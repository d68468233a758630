import { mergeConfig } from 'vite';
import main from './vite.config.ts';

/** The thread that makes backups, beside the main process. */
export default mergeConfig(main, {
  build: {
    ssr: 'backend/backups/backup-worker.ts',
    rolldownOptions: { output: { entryFileNames: 'backup-worker.js' } },
  },
});
