import '../../../electron/launcher/require-node.mjs';

const { runProof } = await import('../../report.ts');
const { chaosIo } = await import('./io.ts');
await runProof(chaosIo, { minutes: 240 });
