import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { chaosKill } = await import('./kill.ts');
await runProof(chaosKill, { minutes: 120 });
