import '../../electron/launcher/require-node.mjs';

const { inspect } = await import('./inspect.ts');
const [mainFile, folder, kind] = process.argv.slice(2);
await inspect(mainFile, folder, kind === 'shown');
