/** What SQLite writes beside a data file while it is open, and leaves there when it was broken off. */
export const logEndings = ['-wal', '-shm', '-journal'] as const;

/** How the name of such a file ends. */
export const logEnding = new RegExp(`(?:${logEndings.join('|')})$`);

/** A data file, and what may lie beside it. */
export function databaseFiles(path: string): readonly string[] {
  return ['', ...logEndings].map((ending) => `${path}${ending}`);
}
