import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/**
 * One program per userData folder, across processes, without a socket: a lock file names the process that holds it (its
 * id and start time, since ids are reused), and a second start knocks by writing a file that the first one watches.
 */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

export interface Knock {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

function lockFile(folder: string): string {
  return path.join(folder, 'single-instance.lock');
}

function knockFolder(folder: string): string {
  return path.join(folder, 'single-instance.knock');
}

/** Start time in ticks since boot where the system tells it, else nothing. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
  return startTime(pid) === startedAt;
}

function readHolder(folder: string): Holder | null {
  try {
    const [pid, startedAt] = readFileSync(lockFile(folder), 'utf8').split(' ');
    return Number(pid) > 0 ? { pid: Number(pid), startedAt: startedAt ?? '' } : null;
  } catch {
    return null;
  }
}

function tryLock(folder: string): boolean {
  try {
    const file = openSync(lockFile(folder), 'wx', 0o600);
    writeSync(file, `${process.pid} ${startTime(process.pid)}`);
    closeSync(file);
    return true;
  } catch {
    return false;
  }
}

/** True when this process holds the lock from now on, false when another one does. */
export function takeLock(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (tryLock(folder)) return true;
  const holder = readHolder(folder);
  if (holder !== null && isAlive(holder)) return false;
  rmSync(lockFile(folder), { force: true });
  return tryLock(folder);
}

/** The holder of the lock hears of it when it reacts; nobody waits for that here, as in Electron. */
export function knockAt(folder: string, knock: Knock): void {
  mkdirSync(knockFolder(folder), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(knockFolder(folder), String(process.pid)), JSON.stringify(knock), { mode: 0o600 });
}

export function releaseLock(folder: string): void {
  if (readHolder(folder)?.pid === process.pid) unlinkSync(lockFile(folder));
}

function readKnock(file: string): Knock | null {
  try {
    const knock: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof knock !== 'object' || knock === null || !('argv' in knock) || !('workingDirectory' in knock))
      return null;
    const { argv, workingDirectory } = knock;
    return Array.isArray(argv) && typeof workingDirectory === 'string'
      ? { argv: argv.map(String), workingDirectory }
      : null;
  } catch {
    return null;
  }
}

export function listenForKnocks(folder: string, heard: (knock: Knock) => void): void {
  rmSync(knockFolder(folder), { recursive: true, force: true });
  mkdirSync(knockFolder(folder), { recursive: true, mode: 0o700 });
  const watcher = watch(knockFolder(folder), (_kind, name) => {
    const file = path.join(knockFolder(folder), name ?? '');
    const knock = readKnock(file);
    // The file is seen twice, created and written: until its text is whole it is left for the second time.
    if (knock === null) return;
    rmSync(file, { force: true });
    heard(knock);
  });
  watcher.unref();
}
