import '../../../electron/launcher/require-node.mjs';

const { runProof } = await import('../../report.ts');
const { chaosMigrate } = await import('./migrate.ts');
await runProof(chaosMigrate, { minutes: 20 });
