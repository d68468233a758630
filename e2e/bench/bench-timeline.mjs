import '../../electron/launcher/require-node.mjs';

const { benchTimeline } = await import('./timeline.ts');
await benchTimeline();
