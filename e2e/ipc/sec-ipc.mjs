import '../../electron/launcher/require-node.mjs';

const { secIpc } = await import('./sec-ipc.ts');
process.exitCode = await secIpc();
