import '../../electron/launcher/require-node.mjs';

const { benchNote } = await import('./note.ts');
await benchNote();
