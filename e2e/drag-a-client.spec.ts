import { randomUUID } from 'node:crypto';
import { getLocalTimeZone, today } from '@internationalized/date';
import type { CallInput } from '../shared/contract/contract.ts';
import type { BoardStage } from '../shared/stage.ts';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { ClientPage } from './client-page.ts';
import type { Program } from './program.ts';

/** Alder above Birch above Cedar in Steady, Fern above Grove in Fading. */
async function setTheScene(app: Program, language: 'en' | 'ru' = 'en'): Promise<Readonly<Record<string, string>>> {
  await app.call('settings.finishFirstRun', { commandId: randomUUID(), agencyName: 'Quarta', partners: [], language });
  const ids: Record<string, string> = {};
  const create = async (name: string, stage: BoardStage) => {
    const { card } = await app.call('board.createClient', { commandId: randomUUID(), name, stage });
    ids[name] = card.id;
  };
  for (const name of ['Cedar', 'Birch', 'Alder']) await create(name, 'stable');
  for (const name of ['Grove', 'Fern']) await create(name, 'stagnation');
  return ids;
}

function handoffOf(clientId: string): CallInput<'handoff.end'> {
  return {
    commandId: randomUUID(),
    clientId,
    choice: 'handoff',
    startOn: today(getLocalTimeZone()).toString(),
    successor: 'contractor',
    extended: [],
    reasons: ['budget'],
    reasonText: '',
  };
}

test('a client is dragged by mouse to another stage, and the order survives a restart', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await board.pickUp('Alder');
  await board.carryOver('Fern', 'lower');
  await board.letGo();
  await board.expectOrder('Steady', ['Birch', 'Cedar']);
  await board.expectOrder('Fading', ['Fern', 'Alder', 'Grove']);
  await board.expectHeard('Alder is now in Fading, place 2 of 3');
  await expect(board.toast('Alder is now in Fading')).toBeVisible();
  await expect(board.heading('Alder')).toBeFocused();

  await board.pickUp('Cedar');
  await board.carryOver('Birch', 'upper');
  await board.letGo();
  await board.expectOrder('Steady', ['Cedar', 'Birch']);

  await app.restart();
  const again = new BoardPage(app.page);
  await again.expectOrder('Steady', ['Cedar', 'Birch']);
  await again.expectOrder('Fading', ['Fern', 'Alder', 'Grove']);
});

test('moves by keyboard and by menu survive a restart, and are undone after it', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.heading('Birch').focus();
  for (const key of ['Space', 'ArrowRight', 'Space']) await app.page.keyboard.press(key);
  await board.expectOrder('Fading', ['Fern', 'Birch', 'Grove']);
  await expect(board.toast('Birch is now in Fading')).toBeVisible();
  await board.openMenu('Cedar');
  await board.choose('Higher');
  await board.expectOrder('Steady', ['Cedar', 'Alder']);
  await expect(board.toast('Cedar is now in Steady')).toBeVisible();

  await app.restart();
  const again = new BoardPage(app.page);
  await again.expectOrder('Fading', ['Fern', 'Birch', 'Grove']);
  await again.expectOrder('Steady', ['Cedar', 'Alder']);
  await app.page.keyboard.press('Control+z');
  await again.expectOrder('Steady', ['Alder', 'Cedar']);
  await again.heading('Birch').focus();
  await app.page.keyboard.press('Control+z');
  await again.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  await again.expectOrder('Fading', ['Fern', 'Grove']);
  await expect(again.heading('Birch')).toBeFocused();
});

test('a card goes back with the reason when the backend refuses the move', async ({ app }) => {
  const ids = await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.expectOrder('Fading', ['Fern', 'Grove']);
  await board.heading('Fern').evaluate(
    (heading, input) => {
      void window.rapport.call('handoff.end', input);
      // The page is too busy to hear of the handoff before the key is pressed.
      const end = performance.now() + 1500;
      while (performance.now() < end);
      const key = { code: 'ArrowLeft', altKey: true, shiftKey: true, bubbles: true, cancelable: true };
      heading.dispatchEvent(new KeyboardEvent('keydown', key));
    },
    handoffOf(ids['Fern'] ?? ''),
  );
  await board.expectHeard('Fern is now in Steady, place 1 of 4');
  await board.expectHeardAtOnce('Not here: a handoff is running.');
  await board.expectOrder('Fading', ['Fern', 'Grove']);
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
  const move = { commandId: randomUUID(), clientId: ids['Fern'] ?? '', stage: 'stable', after: null } as const;
  expect(await app.reply('board.moveClient', move)).toMatchObject({ ok: false, code: 'handoff_running' });
});

test('Escape and a release outside put the card back', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.pickUp('Alder');
  await board.carryToFoot('Fading');
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await board.expectHeardAtOnce('Cancelled. Alder is back in Steady, place 1');
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);

  await board.pickUp('Birch');
  await app.page.mouse.move(300, 12, { steps: 10 });
  await board.letGo();
  await board.expectHeardAtOnce('Cancelled. Birch is back in Steady, place 2');
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
});

test('a move is undone by the toast and by Ctrl Z', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.pickUp('Birch');
  await board.carryToFoot('Second wind');
  await board.letGo();
  await board.expectOrder('Second wind', ['Birch']);
  await board.toast('Birch is now in Second wind').getByRole('button', { name: 'Undo' }).click();
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);

  await board.pickUp('Cedar');
  await board.carryOver('Alder', 'upper');
  await board.letGo();
  await board.expectOrder('Steady', ['Cedar', 'Alder', 'Birch']);
  await expect(board.toast('Cedar is now in Steady')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
});

test('the keyboard alone moves a client, and says where it is', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  const { keyboard } = app.page;
  await expect(board.heading('Alder')).toBeVisible();
  await keyboard.press('Digit3');
  await expect(board.heading('Alder')).toBeFocused();
  await expect(board.heading('Alder')).toHaveAccessibleDescription('Press Space to pick up');
  await keyboard.press('ArrowDown');
  await expect(board.heading('Birch')).toBeFocused();
  await keyboard.press('Space');
  await board.expectHeard('Birch picked up. Steady, place 2 of 3. Arrows move, Space drops, Escape cancels');
  await keyboard.press('ArrowRight');
  await board.expectHeard('Fading, place 2 of 3');
  await keyboard.press('Tab');
  await expect(board.heading('Birch')).toBeFocused();
  await keyboard.press('ArrowDown');
  await board.expectHeard('Fading, place 3 of 3');
  await keyboard.press('Space');
  await board.expectHeard('Birch is now in Fading, place 3 of 3');
  await board.expectOrder('Fading', ['Fern', 'Grove', 'Birch']);
  await expect(board.heading('Birch')).toBeFocused();

  await keyboard.press('Space');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Escape');
  await board.expectHeardAtOnce('Cancelled. Birch is back in Fading, place 3');
  await keyboard.press('Alt+Shift+ArrowRight');
  await board.expectOrder('Second wind', ['Birch']);
  await expect(board.heading('Birch')).toBeFocused();
});

test('the menu of a card moves it without dragging', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.openMenu('Cedar');
  await board.choose('To the top');
  await board.expectOrder('Steady', ['Cedar', 'Alder', 'Birch']);
  await board.openMenu('Cedar');
  await board.choose('Lower');
  await board.expectOrder('Steady', ['Alder', 'Cedar', 'Birch']);
  await expect(board.heading('Cedar')).toBeFocused();
  await app.page.keyboard.press('KeyM');
  await board.choose('Immersion');
  await board.expectOrder('Immersion', ['Cedar']);
  await expect(board.heading('Cedar')).toBeFocused();
});

test('a client with a running handoff stays in its stage, and the board says why', async ({ app }) => {
  const ids = await setTheScene(app);
  await app.call('handoff.end', handoffOf(ids['Fern'] ?? ''));
  const board = new BoardPage(app.page);
  await expect(board.card('Fern').getByRole('button', { name: /^Handoff/ })).toBeVisible();
  await board.pickUp('Fern');
  await board.carryToFoot('Steady');
  await expect(board.promise('Steady. Not here: a handoff is running')).toBeVisible();
  await board.letGo();
  await board.expectHeardAtOnce('Not here: a handoff is running.');
  await expect(board.toast('Not here: a handoff is running.')).toBeVisible();
  await board.expectOrder('Fading', ['Fern', 'Grove']);
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);

  await board.pickUp('Fern');
  await board.carryOver('Grove', 'lower');
  await board.letGo();
  await board.expectOrder('Fading', ['Grove', 'Fern']);
});

test('dropping on the shelf asks how to part; the card stays until that is answered', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.pickUp('Alder');
  await board.carryToShelf();
  await board.letGo();
  const dialog = app.page.getByRole('dialog', { name: /Alder/ });
  await expect(dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await board.expectOrder('Steady', ['Alder', 'Birch', 'Cedar']);
});

test('a reason is added in one line after a move to Fading', async ({ app }) => {
  const ids = await setTheScene(app);
  const board = new BoardPage(app.page);
  await board.pickUp('Alder');
  await board.carryToFoot('Fading');
  await board.letGo();
  await board.toast('Alder is now in Fading').getByRole('button', { name: 'Add a reason' }).click();
  await app.page.getByRole('textbox', { name: 'Why is Alder in Fading?' }).fill('No plan for the next year');
  await app.page.keyboard.press('Enter');
  await expect(board.toast('The reason is written down')).toBeVisible();
  const { entries } = await app.call('clients.timeline', {
    clientId: ids['Alder'] ?? '',
    filter: 'stages',
    before: null,
    limit: 10,
  });
  const kept = { type: 'stage', to: 'stagnation', reason: 'No plan for the next year' };
  expect(entries).toContainEqual(expect.objectContaining(kept));
});

test('a reason is added on the page of the client, unless the move is undone', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await new ClientPage(app.page).open('Alder');
  const stage = app.page.getByRole('button', { name: /^Stage: / });
  const field = app.page.getByRole('textbox', { name: 'Why is Alder in Fading?' });
  await stage.press('Enter');
  await app.page.getByRole('menuitem', { name: 'Fading' }).press('Enter');
  await board.toast('Alder is now in Fading').getByRole('button', { name: 'Add a reason' }).press('Enter');
  await expect(field).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(stage).toBeFocused();
  await stage.press('Enter');
  await app.page.getByRole('menuitem', { name: 'Second wind' }).press('Enter');
  await board.toast('Alder is now in Second wind').getByRole('button', { name: 'Add a reason' }).press('Enter');
  const next = app.page.getByRole('textbox', { name: 'Why is Alder in Second wind?' });
  await expect(next).toBeFocused();
  await stage.focus();
  await app.page.keyboard.press('Control+Z');
  await expect(next).toBeHidden();
});

test('a new client needs a name and a stage', async ({ app }) => {
  await setTheScene(app);
  const board = new BoardPage(app.page);
  await expect(board.heading('Alder')).toBeVisible();
  await app.page.keyboard.press('KeyC');
  const dialog = app.page.getByRole('dialog', { name: 'New client' });
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByText('Write the name of the client.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Maple');
  await app.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await board.expectOrder('Acquaintance', ['Maple']);
  await expect(board.heading('Maple')).toBeFocused();
  await board.column('Steady').getByRole('button', { name: 'New client in Steady' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Oak');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await board.expectOrder('Steady', ['Oak', 'Alder', 'Birch', 'Cedar']);
});

test.describe('in Russian', () => {
  test.use({ program: { language: 'ru' } });

  test('the same is said in Russian', async ({ app }) => {
    await setTheScene(app, 'ru');
    const board = new BoardPage(app.page);
    const { keyboard } = app.page;
    await expect(board.heading('Alder')).toBeVisible();
    await keyboard.press('Digit3');
    await expect(board.heading('Alder')).toHaveAccessibleDescription('Пробел, чтобы взять карточку');
    await keyboard.press('Space');
    await board.expectHeard(
      'Карточка «Alder» взята. «Стабильность», место 1 из 3. Стрелки двигают, пробел ставит, Esc отменяет',
    );
    await keyboard.press('ArrowRight');
    await board.expectHeard('«Спад», место 1 из 3');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await board.expectHeard('«Alder» теперь в «Спаде», место 2 из 3');
    await expect(board.toast('«Alder» теперь в «Спаде»')).toBeVisible();
    await board.expectOrder('Спад', ['Fern', 'Alder', 'Grove']);
  });
});
