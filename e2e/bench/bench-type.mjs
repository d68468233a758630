import '../../electron/launcher/require-node.mjs';

const { benchType } = await import('./type.ts');
await benchType();
