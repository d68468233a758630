// A default import: an old Node, which has no such function, must get as far as being told that it is old.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Node compiles the program once and not at every start; what it keeps goes with the next build.
module.enableCompileCache(fileURLToPath(new URL('../../dist/compiled', import.meta.url)));
