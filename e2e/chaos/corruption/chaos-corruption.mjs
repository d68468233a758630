import '../../../electron/launcher/require-node.mjs';

const { chaosCorruption } = await import('./corruption.ts');
process.exitCode = await chaosCorruption();
