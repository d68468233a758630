import { sizeOf } from '../../db/header.ts';
import { checkedAtStart } from '../../db/open.ts';
import { inThread } from './backups/backup-thread.ts';
import { log } from './log.ts';

interface LookLater {
  readonly path: string;
  /** Something of it cannot be read: it is to be looked at where it is open. */
  readonly doubt: () => Promise<void>;
  /** Files up to this size were looked through before they were opened. */
  readonly above?: number;
  readonly afterMs?: number;
}

/** After the first screen is there, and before a day's backup is due. */
const usualAfterMs = 5000;
const silent = { percent: () => undefined, copied: () => undefined };

/** Reads all of a large file on a thread of its own, so that nobody waits for it at the start. Returns the way to stop. */
export function lookLater({ path, doubt, above = checkedAtStart, afterMs = usualAfterMs }: LookLater): () => void {
  if (sizeOf(path) <= above) return () => undefined;
  let isStopped = false;
  const look = async () => {
    const found = await inThread('readAll', { path }, silent);
    if (found !== 'whole' && !isStopped) await doubt();
  };
  const timer = setTimeout(() => void look().catch(() => log.warn('look', 'failed')), afterMs);
  timer.unref();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
