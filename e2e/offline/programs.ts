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

/** Whatever a program among these processes holds open, the tests' own way into its page called by that name. */
export function doorsOfPrograms(pid: number): readonly string[] {
  const programs = processTree(pid).filter((each) => isProgram.test(commandOf(each)));
  return programs.flatMap((program) => {
    const isDriven = hasWayIn.test(commandOf(program));
    return [...openDoors(program), ...openPaths(program)].map(({ protocol, address }) =>
      isDriven && protocol === 'tcp' && address.startsWith('0100007F:') ? wayIn : `${protocol} ${address}`,
    );
  });
}

export const wayIn = "the tests' own way into the page, on the loop back";
