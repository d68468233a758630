import '../../../electron/launcher/require-node.mjs';

const { chaosClock } = await import('./clock.ts');
process.exitCode = await chaosClock();
