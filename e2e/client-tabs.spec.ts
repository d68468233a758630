import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { Palette } from './palette.ts';
import { openPlaybook } from './playbook-page.ts';
import { writeNote } from './write-note.ts';

test.use({ program: { size: { width: 960, height: 640 } } });

/** How far down in the window it stands. */
async function heightOf(element: Locator): Promise<number> {
  return Math.round((await element.boundingBox())?.y ?? Number.NaN);
}

/** Turns the wheel, and tells where the element stands when the page has come to rest. */
async function wheel(page: Page, element: Locator): Promise<number> {
  const start = await heightOf(element);
  await page.mouse.move(480, 420);
  await page.mouse.wheel(0, 500);
  let before = start;
  await expect(async () => {
    const now = await heightOf(element);
    const isAtRest = now < start && now === before;
    before = now;
    expect(isAtRest).toBe(true);
  }).toPass();
  return before;
}

test('each tab of a client stands where it was left, after another tab and after another page', async ({ app }) => {
  const clientId = await openPlaybook(app, 'acquaintance');
  for (let number = 1; number <= 45; number += 1)
    await writeNote(app, {
      clientId,
      happenedAt: new Date(Date.UTC(2025, 0, number, 9)).toISOString(),
      body: `Talk ${number}\nOf the shop`,
    });
  await app.call('board.createClient', { commandId: randomUUID(), name: 'Birch', stage: 'stable' });
  const { page } = app;
  const client = new ClientPage(page);
  const tab = (name: string) => page.getByRole('tab', { name });
  const audit = page.getByRole('button', { name: /^Mini-audit/ });
  const playbook = await wheel(page, audit);

  // The tabs stay in sight, and a tab that was never open begins at its beginning.
  await tab('Notes').click();
  await expect(client.head('Talk 45')).toBeInViewport();
  const old = client.head('Talk 33');
  await wheel(page, old);
  await old.press('Enter');
  await expect(old).toHaveAttribute('aria-expanded', 'true');
  const notes = await heightOf(old);

  await tab('Playbook').click();
  await expect.poll(() => heightOf(audit)).toBe(playbook);
  await tab('Notes').click();
  await expect.poll(() => heightOf(old)).toBe(notes);
  await expect(old).toHaveAttribute('aria-expanded', 'true');

  await tab('Playbook').click();
  const palette = new Palette(page);
  await palette.search('Birch');
  // A new note of this word is offered until the client is found.
  await page.getByRole('option', { name: /^Birch/ }).click();
  await expect(client.name('Birch')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => heightOf(audit)).toBe(playbook);

  await page.keyboard.press('Escape');
  await client.open('Alder');
  await expect.poll(() => heightOf(old)).toBe(notes);
});
