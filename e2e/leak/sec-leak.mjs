import '../../electron/launcher/require-node.mjs';

const { secLeak } = await import('./leak.ts');
process.exitCode = await secLeak();
