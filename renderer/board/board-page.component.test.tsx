import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import { today } from '../ui/clock.ts';
import { listenToKeys } from '../ui/commands.ts';
import { useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { cardOf, column, focus, heard, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { cardAt, type Server } from './testing.ts';

let server: Server;
afterEach(leaveBoard);

function isInSight(name: string): boolean {
  const { top, bottom } = cardOf(name).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

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
    await heard('Мебельный дом «Ольха» теперь в «Спаде», место 2 из 3');
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
    await heard('Spindle is now in Second wind, place 1 of 1');
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

test('a column of 2,000 is walked, carried along and moved in, while few cards are drawn', async () => {
  const place = (index: number) => `a${String(index).padStart(4, '0')}V`;
  const many = Array.from({ length: 2000 }, (_, index) => cardAt(`Client ${index + 1}`, 'stable', place(index)));
  server = await openBoard('en', many);
  expect(column('Steady').getByRole('article').elements().length).toBeLessThan(40);
  await focus('Client 1');
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('link', { name: 'Client 2000', exact: true })).toHaveFocus();
  await expect.poll(() => isInSight('Client 2000')).toBe(true);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('link', { name: 'Client 1999', exact: true })).toHaveFocus();
  await userEvent.keyboard(' {ArrowUp}{ArrowUp}');
  await heard('Steady, place 1997 of 2000');
  await userEvent.keyboard(' ');
  await expect.poll(() => server.sent[0]?.input).toMatchObject({ clientId: 'Client-1999', after: 'Client-1996' });
  expect(column('Steady').getByRole('article').elements().length).toBeLessThan(60);
});
