// Imported first by every entry, before anything that needs a newer Node: better-sqlite3 crashes on Node 20, and the
// TypeScript files run without a compiler. Written in old syntax, so that an old Node can read it and say so.
const needed = [22, 18];
const found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    'Rapport needs Node ' +
      needed.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.\n' +
      (process.platform === 'darwin'
        ? 'Install it: for macOS it does not come with the packages.'
        : 'Start it through npm (npm start, npm test, …): "npm ci" puts the right Node into node_modules.'),
  );
  process.exit(1);
}
