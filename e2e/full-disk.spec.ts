import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';

/** Until not a byte more fits. */
function fill(folder: string): void {
  for (const size of [1_048_576, 65_536, 4096])
    try {
      for (let number = 0; ; number += 1)
        writeFileSync(path.join(folder, `ballast-${size}-${number}`), Buffer.alloc(size, 1));
    } catch {
      // Full.
    }
}

function makeRoom(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith('ballast-'))) rmSync(path.join(folder, name));
}

test('on a full disk the words stay in the editor, it is said, and they are saved once there is room', async ({
  idle: app,
}) => {
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=700', 'tmpfs', app.dataFolder]);
  test.skip(mount.status !== 0, 'skipped: no disk may be mounted here');
  const words = 'They asked whether the window stays. '.repeat(2000);
  try {
    await app.start();
    await addAlder(app, 'stable');
    const client = new ClientPage(app.page);
    await client.open('Alder');
    await client.beginNote();
    fill(app.dataFolder);
    await app.page.keyboard.insertText(words);
    await expect(
      app.page.getByText('Could not save: the disk is full. Your text is still here.').first(),
    ).toBeVisible();
    await expect(client.text()).toContainText('They asked whether the window stays.');
    makeRoom(app.dataFolder);
    await app.page.keyboard.insertText('And there is room again.');
    await expect(
      app.page
        .getByRole('status')
        .filter({ hasText: /aved at / })
        .first(),
    ).toBeVisible();
    await app.kill();
    await app.start();
    const { cards } = await app.call('board.load', {});
    const { page } = await app.call('clients.open', { clientId: cards[0]?.id ?? '' });
    const { note } = await app.call('notes.open', { noteId: page.drafts[0]?.id ?? '' });
    expect(note.body).toBe(`${words}And there is room again.`);
  } finally {
    await app.kill();
    spawnSync('umount', ['-l', app.dataFolder]);
  }
});
