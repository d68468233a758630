import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Desktop } from './desktop.ts';
import { writeAtomic } from './write-atomic.ts';

type Question = Parameters<Desktop['saveFile']>[0];

/** Where a partner wants a file. */
export interface Place {
  readonly file: string;
  /** The partner has seen that a file is there, and wants it replaced. */
  readonly mayReplace: boolean;
}

/**
 * Asks where to save; null when the dialog was closed. A name without an extension gets one here, since some dialogs
 * leave it as it was typed: where that makes it the name of a file, the dialog asks again, beginning with this name.
 */
export async function askForPlace(desktop: Pick<Desktop, 'saveFile'>, asked: Question): Promise<Place | null> {
  const file = await desktop.saveFile(asked);
  if (file === null) return null;
  if (hasExtension(file, asked.extension)) return { file, mayReplace: existsSync(file) };
  const whole = `${file}.${asked.extension}`;
  return existsSync(whole) ? askForPlace(desktop, at(whole, asked)) : { file: whole, mayReplace: false };
}

/** As `askForPlace`, when meanwhile somebody else has put a file there that the partner has not seen. */
export async function stillFree(
  desktop: Pick<Desktop, 'saveFile'>,
  place: Place,
  asked: Question,
): Promise<Place | null> {
  return place.mayReplace || !existsSync(place.file) ? place : askForPlace(desktop, at(place.file, asked));
}

function at(file: string, asked: Question): Question {
  return { ...asked, folder: path.dirname(file), suggestedName: path.basename(file) };
}

/** What stands behind the last dot of a name may be a version, a day or a town: only the extension itself is one. */
function hasExtension(file: string, extension: string): boolean {
  return file.toLowerCase().endsWith(`.${extension}`);
}

type Write = (file: string, bytes: Uint8Array) => Promise<void>;

/** Says what stands in the way of a file in words that a partner can act on. */
export async function writeWhole(file: string, bytes: Uint8Array, write: Write = writeAtomic): Promise<void> {
  try {
    await write(file, bytes);
  } catch (error) {
    throw toRefusal(error);
  }
}

/** What the disk says, in a refusal that names no path. */
export function toRefusal(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(refusalOf(error), 'the file was not written');
}

const refusals: Readonly<Record<string, ErrorCode>> = {
  EBUSY: 'target_in_use',
  EPERM: 'target_in_use',
  ETXTBSY: 'target_in_use',
  EACCES: 'target_forbidden',
  EROFS: 'target_forbidden',
  ENOENT: 'target_gone',
  ENOTDIR: 'target_gone',
  ENOSPC: 'target_full',
  EDQUOT: 'target_full',
  ENAMETOOLONG: 'target_name_too_long',
};

function refusalOf(error: unknown): ErrorCode {
  if (!(error instanceof Error && 'code' in error)) return 'export_failed';
  // Windows says the same of a forbidden folder, where the temporary file is opened, and of a file that another program
  // holds, over which it is renamed.
  if (error.code === 'EPERM' && 'syscall' in error && error.syscall === 'open') return 'target_forbidden';
  return refusals[String(error.code)] ?? 'export_failed';
}
