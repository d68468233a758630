import { parentPort } from 'node:worker_threads';

const { playNumbered } = await import('./undo-property.ts');
parentPort?.on('message', (program) => {
  playNumbered(program).then(
    (played) => parentPort?.postMessage({ played }),
    (problem) => parentPort?.postMessage({ problem: String(problem?.stack ?? problem) }),
  );
});
