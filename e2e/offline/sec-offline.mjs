import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { limit, secOffline } = await import('./offline.ts');
await runProof(secOffline, { minutes: limit });
