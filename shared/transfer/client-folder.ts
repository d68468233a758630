import type { ClientFolder } from '../contract/transfer.ts';
import { isMonthWord } from '../day-words.ts';

// Notes lie in a folder for their client, but not always in the first one on the way: «Clients/Alder/x.md»,
// «2024/Alder/x.md».

/** The client by the folders on the way from the chosen folder to a file; empty where the way has no such folder. */
export function clientOfPath(path: string, folder: ClientFolder): string {
  const folders = foldersOf(path);
  return (folder === 'innermost' ? folders.at(-1) : folders[folder - 1]) ?? '';
}

/** The names of folders, level by level from the outermost; each name once, in the order of the files. */
export function folderLevels(paths: readonly string[]): readonly (readonly string[])[] {
  const levels: Set<string>[] = [];
  for (const path of paths)
    for (const [level, name] of foldersOf(path).entries()) (levels[level] ??= new Set()).add(name);
  return levels.map((names) => [...names]);
}

/** The first level that is no year or month, and not one folder around many others. */
export function guessClientFolder(paths: readonly string[]): number {
  const levels = folderLevels(paths);
  const areAllAt = (level: number) => paths.every((path) => foldersOf(path).length > level);
  const names = levels.findIndex((level, index) => {
    const isAround = level.length === 1 && areAllAt(index) && levels.slice(index + 1).some(isOfClients);
    return !isAround && !level.every(isTime);
  });
  return Math.max(0, names) + 1;
}

function isOfClients(level: readonly string[]): boolean {
  return level.length > 1 && !level.every(isTime);
}

function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

const timeNumber = /^(?:(?:19|20)\d{2}|0?[1-9]|1[0-2])(?:г|год|года)?$/u;

/** «2024», “2024-05”, «05 Май», «Май 2024 г.». */
function isTime(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:г|год|года)$/u.test(word));
  return words.length > 0 && words.every((word) => timeNumber.test(word) || isMonthWord(word));
}
