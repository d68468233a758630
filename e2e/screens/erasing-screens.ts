import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Program } from '../program.ts';
import { goTo, onSample, openClient, type Screen } from './screen.ts';

const more = /^(More|Ещё)$/;
const eraseEntry = /^(Erase for ever…|Удалить навсегда…)/;
const exportEntry = /^(Export all data…|Выгрузить все данные…)/;
const deleteForGood = /^(Delete for good…|Удалить насовсем…)/;
const why = /^(Why|Почему)$/;
const typedName = /^(Type the client’s name|Введите название клиента)/;
const eraseButton = /^(Erase for ever|Удалить навсегда)$/;
const done = /^(Done|Готово)$/;

async function choose(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name: more }).first().click();
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();
}

async function throwAway(app: Program): Promise<void> {
  const commandId = randomUUID();
  const { card } = await app.call('board.createClient', { commandId, name: 'Kestrel Optics', stage: 'stable' });
  const added = { commandId: randomUUID(), clientId: card.id, name: 'Hannah Brook' };
  const { page } = await app.call('clients.addContact', added);
  const contactId = page.contacts[0]?.id ?? '';
  await app.call('clients.deleteContact', { commandId: randomUUID(), contactId });
}

async function eraseOne(page: Page, trash: string, app: Program): Promise<void> {
  await app.call('board.createClient', { commandId: randomUUID(), name: 'Wormwood · Полынь', stage: 'stable' });
  await openClient(page, 'Wormwood · Полынь');
  await choose(page, eraseEntry);
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: why }).fill('Так просили по закону · As the law asks');
  await dialog.getByRole('textbox', { name: typedName }).fill('Wormwood · Полынь');
  await dialog.getByRole('button', { name: eraseButton }).click();
  await page.getByRole('button', { name: done }).waitFor();
  await page.getByRole('heading', { level: 1, name: trash, includeHidden: true }).waitFor();
}

/** What leaves for ever, and what is handed out before. */
export const erasingScreens: readonly Screen[] = [
  onSample('export-client', async (page, { kestrel }) => {
    await openClient(page, kestrel);
    await choose(page, exportEntry);
  }),
  onSample('erase-client', async (page, { kestrel }) => {
    await openClient(page, kestrel);
    await choose(page, eraseEntry);
    await page.getByRole('alertdialog').getByRole('list').waitFor();
  }),
  onSample('erase-client-refused', async (page, { kestrel }) => {
    await openClient(page, kestrel);
    await choose(page, eraseEntry);
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('textbox', { name: why }).fill('Kestrel');
    await dialog.getByRole('textbox', { name: typedName }).fill(kestrel);
    await dialog.getByRole('button', { name: eraseButton }).click();
    await dialog.locator('[data-invalid]').first().waitFor();
  }),
  {
    name: 'trash-delete',
    file: 'empty',
    show: async (page, { trash }, app) => {
      await throwAway(app);
      await goTo(page, trash);
      await page.getByRole('button', { name: deleteForGood }).first().click();
      await page.getByRole('alertdialog').waitFor();
    },
    leave: async (page, app) => {
      const { clients } = await app.call('clients.names', {});
      for (const { id } of clients) await app.call('clients.delete', { commandId: randomUUID(), clientId: id });
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'erased',
    file: 'empty',
    show: async (page, { trash }, app) => eraseOne(page, trash, app),
  },
  {
    name: 'trash-erased',
    file: 'empty',
    show: async (page, { trash }) => {
      await goTo(page, trash);
      await page.getByRole('table').first().waitFor();
    },
  },
];
