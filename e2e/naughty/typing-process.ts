import { writeSync } from 'node:fs';
import { naughtyStrings } from './naughty-strings.ts';
import { typeAll } from './typing.ts';

// Types all strings into every field apart from what else looks on: it leaves no turn to anybody for minutes.

const typed = await typeAll(naughtyStrings(), { isOver: (share) => share >= 1 });
writeSync(1, `${JSON.stringify({ ...typed, columns: undefined })}\n`);
