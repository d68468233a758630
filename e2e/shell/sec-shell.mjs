import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { secShell } = await import('./sec-shell.ts');
await runProof(secShell, { minutes: 45 });
