import '../../../electron/launcher/require-node.mjs';

const { runProof } = await import('../../report.ts');
const { chaosClock } = await import('./clock.ts');
await runProof(chaosClock, { minutes: 120 });
