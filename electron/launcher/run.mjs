import './require-node.mjs';
import './keep-compiled.mjs';

// Runs a built main file on the Chromium runtime as it is: `node run.mjs dist/electron/main.js --headless …`
const { launchOnChromium } = await import('../chromium-runtime/launch.ts');
const [mainFile, ...args] = process.argv.slice(2);
await launchOnChromium(mainFile, args);
