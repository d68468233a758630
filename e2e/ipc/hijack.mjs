import '../../electron/launcher/require-node.mjs';

const { hijack } = await import('./hijack.ts');
await hijack(process.argv[2], process.argv[3]);
