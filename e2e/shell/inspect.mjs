import '../../electron/launcher/require-node.mjs';

const { inspect } = await import('./inspect.ts');
await inspect(process.argv[2], process.argv[3]);
