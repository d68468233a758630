import '../electron/launcher/require-node.mjs';

const { check } = await import('./check.ts');
process.exitCode = check().length;
