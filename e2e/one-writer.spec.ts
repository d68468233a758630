import path from 'node:path';
import { expect, test } from './app.ts';
import { defaultOptions } from './program-options.ts';
import { Program } from './program.ts';

test('a second program on the same data is refused in words, and opens it when the first is killed', async ({
  app,
}) => {
  await expect(app.page.getByRole('textbox', { name: 'Agency' })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await app.call('board.createClient', { commandId: crypto.randomUUID(), name: 'Alder Furniture', stage: 'stable' });
  // Another user's program: its own settings and its own single-instance lock, but the same data folder.
  const second = new Program(path.join(app.folder, 'second'), {
    ...defaultOptions,
    args: ['--data', app.dataFolder],
  });
  try {
    await second.start();
    await expect(second.page.getByText('already open in another window', { exact: false }).first()).toBeVisible();
    await second.page.getByRole('button', { name: 'Try again' }).click();
    await expect(second.page.getByRole('button', { name: 'Try again' })).toBeEnabled();
    expect(await app.call('board.load', {})).toMatchObject({ cards: [{ name: 'Alder Furniture' }] });
    await app.kill();
    await second.page.getByRole('button', { name: 'Try again' }).click();
    await expect(second.page.getByRole('link', { name: 'Alder Furniture' })).toBeVisible({ timeout: 20_000 });
    expect(second.problems()).toEqual([]);
  } finally {
    await second.kill();
  }
});
