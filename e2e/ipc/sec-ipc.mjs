import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { secIpc } = await import('./sec-ipc.ts');
await runProof(secIpc, { minutes: 240 });
