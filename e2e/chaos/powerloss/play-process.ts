import { writeSync } from 'node:fs';
import { pragmas } from '../../../db/open.ts';
import { chapterNames, chapters } from './chapters.ts';
import { readStanding } from './standing.ts';

// The real backend plays a chapter. What it says to be done is told at once, and then what stands in the file.

const [root = '', asked = '', synchronous = 'full'] = process.argv.slice(2);
const chapter = chapterNames.find((name) => name === asked) ?? 'work';

// The control asks the disk for less.
if (synchronous === 'normal') {
  const place = pragmas.findIndex(([name]) => name === 'synchronous');
  Reflect.set(pragmas, place, ['synchronous', 'normal', 1]);
}

function tell(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

await chapters[chapter].play(root, async (act, { reply }) => {
  tell({ done: act });
  const loaded = await reply('settings.load', {});
  tell({ stands: readStanding(root, loaded.ok ? null : loaded.code) });
});
tell({ ended: true });
process.exit();
