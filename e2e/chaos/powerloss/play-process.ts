import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { pragmas } from '../../../db/open.ts';
import { chapterNames, chapters } from './chapters.ts';
import { readStanding } from './standing.ts';

// The real backend plays a chapter. What it says to be done is told at once, and then what stands in the file.

const [root = '', asked = '', fault = ''] = process.argv.slice(2);
const chapter = chapterNames.find((name) => name === asked) ?? 'work';

// The controls ask the disk for less.
if (fault === 'normal') {
  const place = pragmas.findIndex(([name]) => name === 'synchronous');
  Reflect.set(pragmas, place, ['synchronous', 'normal', 1]);
}
if (fault === 'backups not synced') {
  const sync = fs.fsyncSync;
  fs.fsyncSync = (file) => (fs.readlinkSync(`/proc/self/fd/${file}`).includes('/backups') ? undefined : sync(file));
  syncBuiltinESMExports();
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
