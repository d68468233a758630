import '../../../electron/launcher/require-node.mjs';

const { chaosPowerloss } = await import('./powerloss.ts');
process.exitCode = await chaosPowerloss();
