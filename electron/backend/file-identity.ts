import { statSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';

/** The place of a file or folder on the disk; one that was replaced or deleted has another one. */
export function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return 'gone';
  }
}

/** A file by its path, and which of those that may come to lie there is meant. */
export interface OpenedFile {
  readonly path: string;
  readonly identity: string;
}

/** Before something is written by way of the path: another program may have put another file there. */
export function refuseReplaced({ path, identity }: OpenedFile): void {
  if (identityOf(path) !== identity) throw new AppError('file_replaced', 'the open file is not the one on disk');
}
