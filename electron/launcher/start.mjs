import './require-node.mjs';
import './keep-compiled.mjs';

// Only after the check: Node 20 cannot read TypeScript.
const { start } = await import('./start.ts');
await start(process.argv.slice(2));
