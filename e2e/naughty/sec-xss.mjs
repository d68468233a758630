import '../../electron/launcher/require-node.mjs';

const { runProof } = await import('../report.ts');
const { limit, secXss } = await import('./xss.ts');
await runProof(secXss, { minutes: limit });
