import './require-node.mjs';

const { develop } = await import('./dev.ts');
await develop(process.argv.slice(2));
