import '../../electron/launcher/require-node.mjs';

const { chaosKill } = await import('./kill.ts');
process.exitCode = await chaosKill();
