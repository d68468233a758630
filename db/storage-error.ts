import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';

/** Turns what SQLite or the system says of the disk into a refusal with words; a bug stays a bug. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return systemError(error);
  if (error.code === 'SQLITE_FULL') return new AppError('disk_full', error.code);
  if (
    error.code.startsWith('SQLITE_IOERR') ||
    error.code.startsWith('SQLITE_READONLY') ||
    error.code === 'SQLITE_CANTOPEN'
  )
    return new AppError('disk_error', error.code);
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
    return new AppError('file_damaged', error.code);
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
    return new AppError('file_in_use', error.code);
  return error;
}

/** Errors of file operations carry the name of the operation; their messages carry paths and are not kept. */
function systemError(error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  const { code } = error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', code);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new AppError('folder_not_writable', code);
  return new AppError('disk_error', String(code));
}
