import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import { today } from '../ui/clock.ts';
import { listenToKeys } from '../ui/commands.ts';
import { useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { cardOf, column, drag, focus, heard, heardAtOnce, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { useCarry } from './carry-store.ts';
import { cardAt, type Server } from './testing.ts';

let server: Server;
afterEach(leaveBoard);

/** Every row of the table of announcements, in both languages. */
const announced = {
  en: {
    hint: 'Press Space to pick up',
    pickedUp: 'Spindle picked up. Steady, place 2 of 2. Arrows move, Space drops, Escape cancels',
    moved: 'Fading, place 2 of 3',
    shelf: 'Ended',
    cancelled: 'Cancelled. Spindle is back in Steady, place 2',
    dropped: 'Spindle is now in Fading, place 2 of 3. A reason can be added',
    refused: 'Not here: a handoff is running.',
  },
  ru: {
    hint: 'Пробел, чтобы взять карточку',
    pickedUp: 'Карточка «Spindle» взята. «Стабильность», место 2 из 2. Стрелки двигают, пробел ставит, Esc отменяет',
    moved: '«Спад», место 2 из 3',
    shelf: '«Завершённые»',
    cancelled: 'Отменено. «Spindle» снова в «Стабильности», место 2',
    dropped: '«Spindle» теперь в «Спаде», место 2 из 3. Можно добавить причину',
    refused: 'Сюда нельзя: идёт передача дел.',
  },
} as const;

describe.each(['en', 'ru'] as const)('announcements in %s', (language) => {
  const said = announced[language];
  const leaving = cardAt('Fern', 'stagnation', 'a0', { handoff: { id: 'handoff', done: 1, total: 27 } });
  const cards = [
    cardAt('Alder', 'stable', 'a0'),
    cardAt('Spindle', 'stable', 'a1'),
    leaving,
    cardAt('Grove', 'stagnation', 'a1'),
  ];

  test('tell of a card that is picked up, carried, put back and put down', async () => {
    server = await openBoard(language, cards);
    await focus('Spindle');
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveAccessibleDescription(said.hint);
    await userEvent.keyboard(' ');
    await heard(said.pickedUp);
    await userEvent.keyboard('{ArrowRight}');
    await heard(said.moved);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await heard(said.shelf);
    await userEvent.keyboard('{Escape}');
    await heardAtOnce(said.cancelled);
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
    await userEvent.keyboard(' {ArrowRight}{Enter}');
    await heard(said.dropped);
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
  });

  test('tell at once why a card with a running handoff stays', async () => {
    server = await openBoard(language, cards);
    await focus('Fern');
    await userEvent.keyboard(' {ArrowLeft}{Enter}');
    await heardAtOnce(said.refused);
    await expect.element(page.getByRole('link', { name: 'Fern' })).toHaveFocus();
    expect(server.sent).toEqual([]);
  });
});

describe('announcements', () => {
  test('in Russian, with the guillemets a name brings along', async () => {
    server = await openBoard('ru');
    await focus('Мебельный дом «Ольха»');
    await userEvent.keyboard(' ');
    await heard(
      'Карточка Мебельный дом «Ольха» взята. «Стабильность», место 1 из 2. Стрелки двигают, пробел ставит, Esc отменяет',
    );
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await heard('«Спад», место 2 из 3');
    await userEvent.keyboard(' ');
    await heard('Мебельный дом «Ольха» теперь в «Спаде», место 2 из 3. Можно добавить причину');
    expect(namesIn('Спад')).toEqual(['Fern', 'Мебельный дом «Ольха»', 'Grove']);
    await focus('Spindle');
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{Escape}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Отменено. «Spindle» снова в «Стабильности», место 1');
  });

  test('in English', async () => {
    server = await openBoard('en');
    await focus('Spindle');
    await userEvent.keyboard(' ');
    await heard('Spindle picked up. Steady, place 2 of 2. Arrows move, Space drops, Escape cancels');
    await userEvent.keyboard('{ArrowUp}');
    await heard('Steady, place 1 of 2');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await heard('Spindle is now in Second wind, place 1 of 1. A reason can be added');
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
  });
});

test('T opens the next step there is, and says that it is changed', async () => {
  const step = { taskId: 'task', title: 'Call', dueOn: '2026-01-15' };
  server = await openBoard('en', [cardAt('Spindle', 'stable', 'a0', { nextStep: step })]);
  const stop = listenToKeys();
  await focus('Spindle');
  await userEvent.keyboard('t');
  const field = page.getByRole('textbox', { name: 'Next step' });
  await expect.element(field).toHaveValue('Call');
  await field.fill('Meet');
  await userEvent.keyboard('{Enter}');
  await heard('Next step of Spindle: Meet');
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(server.sent).toMatchObject([
    { name: 'clients.editTask', input: { taskId: 'task', title: 'Meet', dueOn: '2026-01-15' } },
  ]);
  stop();
});

describe('a card', () => {
  test('says how long, what next, when last and whose', async () => {
    const day = today();
    const step = { taskId: 't', title: 'Call Marta', dueOn: addDays(day, -1) };
    server = await openBoard('en', [
      cardAt('Kitewell', 'stable', 'a0', {
        sinceOn: addDays(day, -9),
        lastTouchAt: `${addDays(day, -31)}T12:00:00.000Z`,
        nextStep: step,
        openFlags: 3,
        isSample: true,
      }),
      cardAt('Quiet', 'stable', 'a1'),
    ]);
    for (const words of [/9.days/, /sample/, /Overdue .* Call Marta/, /31.days, norm.14/, /3\sopen flags/])
      expect(cardOf('Kitewell').textContent).toMatch(words);
    const quiet = page.getByRole('article', { name: 'Quiet' });
    await expect.element(quiet.getByText('no contact yet')).toBeInTheDocument();
    await quiet.getByRole('button', { name: 'Set the next step' }).click();
    const form = page.getByRole('dialog', { name: 'Next step' });
    await form.getByRole('textbox', { name: 'Next step' }).fill('Send the plan');
    await form.getByRole('button', { name: 'Set', exact: true }).click();
    await expect
      .poll(() => server.sent[0])
      .toMatchObject({
        name: 'clients.addTask',
        input: { clientId: 'Quiet', title: 'Send the plan', side: 'agency' },
      });
  });

  test('keeps a step that is half written until Escape was said to take it away', async () => {
    server = await openBoard('en', [cardAt('Quiet', 'stable', 'a0')]);
    await page.getByRole('button', { name: 'Set the next step' }).click();
    const step = page.getByRole('textbox', { name: 'Next step' });
    const warning = page.getByRole('dialog').getByText('Not sent yet. Escape closes this without it.');
    await step.fill('Send the plan');
    await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
    await expect.element(warning).toBeVisible();
    await step.fill('Send the whole plan');
    await userEvent.keyboard('{Escape}');
    await expect.element(warning).toBeVisible();
    await expect.element(step).toHaveValue('Send the whole plan');
    await userEvent.keyboard('{Escape}');
    await expect.element(step).not.toBeInTheDocument();
    expect(server.sent).toEqual([]);
  });
});

test.each([
  ['en', '2\u00a0clients, 4\u00a0yr with us on average, longest 6\u00a0yr, Alder'],
  ['ru', '2\u00a0клиента, в среднем с нами 4\u00a0г., дольше всех 6\u00a0л., «Alder»'],
] as const)('the line beside the title tells how long clients stay, in %s', async (language, line) => {
  const years = (count: number) => `${Number(today().slice(0, 4)) - count}${today().slice(4)}`;
  server = await openBoard(language, [
    cardAt('Fern', 'stable', 'a0', { sinceOn: years(2) }),
    cardAt('Alder', 'stable', 'a1', { sinceOn: years(6) }),
    cardAt('Left long ago', 'ended', 'a0', { sinceOn: years(20) }),
  ]);
  const title = language === 'ru' ? 'Дольше всех с нами «Alder»' : 'Longest with us: Alder';
  await expect.poll(() => page.getByTitle(title).element().textContent, { timeout: 4000 }).toBe(line);
});

test('a partner’s clients are counted against all', async () => {
  const vera = { id: 'vera', name: 'Vera', monogram: 'V', clients: 1 };
  server = await openBoard('en', [
    cardAt('Alder', 'stable', 'a0', { partnerId: 'vera' }),
    cardAt('Birch', 'stable', 'a1'),
    cardAt('Cedar', 'stagnation', 'a0'),
  ]);
  useSession.setState({ partnerFilter: 'vera', settings: settingsWith({ partners: [vera] }) });
  await expect.element(page.getByRole('heading', { name: 'Steady 1 of 2' })).toBeInTheDocument();
  await expect.element(column('Fading').getByText('None of Vera’s clients are here')).toBeInTheDocument();
});

test('when everybody has left, the ways to look back and to filter stay', async () => {
  server = await openBoard('en', [cardAt('Alder', 'stable', 'a0')]);
  server.moveBehind('Alder', 'ended');
  await expect.element(page.getByRole('button', { name: /^1\s*Ended/ })).toBeVisible();
  await expect.poll(() => namesIn('Steady')).toEqual([]);
  await expect.element(page.getByRole('button', { name: 'Look back' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Filter/ })).toBeVisible();
});

test('the shelf counts and names as the archive does, and Escape folds its names', async () => {
  const vera = { id: 'vera', name: 'Vera', monogram: 'V', clients: 1 };
  server = await openBoard('en', [
    cardAt('Alder', 'stable', 'a0', { partnerId: 'vera' }),
    cardAt('Birch', 'ended', 'a0', { partnerId: 'vera' }),
    cardAt('Cedar', 'ended', 'a1'),
  ]);
  await expect.element(page.getByRole('button', { name: /^2\s*Ended/ })).toBeVisible();
  useSession.setState({ partnerFilter: 'vera', settings: settingsWith({ partners: [vera] }) });
  const shelf = page.getByRole('button', { name: /^1 of 2\s*Ended/ });
  await shelf.hover();
  await expect.element(page.getByText('Birch')).toBeVisible();
  expect(page.getByText('Cedar').elements()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Birch')).not.toBeInTheDocument();
  await expect.element(shelf).toBeVisible();
});

test('a card in the hand is put down when one is led to another page', async () => {
  await openBoard('en');
  await focus('Spindle');
  await userEvent.keyboard(' ');
  await expect.poll(() => useCarry.getState().carry?.by).toBe('keyboard');
  leaveBoard();
  await openBoard('en');
  expect(useCarry.getState().carry).toBeNull();
  await drag('Spindle', 'Grove');
  await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Spindle', 'Grove']);
});

test('a name is read out in the language of its letters, whatever the window speaks', async () => {
  server = await openBoard('en', [cardAt('Alder', 'stable', 'a0'), cardAt('Северный Ветер', 'stable', 'a1')]);
  await expect.element(page.getByRole('link', { name: 'Alder' })).toHaveAttribute('lang', 'en');
  await expect.element(page.getByRole('link', { name: 'Северный Ветер' })).toHaveAttribute('lang', 'ru');
});
