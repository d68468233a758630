import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { ClientPage } from './client-page.ts';

test.use({ program: { args: ['--sample'] } });

test('the board of a past day is looked at by keyboard, and nothing moves in it', async ({ app }) => {
  const { page } = app;
  const board = new BoardPage(page);
  await expect(board.card('Kitewell Toys')).toBeVisible();
  await page.keyboard.press('h');
  const slider = page.getByRole('slider', { name: 'Day' });
  await expect(slider).toBeFocused();
  const bar = page.getByRole('region', { name: 'Look back' });
  await expect(bar).toContainText('As it stood on');
  for (let months = 0; months < 12; months += 1) await page.keyboard.press('PageDown');
  await expect(board.column('Fading').getByRole('article', { name: 'Kitewell Toys' })).toBeHidden();
  await expect(board.column('Steady').getByRole('article', { name: 'Kitewell Toys' })).toBeVisible();
  await expect(board.card('Warm Loaf Bakeries')).toBeHidden();

  await board.heading('Kitewell Toys').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('group', { name: /^This is the board of/ })).toBeVisible();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(board.column('Steady').getByRole('article', { name: 'Kitewell Toys' })).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Stage: Fading' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(board.column('Steady').getByRole('article', { name: 'Kitewell Toys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(board.column('Fading').getByRole('article', { name: 'Kitewell Toys' })).toBeVisible();
});

test('the slider is dragged by mouse, and a new client is for today alone', async ({ app }) => {
  const { page } = app;
  const board = new BoardPage(page);
  await page.getByRole('button', { name: 'Look back' }).click();
  const slider = page.getByRole('slider', { name: 'Day' });
  const box = await slider.boundingBox();
  if (box === null) throw new Error('no slider');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 8, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + 2, middle, { steps: 20 });
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Trailhead Shoes']);
  await page.getByRole('button', { name: 'To the next change' }).click();
  await expect(page.getByRole('heading', { level: 3 })).not.toHaveText(['Trailhead Shoes']);

  await page.keyboard.press('c');
  await expect(page.getByRole('group', { name: /^This is the board of/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('region', { name: 'Look back' }).getByRole('button', { name: 'Today' }).click();
  await expect(board.card('Kitewell Toys')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look back' })).toBeFocused();
});

test('a client’s path is shown, its reason written where it stands; a move taken back leaves no trace', async ({
  app,
}) => {
  const { page } = app;
  const board = new BoardPage(page);
  const client = new ClientPage(page);
  await board.heading('Alder Furniture').focus();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(board.column('Fading').getByRole('article', { name: 'Alder Furniture' })).toBeVisible();
  await board.toast('Alder Furniture is now in Fading').getByRole('button', { name: 'Undo' }).click();
  await expect(board.column('Steady').getByRole('article', { name: 'Alder Furniture' })).toBeVisible();
  await board.openMenu('Alder Furniture');
  await board.choose('Second wind');
  await expect(board.column('Second wind').getByRole('article', { name: 'Alder Furniture' })).toBeVisible();

  await client.open('Alder Furniture');
  await client.history().getByRole('radio', { name: 'Stages' }).click();
  await expect(client.history().getByText('Steady became Second wind')).toBeVisible();
  await expect(client.history().getByText(/became Fading/)).toBeHidden();
  await client.history().getByRole('button', { name: 'Reason: Add a reason' }).first().click();
  await page.keyboard.type('a new direction\n');
  await expect(client.history().getByRole('button', { name: 'Reason: a new direction' })).toBeVisible();
  await page.getByRole('button', { name: 'in Second wind for 1 day' }).click();
  const path = page.getByRole('dialog', { name: 'The client’s path' }).getByRole('listitem');
  await expect(path).toHaveCount(4);
  await expect(path.last()).toContainText('a new direction');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(client.history().getByRole('button', { name: 'Reason: a new direction' })).toBeHidden();
});
