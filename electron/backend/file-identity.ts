import { identityOf } from '../../db/file-identity.ts';
import { AppError } from '../../shared/errors.ts';

export { identityOf };

/** A file by its path, and which of those that may come to lie there is meant. */
export interface OpenedFile {
  readonly path: string;
  readonly identity: string;
}

/** Before something is written by way of the path: another program may have put another file there. */
export function refuseReplaced({ path, identity }: OpenedFile): void {
  if (identityOf(path) !== identity) throw new AppError('file_replaced', 'the open file is not the one on disk');
}
