import { statSync } from 'node:fs';

/** The place of a file or folder on the disk; one that was replaced or deleted has another one. */
export function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return 'gone';
  }
}
