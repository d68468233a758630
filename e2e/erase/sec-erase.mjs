import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { secErase } = await import('./erase.ts');
await runProof(secErase, { minutes: 20 });
