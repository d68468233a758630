import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { BoardStage } from '../shared/stage.ts';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { ClientPage } from './client-page.ts';
import { dayFromNow } from './days.ts';
import type { Program } from './program.ts';

type Ids = Readonly<Record<string, string>>;

/** Alder (Vera's) above Birch and Cedar in Steady, Fern in Fading; with us for 2, 6, 4 and 5 years. */
async function setTheScene(app: Program): Promise<Ids> {
  const { settings } = await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta',
    partners: ['Vera L.', 'Gleb O.'],
    language: 'en',
  });
  const ids: Record<string, string> = {};
  for (const { id, name } of settings.partners) ids[name] = id;
  const create = async (name: string, stage: BoardStage, sinceOn: string, partnerId: string | null = null) => {
    const { card } = await app.call('board.createClient', { commandId: randomUUID(), name, stage, sinceOn, partnerId });
    ids[name] = card.id;
  };
  await create('Cedar', 'stable', '2022-05-10');
  await create('Birch', 'stable', '2020-05-10');
  await create('Alder', 'stable', '2024-05-10', ids['Vera L.'] ?? null);
  await create('Fern', 'stagnation', '2021-05-10');
  return ids;
}

test('a filter by name and by partner says what it leaves, stays over a restart and is taken away', async ({ app }) => {
  await setTheScene(app);
  const { page } = app;
  const board = new BoardPage(page);
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await page.keyboard.press('KeyF');
  await page.keyboard.type('D');
  await board.expectOrder('Steady', ['Alder', 'Cedar']);
  await expect(page.getByRole('heading', { name: 'Steady 2 of 3' })).toBeVisible();
  await expect(board.column('Fading').getByText('Nobody here passes the filter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(board.heading('Alder')).toBeFocused();
  await page.getByRole('button', { name: 'Vera L. 1' }).click();
  await board.expectOrder('Steady', ['Alder']);

  await app.restart();
  const again = new BoardPage(app.page);
  await again.expectOrder('Steady', ['Alder']);
  await app.page.getByRole('button', { name: /^Only Vera L\./ }).click();
  await again.expectOrder('Steady', ['Alder', 'Cedar']);
  await app.page.keyboard.press('KeyF');
  await app.page.keyboard.press('Escape');
  await again.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await expect(app.page.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('searchbox')).toBeHidden();
});

test('flags, what is overdue and a partner narrow the board together, over a restart; one button shows everybody', async ({
  app,
}) => {
  const ids = await setTheScene(app);
  for (const name of ['Alder', 'Cedar']) {
    const task = { clientId: ids[name] ?? '', title: 'Send the report', side: 'agency' as const, person: '' };
    await app.call('clients.addTask', { commandId: randomUUID(), ...task, dueOn: '2026-01-15' });
  }
  for (const name of ['Alder', 'Birch']) {
    const mark = { clientId: ids[name] ?? '', code: 'S-QUIET', side: 'client', markedOn: '2026-01-15' } as const;
    await app.call('clients.markSignal', { commandId: randomUUID(), ...mark, evidence: 'No letters' });
  }
  const { page } = app;
  const board = new BoardPage(page);
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await page.keyboard.press('KeyF');
  await page.getByRole('checkbox', { name: /^overdue/ }).press('Space');
  await board.expectOrder('Steady', ['Alder', 'Cedar']);
  await expect(page.getByRole('heading', { name: 'Steady 2 of 3' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'with open red flags' }).press('Space');
  await board.expectOrder('Steady', ['Alder']);
  const whose = page.getByRole('group', { name: 'Whose clients to show' });
  await whose.getByRole('button', { name: 'Gleb O.' }).press('Space');
  await board.expectOrder('Steady', []);
  await whose.getByRole('button', { name: 'Vera L.' }).press('Space');
  await board.expectOrder('Steady', ['Alder']);

  await app.restart();
  const again = new BoardPage(app.page);
  await again.expectOrder('Steady', ['Alder']);
  await expect(app.page.getByRole('heading', { name: 'Steady 1 of 3' })).toBeVisible();
  await app.page.getByRole('banner').getByRole('button', { name: 'Clear all' }).click();
  await again.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await expect(app.page.getByRole('heading', { name: 'Steady 3', exact: true })).toBeVisible();
});

test('the filter by flags leaves the one client on whom a red flag is marked', async ({ app }) => {
  const ids = await setTheScene(app);
  const mark = {
    clientId: ids['Birch'] ?? '',
    side: 'client' as const,
    markedOn: dayFromNow(0),
    evidence: 'Nobody answers',
  };
  await app.call('clients.markSignal', { commandId: randomUUID(), ...mark, code: 'S-QUIET' });
  const { page } = app;
  const board = new BoardPage(page);
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await page.keyboard.press('KeyF');
  await page.getByRole('checkbox', { name: 'with open red flags' }).press('Space');
  await board.expectOrder('Steady', ['Birch']);
  await expect(page.getByText('1 of 4\u00a0clients')).toBeVisible();
  await board.expectHeard('1 of 4\u00a0clients');
});

test('the filter by a signal, a good one too, leaves those of whom it is true, over a restart', async ({ app }) => {
  const ids = await setTheScene(app);
  const mark = (name: string, code: string) =>
    app.call('clients.markSignal', {
      commandId: randomUUID(),
      clientId: ids[name] ?? '',
      side: 'both',
      markedOn: dayFromNow(0),
      evidence: '',
      code,
    });
  await mark('Birch', 'S-QUIET');
  await mark('Birch', 'G-TALK');
  await mark('Cedar', 'G-TALK');
  await app.page.keyboard.press('KeyF');
  const choice = (of: Page) => of.getByRole('group', { name: 'Signal' }).getByRole('button');
  await choice(app.page).press('Enter');
  const options = app.page.getByRole('option');
  await expect(options).toHaveCount(3);
  await expect(options.nth(2)).toHaveAccessibleName(/2$/);
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Enter');
  await new BoardPage(app.page).expectOrder('Steady', ['Birch', 'Cedar']);
  await app.restart();
  const board = new BoardPage(app.page);
  await board.expectOrder('Steady', ['Birch', 'Cedar']);
  await app.page
    .getByRole('banner')
    .getByRole('button', { name: /take this filter away$/ })
    .click();
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
});

test('the text filter finds a client by its next step', async ({ app }) => {
  const ids = await setTheScene(app);
  const task = { clientId: ids['Cedar'] ?? '', title: 'Показать отчёт', side: 'agency' as const, person: '' };
  await app.call('clients.addTask', { commandId: randomUUID(), ...task, dueOn: '2026-01-15' });
  const board = new BoardPage(app.page);
  await expect(board.card('Cedar')).toContainText('Показать отчёт');
  await app.page.keyboard.press('KeyF');
  await app.page.keyboard.type('ОТЧЕТ');
  await board.expectOrder('Steady', ['Cedar']);
});

test('a sorted board says why it takes no order by hand, moves to other stages, and stays sorted', async ({ app }) => {
  await setTheScene(app);
  const { page } = app;
  const board = new BoardPage(page);
  await expect(board.heading('Alder')).toBeVisible();
  await page.keyboard.press('KeyF');
  await page.getByRole('radio', { name: 'Tenure' }).press('Space');
  await page.keyboard.press('Escape');
  await board.expectOrder('Steady', ['Birch', 'Cedar', 'Alder']);
  await board.pickUp('Alder');
  await board.carryOver('Birch', 'upper');
  await board.letGo();
  const refusal = 'The board is sorted by tenure. To order cards by hand, show them as is.';
  await expect(board.toast(refusal)).toBeVisible();
  await board.expectOrder('Steady', ['Birch', 'Cedar', 'Alder']);
  await board.openMenu('Alder');
  await expect(page.getByRole('menuitem', { name: /^Higher/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');

  await board.pickUp('Fern');
  await board.carryToFoot('Steady');
  await board.letGo();
  await board.expectHeard('Fern is now in Steady, place 2 of 4');
  await board.expectOrder('Steady', ['Birch', 'Fern', 'Cedar', 'Alder']);
  await app.restart();
  const again = new BoardPage(app.page);
  await again.expectOrder('Steady', ['Birch', 'Fern', 'Cedar', 'Alder']);
  await app.page.getByRole('button', { name: refusal }).click();
  await again.expectOrder('Steady', ['Fern', 'Alder', 'Birch', 'Cedar']);
});

test('a move names what the playbook still wanted, and the reason is kept in the history', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.heading('Alder').focus();
  await app.page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(app.page.getByRole('group', { name: /Immersion.*Not marked yet: Plateau hint on/s })).toBeVisible();
  await app.page.keyboard.press('Alt+Shift+ArrowRight');
  const asked = /Not marked yet: Plan for the quarter agreed/;
  await expect(app.page.getByRole('group', { name: asked })).toBeVisible();
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await app.page.getByRole('button', { name: 'Add a reason' }).click();
  await app.page.getByRole('textbox', { name: 'Why is Alder in Steady?' }).fill('The plan comes in January');
  await app.page.keyboard.press('Enter');
  await expect(board.toast('The reason is written down')).toBeVisible();
  await new ClientPage(app.page).open('Alder');
  await expect(app.page.getByText('The plan comes in January')).toBeVisible();
});

test('more clients than a partner should lead are said in words, and happen', async ({ app }) => {
  const ids = await setTheScene(app);
  await app.call('settings.editAgency', { commandId: randomUUID(), clientsPerPartner: 1 });
  const { page } = app;
  const board = new BoardPage(page);
  await page.keyboard.press('KeyC');
  await page.getByRole('textbox', { name: 'Name' }).fill('Maple');
  await page.keyboard.press('Enter');
  await expect(board.toast('Vera L. leads 2 clients now, and the limit is 1')).toBeVisible();
  await board.expectOrder('Acquaintance', ['Maple']);

  await new ClientPage(page).open('Birch');
  await page.getByRole('button', { name: 'Choose a partner' }).click();
  await page.getByRole('menuitem', { name: 'Vera L.' }).click();
  await expect(board.toast('Vera L. leads 3 clients now, and the limit is 1')).toBeVisible();

  const ended = { commandId: randomUUID(), clientId: ids['Birch'] ?? '', choice: 'without' as const };
  const why = {
    startOn: '2026-11-23',
    successor: 'contractor' as const,
    extended: [],
    reasons: [],
    reasonText: 'moved',
  };
  await app.call('handoff.end', { ...ended, ...why });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Archive/ }).click();
  await page.getByRole('button', { name: 'Birch: they came back' }).click();
  await expect(board.toast('Vera L. leads 3 clients now, and the limit is 1')).toBeVisible();
});

test('more clients in Immersion than it should hold are said in words, and happen', async ({ app }) => {
  await setTheScene(app);
  await app.call('settings.editAgency', { commandId: randomUUID(), clientsInHoneymoon: 1 });
  const board = new BoardPage(app.page);
  for (const name of ['Alder', 'Birch']) {
    await board.pickUp(name);
    await board.carryToFoot('Immersion');
    await board.letGo();
    await expect(board.toast(`${name} is now in Immersion`)).toBeVisible();
  }
  const toast = app.page.getByRole('group', { name: /Birch is now in Immersion/ });
  await expect(toast).toContainText('That makes 2 there, and the limit is 1');
  await board.expectOrder('Immersion', ['Alder', 'Birch']);
});

test('the shelf opens under the pointer and under a card, and leads to the archive with its search', async ({
  app,
}) => {
  const ids = await setTheScene(app);
  const clientId = ids['Fern'] ?? '';
  const note = { commandId: randomUUID(), noteId: null, clientId, kind: 'meeting', initiatedBy: 'agency' } as const;
  const words = { happenedAt: '2026-10-01T09:00:00.000Z', body: 'They want a new storefront', attendees: [] };
  await app.call('notes.write', { ...note, ...words, finished: true });
  const parting = { startOn: '2026-11-23', successor: 'contractor' as const, extended: [], reasons: [] };
  const end = { commandId: randomUUID(), clientId, choice: 'without' as const, ...parting, reasonText: 'No budget' };
  await app.call('handoff.end', end);
  const { page } = app;
  const board = new BoardPage(page);
  await board.expectOrder('Fading', []);
  await board.shelf().hover();
  await expect(board.shelf().getByText('Fern')).toBeVisible();
  await page.mouse.move(300, 300);
  await expect(board.shelf().getByText('Fern')).toBeHidden();
  await board.pickUp('Alder');
  await board.carryToShelf();
  await expect(board.shelf().getByText('Let go, and we will ask how you part')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.press('Digit0');
  await expect(board.shelf()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Search in the archive' }).fill('BUDGET');
  await page.getByRole('button', { name: 'Fern: they came back' }).click();
  await page.getByRole('group', { name: /Fern/ }).getByRole('button', { name: 'Open the client' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fern' })).toBeVisible();
  await expect(page.getByText('They want a new storefront')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reason: No budget' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stage: Acquaintance' })).toBeVisible();
  const { page: client } = await app.call('clients.open', { clientId });
  expect(client.engagements).toMatchObject([{ endOn: expect.any(String) }, { endOn: null }]);
});

test('Home and End, digits and arrows lead over the board', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  const { keyboard } = app.page;
  await expect(board.heading('Alder')).toBeVisible();
  await keyboard.press('Digit3');
  await keyboard.press('End');
  await expect(board.heading('Cedar')).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(board.heading('Fern')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(board.heading('Alder')).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Home');
  await expect(board.heading('Alder')).toBeFocused();
  await keyboard.press('Digit1');
  await expect(app.page.getByRole('button', { name: 'New client in Acquaintance' })).toBeFocused();
});
