import '../../../electron/launcher/require-node.mjs';

const { chaosIo } = await import('./io.ts');
process.exitCode = await chaosIo();
