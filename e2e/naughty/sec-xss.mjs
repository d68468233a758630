import '../../electron/launcher/require-node.mjs';

const { secXss } = await import('./naughty.ts');
process.exitCode = await secXss();
