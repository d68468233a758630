import { readFileSync } from 'node:fs';
import { processTree } from '../process-tree.ts';
import { openDoors, openPaths } from '../sockets.ts';

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Started as `npm start` and the tests do. */
const isProgram = /launcher\/(?:run|start)\.mjs/;
/** Tests may ask for a way into the page; the program itself never opens one. */
const hasWayIn = /(?:^| )--(?:remote-debugging-port=0|debugging-port)(?: |$)/;

export interface Watchable {
  readonly pid: number;
  /** Whatever it holds open, the tests' own way into its page called by that name. */
  readonly open: readonly string[];
}

/** The programs among the processes that this one has started. */
export function doorsOfPrograms(pid: number): readonly Watchable[] {
  return processTree(pid).flatMap((each) => {
    const command = commandOf(each);
    if (!isProgram.test(command)) return [];
    const isDriven = hasWayIn.test(command);
    const open = [...openDoors(each), ...openPaths(each)].map(({ protocol, address }) =>
      isDriven && protocol === 'tcp' && address.startsWith('0100007F:') ? wayIn : `${protocol} ${address}`,
    );
    return [{ pid: each, open }];
  });
}

export const wayIn = "the tests' own way into the page, on the loop back";
