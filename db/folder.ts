import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { AppError } from '../shared/errors.ts';
import { readMounts } from './mounts.ts';
import { syncToDisk } from './sync-to-disk.ts';

// A database in a synced folder or on a network share is copied half-written or loses its locks, so it is refused
// there. A Windows share is seen by its `\\server` address, which a letter that stands for one leads to.

/** Folder names that the programs give to their synced folders. */
const syncedNames = [
  /^dropbox( \(.+\))?$/i,
  /^onedrive( - .+)?$/i,
  /^(icloud drive|iclouddrive|mobile documents|com~apple~clouddocs|cloudstorage)$/i,
  /^(google ?drive|googledrive.*|my drive|мой диск)$/i,
  /^(yandex\.?disk.*|яндекс[. ]?диск.*)$/i,
  /^(mega|megasync|megadrive)$/i,
];

/** Files and folders that lie in the root of a synced folder, whatever it is called. */
const syncedMarks = [
  '.dropbox',
  '.dropbox.cache',
  '.849C9593-D756-4E56-8D6E-42412F2A707B',
  '.tmp.drivedownload',
  '.tmp.driveupload',
  '.yandex.disk',
  '.megaignore',
];

const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|ncpfs|afs|9p|ceph|glusterfs|lustre|beegfs|davfs|fuse\.(sshfs|rclone|davfs2|gvfsd-fuse|s3fs|glusterfs|smbnetfs))$/;

/** Why a folder may not hold the data file; null when it may. `mounts` is in the form of /proc/mounts. */
export function folderProblem(folder: string, mounts = readMounts()): 'folder_synced' | null {
  const real = realFolder(folder);
  if ([folder, real].some((each) => each.startsWith('\\\\'))) return 'folder_synced';
  if (real.split(/[/\\]/).some((name) => syncedNames.some((pattern) => pattern.test(name)))) return 'folder_synced';
  if (ancestors(real).some((place) => syncedMarks.some((mark) => existsSync(join(place, mark)))))
    return 'folder_synced';
  return networkTypes.test(fileSystemOf(real, mounts)) ? 'folder_synced' : null;
}

/**
 * Makes the folder and those above it; each that was made outlasts a power cut. Node's own way never ends below a folder
 * that takes no others, such as /proc.
 */
export function makeFolder(folder: string): void {
  const isThere = existsSync(folder);
  if (!isThere) makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: isThere, mode: 0o700 });
  if (!isThere) keepName(folder);
}

/** Whoever made the folder, it has its name after a power cut too; where the one above may not be read, nobody can help. */
export function keepName(folder: string): void {
  try {
    syncToDisk(dirname(folder));
  } catch {
    // The folder itself can be written to, and that is what counts.
  }
}

/** Makes the folder when it is not there; refuses one that is synced or cannot be written to. */
export function prepareFolder(folder: string): void {
  const problem = folderProblem(folder);
  if (problem !== null) throw new AppError(problem, 'a synced folder or a network share');
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    tighten(folder);
  } catch {
    throw new AppError('folder_not_writable', 'the folder cannot be made or written to');
  }
}

const ownFiles = /^(rapport|sample)[.-]/;

/**
 * What an older version, a copy or another program left open to others is closed to them: the folder itself, and in it the
 * data, its logs, locks and copies, and the backups. Files of others in it are their business.
 */
export function tighten(folder: string): void {
  allowOwnerAlone(folder);
  for (const name of namesIn(folder)) if (ownFiles.test(name)) allowOwnerAlone(join(folder, name));
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return;
  allowOwnerAlone(backups);
  for (const name of namesIn(backups)) allowOwnerAlone(join(backups, name));
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

/** What belongs to somebody else, or lies on a disk without rights, stays as it is. */
export function allowOwnerAlone(path: string): void {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
  } catch {
    // Whether it can be read and written is found out by who does.
  }
}

/** The type of the mount that the folder lies on: the last one with the longest matching place. */
function fileSystemOf(folder: string, mounts: string): string {
  let found = { place: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, mounted = '', type = ''] = line.split(' ');
    const place = mounted.replaceAll('\\040', ' ');
    const holds =
      place !== '' && (folder === place || folder.startsWith(place.endsWith(sep) ? place : `${place}${sep}`));
    if (holds && place.length >= found.place.length) found = { place, type };
  }
  return found.type;
}

/** Links are followed as far as the path exists. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(parent), folder.slice(parent.length));
  }
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
