import '../../electron/launcher/require-node.mjs';

const { secErase } = await import('./erase.ts');
process.exitCode = await secErase();
