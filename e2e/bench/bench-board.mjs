import '../../electron/launcher/require-node.mjs';

const { benchBoard } = await import('./board.ts');
await benchBoard();
