import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quickPlace } from '../quick-place.ts';
import { diskOf, differences, DiskFolder } from './disk.ts';
import { playToEnd } from './moments.ts';
import { Playback } from './playback.ts';
import { canRecord } from './powerloss.ts';
import { recordCalls } from './recording.ts';
import { readCalls } from './system-calls.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(quickPlace, 'rapport-playback-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** As strace writes strings. */
const hex = (text: string) =>
  `"${[...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;

async function played(lines: readonly string[], disk = new DiskFolder()): Promise<Record<string, string>> {
  const list = path.join(place, 'list');
  writeFileSync(list, lines.map((line) => (/^\d/.test(line) ? line : `1 ${line}`)).join('\n'));
  const playback = new Playback(disk, '/srv', '/srv/desk');
  for (const call of await readCalls(list)) playback.play(call);
  return Object.fromEntries(textsIn(playback.disk));
}

function textsIn(folder: DiskFolder, prefix = ''): readonly (readonly [string, string])[] {
  return [...folder.now].flatMap(([name, node]): readonly (readonly [string, string])[] =>
    node.kind === 'folder' ? textsIn(node, `${prefix}${name}/`) : [[`${prefix}${name}`, node.now.bytes.toString()]],
  );
}

const make = (file: string, number: number) => `openat(AT_FDCWD, ${hex(file)}, O_RDWR|O_CREAT, 0600) = ${number}`;
const write = (number: number, text: string) => `write(${number}, ${hex(text)}, ${text.length}) = ${text.length}`;

describe('calls that name things', () => {
  const made = [`mkdir(${hex('/srv/desk')}, 0700) = 0`, make('/srv/desk/one', 3), write(3, 'said')];
  const folder = `openat(AT_FDCWD, ${hex('/srv/desk')}, O_RDONLY|O_DIRECTORY) = 4`;

  test('by an open folder', async () => {
    expect(await played([...made, folder, `unlinkat(4, ${hex('one')}, 0) = 0`])).toEqual({});
    const renamed = `renameat(4, ${hex('one')}, AT_FDCWD, ${hex('/srv/two')}) = 0`;
    expect(await played([...made, folder, renamed])).toEqual({ two: 'said' });
    // The folder stays the same under another name.
    const away = `rename(${hex('/srv/desk')}, ${hex('/srv/away')}) = 0`;
    const again = [`openat(4, ${hex('two')}, O_RDWR|O_CREAT, 0600) = 5`, write(5, 'more')];
    expect(await played([...made, folder, away, ...again])).toEqual({ 'away/one': 'said', 'away/two': 'more' });
    expect(await played([...made, folder, `linkat(4, ${hex('./one')}, 4, ${hex('../three')}, 0) = 0`])).toEqual({
      'desk/one': 'said',
      three: 'said',
    });
  });

  test('by the folder in which the program works', async () => {
    expect(
      await played([...made, `renameat2(AT_FDCWD, ${hex('one')}, AT_FDCWD, ${hex('two')}, RENAME_NOREPLACE) = 0`]),
    ).toEqual({
      'desk/two': 'said',
    });
    expect(await played([...made, `chdir(${hex('/srv')}) = 0`, `unlink(${hex('desk/one')}) = 0`])).toEqual({});
    expect(await played([...made, folder, 'fchdir(4) = 0', `rename(${hex('one')}, ${hex('three')}) = 0`])).toEqual({
      'desk/three': 'said',
    });
  });

  test('that were refused change nothing', async () => {
    expect(await played([...made, `unlink(${hex('/srv/desk/one')}) = -1 EACCES (Permission denied)`])).toEqual({
      'desk/one': 'said',
    });
  });
});

describe('calls that write', () => {
  const made = [make('/srv/one', 3), write(3, '0123456789')];

  test.each(['dup(3) = 7', 'dup2(3, 7) = 7', 'dup3(3, 7, O_CLOEXEC) = 7', 'fcntl(3, F_DUPFD_CLOEXEC, 7) = 7'])(
    'through a double: %s',
    async (double) => {
      expect(await played([...made, double, 'close(3) = 0', write(7, 'ab')])).toEqual({ one: '0123456789ab' });
    },
  );

  test('at a place, from several parts', async () => {
    const parts = `[{iov_base=${hex('ab')}, iov_len=2}, {iov_base=${hex('cd')}, iov_len=2}], 2`;
    expect(await played([...made, `pwritev(3, ${parts}, 3) = 4`])).toEqual({ one: '012abcd789' });
    expect(await played([...made, `pwritev2(3, ${parts}, 3, RWF_DSYNC) = 4`])).toEqual({ one: '012abcd789' });
    expect(await played([...made, `pwritev2(3, ${parts}, -1, 0) = 4`])).toEqual({ one: '0123456789abcd' });
    // The disk took less than it was given.
    expect(await played([...made, `pwritev(3, ${parts}, 3) = 3`])).toEqual({ one: '012abc6789' });
  });

  test('by copying from file to file', async () => {
    const other = make('/srv/two', 4);
    const copied = { one: '0123456789', two: '2345' };
    expect(await played([...made, other, 'copy_file_range(3, [2], 4, NULL, 4, 0) = 4'])).toEqual(copied);
    expect(
      await played([...made, other, 'lseek(3, 2, SEEK_SET) = 2', 'copy_file_range(3, NULL, 4, [0], 4, 0) = 4']),
    ).toEqual(copied);
    expect(
      await played([...made, other, 'sendfile(4, 3, [2] => [4], 2) = 2', 'sendfile(4, 3, [4] => [6], 2) = 2']),
    ).toEqual(copied);
    expect(await played([...made, other, 'ioctl(4, BTRFS_IOC_CLONE or FICLONE, 3) = 0'])).toEqual({
      ...copied,
      two: copied.one,
    });
  });

  test('where a number was given away before its closing ended', async () => {
    const race = [
      ...made,
      '1 close(3 <unfinished ...>',
      `2 ${make('/srv/two', 3)}`,
      '1 <... close resumed>) = 0',
      `2 ${write(3, 'into two')}`,
    ];
    expect(await played(race)).toEqual({ one: '0123456789', two: 'into two' });
  });
});

test('another process is not taken for this one', async () => {
  const thread = 'clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_THREAD, exit_signal=0}, 88) = 12';
  expect(await played([thread])).toEqual({});
  await expect(played(['vfork() = 12'])).rejects.toThrow('process of its own');
});

describe.skipIf(!canRecord())('what was recorded', { timeout: 600_000 }, () => {
  const program = path.join(import.meta.dirname, 'disk-acts-process.ts');

  test('leaves, played again, what the program left, byte by byte', async () => {
    const root = path.join(place, 'r');
    mkdirSync(root);
    writeFileSync(path.join(root, 'before'), 'there');
    writeFileSync(path.join(root, 'gone'), 'for a while');
    const recorded = await recordCalls(root, [process.execPath, program, root]);
    const played = playToEnd(recorded);
    expect(played.unlike).toEqual([]);
    expect(played.files).toBeGreaterThan(15);
    // Control: a call less is seen, whichever of those that change the disk it was.
    const changing = played.moments.filter(({ weight, call }) => weight === 1 && recorded.calls[call]?.result !== 0);
    for (const missing of [0.2, 0.5, 0.9].map((part) => changing[Math.floor(part * changing.length)]?.call)) {
      const calls = recorded.calls.filter((_, call) => call !== missing);
      expect(playToEnd({ ...recorded, calls }).unlike, `${missing}`).not.toEqual([]);
    }
  });

  test('tells names and contents apart', () => {
    const [one, other] = ['one', 'other'].map((name) => path.join(place, name));
    for (const folder of [one, other]) mkdirSync(path.join(folder ?? '', 'in'), { recursive: true });
    writeFileSync(path.join(one ?? '', 'in', 'file'), 'a');
    writeFileSync(path.join(other ?? '', 'in', 'file'), 'b');
    writeFileSync(path.join(other ?? '', 'more'), 'b');
    expect(differences(diskOf(one ?? ''), diskOf(other ?? ''))).toEqual([
      'in/file holds something else',
      'more is missing',
    ]);
  });
});
