import { randomUUID } from 'node:crypto';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { plain, textOf } from './document-text.ts';
import { openHandoff, setTheScene, spindle } from './parting-scene.ts';

test('a template of one’s own, made by keyboard, is the plan of the next handoff and not of those that run', async ({
  app,
}) => {
  const clientId = await setTheScene(app, 'en');
  const asset = { name: 'Hosting', owner: 'us', renewalOn: null };
  await app.call('clients.addAsset', { commandId: randomUUID(), clientId, ...asset });
  const { page } = app;
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Handoff templates' }).click();
  await page.getByRole('button', { name: 'More about the template' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Make a copy' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue(/, copy$/);
  await name.fill('For textiles');
  await name.press('Enter');
  const collect = page.getByRole('region', { name: 'Collect' });
  await collect.getByRole('button', { name: 'Edit: Client names one person who accepts the hand-over' }).press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Marina accepts');
  await page.keyboard.press('Enter');
  const day = page.getByRole('textbox', { name: 'Day' });
  await day.fill('8');
  await day.press('Enter');
  const describe = page.getByRole('region', { name: 'Describe' });
  await expect(describe.getByRole('group', { name: 'Marina accepts' })).toBeVisible();
  await describe.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await expect(describe.getByRole('button', { name: 'Edit: Marina accepts' })).toBeFocused();
  await page.getByRole('button', { name: 'Add an item to “Let go”' }).press('Enter');
  await page.keyboard.type('Return the badge');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Edit: Return the badge' })).toBeVisible();
  await page.getByRole('button', { name: 'Preview' }).press('Enter');
  const preview = page.getByRole('dialog', { name: 'The plan in the document' });
  const paper = preview.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: 'The plan for four weeks' })).toBeVisible();
  for (const step of ['Marina accepts', 'Return the badge']) await expect(paper.getByText(step)).toBeVisible();
  await expect(preview.getByText(/\d.A4 pages?$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Preview' })).toBeFocused();

  await app.restart();
  const again = app.page;
  const board = new BoardPage(again);
  await again.getByRole('button', { name: /^Board/ }).click();
  await board.heading(spindle).focus();
  await again.keyboard.press('m');
  await again.getByRole('menuitem', { name: 'End the work…' }).click();
  const dialog = again.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Who takes over/ }).click();
  await expect(dialog.getByRole('checkbox', { name: /^Cron jobs.*the register holds: Hosting/ })).toBeChecked();
  await expect(dialog.getByText('In our name, so each gets an item of its own: Hosting')).toBeVisible();
  await dialog.getByRole('button', { name: /Template of the plan/ }).click();
  await again.getByRole('option', { name: 'For textiles' }).click();
  await dialog.getByRole('button', { name: 'Start handoff' }).click();
  await openHandoff(app, 'en');
  const { handoffs } = await app.call('handoff.list', {});
  const handoffId = handoffs[0]?.id ?? '';
  const titles = async () => (await app.call('handoff.open', { handoffId })).page.items.map(({ title }) => title);
  const before = await titles();
  expect(before).toEqual(
    expect.arrayContaining(['Marina accepts', 'Return the badge', 'Move the account out of our name: Hosting']),
  );

  await again.getByRole('button', { name: /^Settings/ }).click();
  await again.getByRole('button', { name: 'Handoff templates' }).click();
  await again.getByRole('button', { name: /A month with everything/ }).click();
  await again.getByRole('option', { name: 'For textiles' }).click();
  await again.getByRole('button', { name: 'More about the template' }).click();
  await again.getByRole('menuitem', { name: 'Bring back the original' }).click();
  await expect(again.getByRole('button', { name: 'Edit: Return the badge' })).toBeHidden();
  expect(await titles()).toEqual(before);
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('button', { name: 'Edit: Return the badge' })).toBeVisible();
});

for (const language of ['en', 'ru'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ program: { language } });

    test('the plan is printed with boxes', async ({ app }) => {
      const clientId = await setTheScene(app, language);
      const { handoffId } = await app.call('handoff.end', {
        commandId: randomUUID(),
        clientId,
        choice: 'handoff',
        startOn: new Date().toLocaleDateString('sv-SE'),
        successor: 'freeze',
        extended: [],
        reasons: ['budget'],
        reasonText: 'тишина',
      });
      const handoff = await openHandoff(app, language);
      const file = app.answerSaveDialog('plan.pdf');
      await app.page
        .getByRole('button', { name: language === 'ru' ? 'Ещё о передаче' : 'More about the handoff' })
        .click();
      await app.page
        .getByRole('menuitem', {
          name: language === 'ru' ? 'План для печати, с клетками для галочек' : 'Plan to print, with boxes to tick',
        })
        .click();
      await handoff.expectToast(language === 'ru' ? 'Сохранено: plan.pdf' : 'Saved: plan.pdf');
      const { page } = await app.call('handoff.open', { handoffId: handoffId ?? '' });
      const text = textOf.pdf(file);
      for (const { code, title } of page.items) if (code !== 'K4') expect(text).toContain(plain(title));
      expect(text).not.toContain('тишина');
    });
  });
}
