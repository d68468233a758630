import '../../electron/launcher/require-node.mjs';

const { secXss } = await import('./xss.ts');
process.exitCode = await secXss();
