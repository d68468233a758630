import '../../electron/launcher/require-node.mjs';

const { secOffline } = await import('./offline.ts');
process.exitCode = await secOffline();
