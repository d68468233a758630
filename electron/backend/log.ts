import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { allowOwnerAlone } from '../../db/folder.ts';

/** Silent until the program says where its log lies; no texts and no names go into it. */
export const log = electronLog.create({ logId: 'rapport' });
log.transports.file.level = false;
log.transports.console.level = false;

/** Where nothing can be written down, the program works without a log. */
export function logInto(userData: string): void {
  const folder = join(userData, 'logs');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    allowOwnerAlone(folder);
    for (const name of readdirSync(folder)) allowOwnerAlone(join(folder, name));
  } catch {
    log.transports.file.level = false;
    return;
  }
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.level = 'info';
}

/** What kind of fault, by its code too, and where in the program: its message may hold words that somebody typed. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const stack = error.stack ?? '';
  const after = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length;
  const frames = stack
    .slice(after)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const name = 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
  return [name, ...frames].join('\n');
}
