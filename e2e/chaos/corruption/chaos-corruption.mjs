import '../../../electron/launcher/require-node.mjs';

const { runProof } = await import('../../report.ts');
const { chaosCorruption } = await import('./corruption.ts');
await runProof(chaosCorruption, { minutes: 240 });
