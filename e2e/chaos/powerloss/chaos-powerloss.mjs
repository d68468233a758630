import '../../../electron/launcher/require-node.mjs';

const { runProof } = await import('../../report.ts');
const { chaosPowerloss } = await import('./powerloss.ts');
await runProof(chaosPowerloss, { minutes: 120 });
