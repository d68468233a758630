import '../../electron/launcher/require-node.mjs';

const { hijack } = await import('./hijack.ts');
const [mainFile, folder, most] = process.argv.slice(2);
await hijack(mainFile, folder, most === undefined ? undefined : Number(most));
