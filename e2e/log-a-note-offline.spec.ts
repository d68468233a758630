import { randomUUID } from 'node:crypto';
import { electronBinary } from '../electron/launcher/electron-binary.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { Palette } from './palette.ts';
import type { Program } from './program.ts';
import { canLeaveNetwork, isWithoutNetwork, networkInterfaces } from './offline/namespace.ts';
import { play, shortOfOffline } from './offline/play.ts';

const withoutNetwork = '@without-network';
const canLeave = !isWithoutNetwork && canLeaveNetwork();

async function addClients(app: Program): Promise<void> {
  const partners = ['Vera Lunina'];
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta',
    partners,
    language: 'en',
  });
  for (const name of ['Birch', 'Alder'])
    await app.call('board.createClient', { commandId: randomUUID(), name, stage: 'stable' });
}

async function openAlder(app: Program): Promise<ClientPage> {
  const client = new ClientPage(app.page);
  await client.open('Alder');
  return client;
}

test('a note is written, kept and found in another form of the word', { tag: withoutNetwork }, async ({ app }) => {
  if (isWithoutNetwork) expect(networkInterfaces()).toEqual(['lo']);
  await addClients(app);
  const client = await openAlder(app);
  await client.beginNote();
  await client.type('Отчёт за квартал', 'Подписали два договора', '[ ] Прототип @Vera до 27.11.2030');
  await client.untilSaved();
  await client.finish();
  await expect(client.note('Отчёт за квартал')).toContainText('Подписали два договора');
  await expect(client.note('Отчёт за квартал')).toContainText('0 of 1 task');
  await expect(client.section('Next step')).toContainText('Прототип');
  await expect(client.section('Next step')).toContainText('November 27, 2030');

  await app.restart();
  const palette = new Palette(app.page);
  await palette.search('договоров');
  await expect(palette.hit('Подписали два договора')).toBeVisible();
  await expect(palette.marked('договора')).toBeVisible();
  await app.page.keyboard.press('Enter');
  const again = new ClientPage(app.page);
  await expect(again.name('Alder')).toBeVisible();
  await expect(again.head('Отчёт за квартал')).toBeFocused();
  await expect(again.head('Отчёт за квартал')).toHaveAttribute('aria-expanded', 'true');

  await app.page.keyboard.press('Enter');
  await expect(again.head('Отчёт за квартал')).toHaveAttribute('aria-expanded', 'false');
  await palette.search('договоров');
  await expect(palette.hit('Подписали два договора')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(again.head('Отчёт за квартал')).toBeFocused();
  await expect(again.head('Отчёт за квартал')).toHaveAttribute('aria-expanded', 'true');
});

test('what was shown as saved is there after kill −9', { tag: withoutNetwork }, async ({ app }) => {
  await addClients(app);
  const client = await openAlder(app);
  await client.beginNote();
  await client.type('Saved words');
  await client.untilSaved();
  await app.kill();
  await app.start();
  const again = await openAlder(app);
  await expect(again.text()).toHaveText('Saved words');
  await expect(again.status(/^Brought back the draft of \d\d:\d\d$/)).toBeVisible();
});

test('a draft comes back after kill −9 in the middle of typing', async ({ app }) => {
  await addClients(app);
  const client = await openAlder(app);
  await client.beginNote();
  await client.type('First line');
  await client.untilSaved();
  await app.page.keyboard.press('Enter');
  // No pause long enough for the save that waits for one: only what is kept between two saves can have it.
  const words = 'early words and then on and on with no pause at all, to and beyond the last key that is heard';
  const typing = app.page.keyboard.type(words.repeat(4), { delay: 60 }).catch(() => undefined);
  await expect(client.text()).toContainText('pause at all');
  await app.kill();
  await typing;
  await app.start();
  const again = await openAlder(app);
  await expect(again.text()).toContainText('First line');
  await expect(again.text()).toContainText('early words');
  await again.text().click();
  await app.page.keyboard.press('Control+End');
  await again.type(', goes on');
  await again.untilSaved();
  await again.finish();
  await expect(again.history()).toContainText('First line');
});

test('words of the last moment are saved when the window closes', async ({ app }) => {
  await addClients(app);
  const client = await openAlder(app);
  await client.beginNote();
  await client.type('Typed and closed at once');
  await app.restart();
  const again = await openAlder(app);
  await expect(again.text()).toHaveText('Typed and closed at once');
});

test('a quick note from the board is for the client seen last', async ({ app }) => {
  await addClients(app);
  const client = await openAlder(app);
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await app.page.keyboard.press('n');
  const sheet = app.page.getByRole('dialog', { name: 'Quick note' });
  await expect(sheet.getByRole('button', { name: 'Client: Alder' })).toBeVisible();
  await expect(client.text()).toBeFocused();
  await client.type('A word at the door');
  await app.page.keyboard.press('Control+Enter');
  await expect(client.toast('Note saved: Alder')).toBeVisible();
  await app.page.getByRole('button', { name: 'Open client' }).click();
  await expect(client.head('A word at the door')).toBeVisible();
  await expect(app.page.getByRole('button', { name: /contact today/ })).toBeVisible();
});

test('words go along when another client is chosen for a quick note', async ({ app }) => {
  await addClients(app);
  const client = await openAlder(app);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('n');
  const sheet = app.page.getByRole('dialog', { name: 'Quick note' });
  await expect(client.text()).toBeFocused();
  await client.type('Meant for another');
  await expect(client.status(/^Draft saved at/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Client: Alder' }).click();
  await app.page.keyboard.type('bir');
  await expect(app.page.getByRole('option', { name: 'Birch' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(sheet.getByRole('button', { name: 'Client: Birch' })).toBeVisible();
  await expect(client.text()).toHaveText('Meant for another');
  await expect(client.status(/^Draft saved at/)).toBeVisible();
  await client.text().click();
  await app.page.keyboard.press('Control+Enter');
  await expect(client.toast('Note saved: Birch')).toBeVisible();
  await client.open('Alder');
  await expect(client.history()).toContainText('Began in Steady');
  await expect(client.history()).not.toContainText('Meant for another');
  await expect(client.text()).toBeHidden();
});

test('a note is edited, deleted and brought back', async ({ app }) => {
  await addClients(app);
  const client = await openAlder(app);
  await client.beginNote();
  await client.type('Before', '[ ] Call Marina');
  await client.finish();
  await client.head('Before').focus();
  await app.page.keyboard.press('e');
  await expect(client.text()).toBeFocused();
  await app.page.keyboard.press('Control+Home');
  await app.page.keyboard.type('Even ');
  await client.finish();
  await expect(client.head('Even Before')).toBeVisible();

  await client.section('Next step').getByRole('checkbox', { name: 'Done: Call Marina' }).press('Space');
  await expect(client.note('Even Before')).toContainText('1 of 1 task');

  await client.head('Even Before').focus();
  await app.page.keyboard.press('Delete');
  await expect(client.head('Even Before')).toBeHidden();
  await expect(client.section('Tasks')).not.toContainText('Call Marina');
  await client.toast('Note is in the trash').getByRole('button', { name: 'Restore' }).click();
  await expect(client.head('Even Before')).toBeVisible();
  await expect(client.section('Tasks')).toContainText('Call Marina');
});

const isWanted = canLeave || (!isWithoutNetwork && Boolean(process.env['CI']));

test(`notes work in a namespace without a network${isWanted || isWithoutNetwork ? '' : ' (skipped: this machine has no such namespaces)'}`, async ({
  runtime,
}, testInfo) => {
  test.skip(runtime === 'electron' && electronBinary() === null, 'skipped: no Electron binary');
  test.skip(!isWanted, 'no network namespaces here');
  test.slow();
  expect(canLeave, 'where every change is checked, a process can leave the network').toBe(true);
  const { name } = testInfo.project;
  const played = await play(
    10,
    'log-a-note-offline.spec.ts',
    '--grep',
    withoutNetwork,
    '--project',
    name,
    '--workers',
    '1',
  );
  expect(shortOfOffline(played), played.output).toEqual([]);
  expect(played.count.passed).toBe(2);
});
