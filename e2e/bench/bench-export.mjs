import '../../electron/launcher/require-node.mjs';

const { benchExport } = await import('./export.ts');
await benchExport();
