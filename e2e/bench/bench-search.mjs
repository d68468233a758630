import '../../electron/launcher/require-node.mjs';

const { benchSearch } = await import('./search.ts');
await benchSearch(process.argv.includes('--large'));
