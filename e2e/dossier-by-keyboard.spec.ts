import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { Keyboard } from './hands.ts';

test('a dossier is filled by keyboard alone: lines in their order, a decision with its day, an account, a person', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable');
  const { page } = app;
  const hand = new Keyboard(page);
  await hand.press(new BoardPage(page).heading('Alder'));
  await hand.press(page.getByRole('tab', { name: 'Notes' }));
  const dossier = page.getByRole('tab', { name: 'Dossier' });
  for (let tab = 0; tab < 8 && (await dossier.getAttribute('aria-selected')) !== 'true'; tab += 1)
    await page.keyboard.press('ArrowRight');
  await expect(dossier).toBeFocused();

  const list = (name: string) => page.getByRole('region', { name });
  const write = async (name: string, text: string) => {
    await hand.press(page.getByRole('button', { name: `New line: ${name}: Add a line` }));
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await expect(list(name)).toContainText(text);
  };
  await write('Map of the project', 'The shop runs on their own server');
  await write('Known defects and workarounds', 'Labels are printed twice');
  await write('Known defects and workarounds', 'The night import stops');
  await hand.press(page.getByRole('button', { name: 'More: The night import stops' }));
  await hand.press(page.getByRole('menuitem', { name: 'Move up' }));
  await expect(list('Known defects and workarounds').getByRole('listitem').first()).toContainText('The night import');
  await write('Decisions', 'We stay with our own shop');
  await hand.press(list('Decisions').getByRole('button', { name: /^Decided on/ }));
  await page.keyboard.press('Escape');

  const accounts = list('Systems and accounts');
  await hand.press(accounts.getByRole('button', { name: 'New account: Add an account' }));
  await page.keyboard.type('Domain');
  await page.keyboard.press('Enter');
  await hand.press(accounts.getByRole('button', { name: 'Admin (Domain): —' }));
  await page.keyboard.type('Vera');
  await expect(page.getByRole('option', { name: 'Vera Lunina' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await hand.press(accounts.getByRole('button', { name: 'Where it is kept (Domain): —' }));
  await page.keyboard.type('In our vault, under Alder');
  await page.keyboard.press('Control+Enter');
  await expect(accounts).toContainText('In our vault, under Alder');

  await hand.press(accounts.getByRole('button', { name: 'Delete: Domain' }));
  await expect(accounts.getByRole('button', { name: 'Delete: Domain' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(accounts).toContainText('In our vault, under Alder');
  const { assets } = await app.call('clients.assets', { clientId });
  expect(assets).toMatchObject([{ name: 'Domain', admin: 'Vera Lunina', whereKept: 'In our vault, under Alder' }]);
});
