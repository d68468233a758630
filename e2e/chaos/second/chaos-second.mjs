import '../../../electron/launcher/require-node.mjs';

const { chaosSecond } = await import('./second.ts');
process.exitCode = await chaosSecond();
