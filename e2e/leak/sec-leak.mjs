import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { secLeak } = await import('./leak.ts');
await runProof(secLeak, { minutes: 20 });
