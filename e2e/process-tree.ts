import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
}

function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return { pid, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** The process and everything it started, from /proc; those that ended meanwhile are left out. */
export function processTree(pid: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((found) => found !== null);
  const below = (parent: number): readonly number[] => [
    parent,
    ...all.filter((found) => found.parent === parent).flatMap((found) => below(found.pid)),
  ];
  return below(pid);
}

export function isRunning(pid: number): boolean {
  try {
    // A killed process stays in the table as a zombie until its parent looks.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export function killTree(pid: number): void {
  // Zero and negative numbers mean whole groups of processes.
  if (!(pid > 1)) throw new Error(`Not a process: ${pid}`);
  for (const each of processTree(pid)) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}
