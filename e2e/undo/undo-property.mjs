import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { undoProperty } = await import('./undo-property.ts');
await runProof(undoProperty, { minutes: 240 });
