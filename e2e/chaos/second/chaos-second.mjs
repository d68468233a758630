import '../../../electron/launcher/require-node.mjs';

const { runProof } = await import('../../report.ts');
const { chaosSecond } = await import('./second.ts');
await runProof(chaosSecond, { minutes: 60 });
