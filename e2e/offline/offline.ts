import { isWithoutNetwork, canLeaveNetwork } from './namespace.ts';
import { type Played, play } from './play.ts';
import { followSession, isSilent } from './session.ts';

/** `SPECS="search.spec.ts board-view.spec.ts"` plays those alone. */
function chosenSpecs(): readonly string[] {
  return (process.env['SPECS'] ?? '').split(/\s+/).filter((name) => name !== '');
}

/** Green, in a place without a network, with nothing open but the tests' own way in, and no datagram sent. */
function isOffline({ count, strange, traffic, interfaces, looks }: Played): boolean {
  const isGreen = count.failed.length === 0 && count.passed > 0;
  return isGreen && strange.length === 0 && traffic.datagramsSent === 0 && interfaces.join() === 'lo' && looks > 0;
}

/** Prints one line of JSON; the exit code. */
export async function secOffline(): Promise<number> {
  if (isWithoutNetwork || !canLeaveNetwork('blind')) {
    console.error('skipped: a process may not leave the network here');
    return 1;
  }
  const session = await followSession({ sends: true });
  const played = play('--project=chromium', ...chosenSpecs());
  const { count, output, ...watched } = played;
  if (!isOffline(played)) console.error(output);
  const { passed, skipped, failed, unsteady } = count;
  console.log(
    JSON.stringify({
      e2e: { passed, failed, skipped, unsteady, ...watched, nameQuestions: watched.traffic.datagramsSent },
      session,
      isControlCaught: Object.values(session.control).every(Boolean),
    }),
  );
  return isSilent(session) && isOffline(played) ? 0 : 1;
}
