import '../../electron/launcher/require-node.mjs';

const { undoProperty } = await import('./undo-property.ts');
process.exitCode = await undoProperty();
