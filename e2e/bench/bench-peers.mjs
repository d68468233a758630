import '../../electron/launcher/require-node.mjs';

const { benchPeers } = await import('./peers.ts');
await benchPeers();
