import { spawnSync } from 'node:child_process';
import { chmodSync, statSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mountsOfMac } from './mounts.ts';
import { folderProblem, prepareFolder } from './folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapport-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const local = '/dev/sda1 / ext4 rw 0 0\n';

test.each([
  'Dropbox/Агентство',
  'Dropbox (Quarta)/data',
  'OneDrive/Documents',
  'OneDrive - Quarta Bureau/data',
  'Library/Mobile Documents/com~apple~CloudDocs/data',
  'Library/CloudStorage/GoogleDrive-vera@example.org/My Drive',
  'iCloudDrive/data',
  'Google Drive/data',
  'Мой диск/данные',
  'Yandex.Disk/data',
  'YandexDisk',
  'Яндекс.Диск/Кварта',
  'Яндекс Диск',
  'MEGA/data',
  'MEGAsync',
])('%s is synced', (name) => {
  expect(folderProblem(join(root, name), local)).toBe('folder_synced');
});

test.each(['Documents/Кварта', 'Dropboxes', 'Megapolis', 'My Drives', 'Клиенты «OneDrive»', '.config/rapport'])(
  '%s is not',
  (name) => {
    expect(folderProblem(join(root, name), local)).toBeNull();
  },
);

test.each(['.dropbox', '.dropbox.cache', '.849C9593-D756-4E56-8D6E-42412F2A707B', '.tmp.drivedownload', '.megaignore'])(
  'a folder under one with %s is synced whatever its name',
  (mark) => {
    mkdirSync(join(root, 'Облако', 'deep'), { recursive: true });
    writeFileSync(join(root, 'Облако', mark), '');
    expect(folderProblem(join(root, 'Облако', 'deep', 'new'), local)).toBe('folder_synced');
    expect(folderProblem(join(root, 'elsewhere'), local)).toBeNull();
  },
);

test('a link into a synced folder is seen through', () => {
  mkdirSync(join(root, 'Dropbox'));
  symlinkSync(join(root, 'Dropbox'), join(root, 'plain'));
  expect(folderProblem(join(root, 'plain', 'data'), local)).toBe('folder_synced');
});

test.each(['nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'fuse.rclone', '9p', 'davfs'])(
  'a mount of type %s is refused',
  (type) => {
    const mounts = `${local}server:/share /mnt/team\\040share ${type} rw 0 0\n`;
    expect(folderProblem('/mnt/team share/data', mounts)).toBe('folder_synced');
    expect(folderProblem('/mnt/team share and more', mounts)).toBeNull();
  },
);

test('a share on a Mac is seen in what its system tells', () => {
  const mounts = mountsOfMac(`/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//vera@server/team%20share on /Volumes/team share (smbfs, nodev, nosuid, mounted by vera)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
`);
  expect(folderProblem('/Volumes/team share/data', mounts)).toBe('folder_synced');
  expect(folderProblem('/Volumes/team share and more', mounts)).toBeNull();
  expect(folderProblem('/Users/vera/data', mounts)).toBeNull();
});

test('the nearest mount counts', () => {
  const mounts = 'server:/home /home nfs4 rw 0 0\n/dev/sdb1 /home/vera ext4 rw 0 0\n';
  expect(folderProblem('/home/vera/data', mounts)).toBeNull();
  expect(folderProblem('/home/gleb/data', mounts)).toBe('folder_synced');
});

test('a Windows share is refused', () => {
  expect(folderProblem('\\\\server\\share\\data', '')).toBe('folder_synced');
});

test('a folder that cannot be made is refused', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => prepareFolder(join(root, 'file', 'data'))).toThrow(
    expect.objectContaining({ code: 'folder_not_writable' }),
  );
  prepareFolder(join(root, 'new', 'data'));
});

test.runIf(process.platform === 'linux')('a folder that takes no others is refused, not tried for ever', () => {
  const module = JSON.stringify(join(import.meta.dirname, 'folder.ts'));
  const code = `import { makeFolder } from ${module}; makeFolder('/proc/rapport/data');`;
  // In a process of its own: nothing else could end it.
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], {
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  expect(stderr).toContain('ENOENT');
  expect(signal).toBeNull();
});

test('closes what is the program’s own to others, takes nothing more from its owner, and leaves the rest', () => {
  const modeOf = (name: string) => statSync(join(root, name)).mode & 0o777;
  const files = { 'rapport.db': 0o644, 'rapport.lock': 0o666, 'sample.db-wal': 0o440, 'letter.txt': 0o644 };
  for (const [name, mode] of Object.entries(files)) {
    writeFileSync(join(root, name), '');
    chmodSync(join(root, name), mode);
  }
  chmodSync(root, 0o755);
  prepareFolder(root);
  expect(Object.keys(files).map(modeOf)).toEqual([0o600, 0o600, 0o400, 0o644]);
  expect(modeOf('.')).toBe(0o700);
});
