import { minutesOf, partsOf, type Proven } from '../report.ts';
import { isWithoutNetwork, canLeaveNetwork } from './namespace.ts';
import { play, shortOfOffline } from './play.ts';
import { followSession, shortOfSilence } from './session.ts';

/** Seconds that the program is left alone and watched, after the day. */
const idle = Number(process.env['IDLE'] ?? 300);
const playMinutes = minutesOf('MINUTES', 120);

/** Of the whole proof, with what comes before and after the tests. */
export const limit = playMinutes + idle / 60 + 30;

/** `SPECS="search.spec.ts board-view.spec.ts"` plays those alone, which proves nothing of the whole. */
function chosenSpecs(): readonly string[] {
  return (process.env['SPECS'] ?? '').split(/\s+/).filter((name) => name !== '');
}

async function day() {
  const { control, ...session } = await followSession({ sends: true, idle });
  const short = shortOfSilence({ ...session, control });
  return { figures: { session: { ...session, control } }, short };
}

async function tests() {
  const specs = chosenSpecs();
  const played = await play(playMinutes, '--project=chromium', ...specs);
  const { count, output, ...watched } = played;
  const short = [...shortOfOffline(played), ...(specs.length > 0 ? ['only a part of the tests was played'] : [])];
  if (short.length > 0) console.error(output);
  const { passed, skipped, failed, unsteady } = count;
  return { figures: { e2e: { specs, passed, failed, skipped, unsteady, ...watched } }, short };
}

/** One after the other, so that neither slows the other down; what one of them finds is told even if the other one ends badly. */
export async function secOffline(): Promise<Proven> {
  if (isWithoutNetwork || !canLeaveNetwork('blind'))
    return { figures: {}, short: ['skipped: a process may not leave the network here'] };
  const first = await partsOf({ day }, { minutes: limit });
  const second = await partsOf({ tests }, { minutes: limit });
  const parts = [first.found.day, second.found.tests].filter((part) => part !== undefined);
  return {
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
    short: [...first.short, ...second.short, ...parts.flatMap(({ short }) => short)],
  };
}
