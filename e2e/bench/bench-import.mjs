import '../../electron/launcher/require-node.mjs';

const { benchImport } = await import('./import.ts');
await benchImport();
