import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import { today } from '../ui/clock.ts';
import { listenToKeys } from '../ui/commands.ts';
import { forgetTheWay, useNavigation } from '../ui/navigation.ts';
import { useToasts } from '../ui/toast.ts';
import { column, drag, focus, heard, heardAtOnce, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { cardAt, type Server } from './testing.ts';

let server: Server;
let stopKeys = () => {};
beforeEach(() => {
  stopKeys = listenToKeys();
});
afterEach(() => {
  stopKeys();
  leaveBoard();
  forgetTheWay();
});

const cards = [
  cardAt('Alder', 'stable', 'a0', { sinceOn: '2024-05-01', openFlags: 1 }),
  cardAt('Весёлая ферма', 'stable', 'a1', { sinceOn: '2019-05-01' }),
  cardAt('Cedar', 'stable', 'a2', { sinceOn: '2022-05-01', lastTouchAt: `${addDays(today(), -40)}T09:00:00.000Z` }),
  cardAt('Fern', 'stagnation', 'a0', { sinceOn: '2021-05-01', openFlags: 2 }),
];

const textFilter = page.getByRole('searchbox', { name: 'Name or next step' });

async function openFilter(): Promise<void> {
  await userEvent.keyboard('f');
  await expect.element(textFilter).toHaveFocus();
}

async function tick(name: string | RegExp): Promise<void> {
  const box = page.getByRole('checkbox', { name }).element();
  if (box instanceof HTMLElement) box.focus();
  await userEvent.keyboard(' ');
}

async function sortBy(name: string): Promise<void> {
  await openFilter();
  await page.getByRole('radio', { name }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(textFilter).not.toBeInTheDocument();
}

describe('the filter', () => {
  test('by name works as one types; Escape empties it, then closes; Enter goes to the first card', async () => {
    server = await openBoard('en', cards);
    await openFilter();
    await userEvent.keyboard('ВЕСЕЛ');
    await expect.poll(() => namesIn('Steady')).toEqual(['Весёлая ферма']);
    await expect.element(page.getByText('Steady 1 of 3')).toBeInTheDocument();
    await expect.element(page.getByText('1 of 4\u00a0clients')).toBeInTheDocument();
    await expect.element(column('Fading').getByText('Nobody here passes the filter')).toBeInTheDocument();
    await heard('1 of 4 clients');
    await expect.poll(() => server.keptViews.at(-1)).toMatchObject({ text: 'ВЕСЕЛ', sorting: 'own' });
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => namesIn('Steady')).toHaveLength(3);
    await expect.element(textFilter).toHaveFocus();
    await userEvent.keyboard('ced{Enter}');
    await expect.element(page.getByRole('link', { name: 'Cedar' })).toHaveFocus();
    expect(namesIn('Steady')).toEqual(['Cedar']);
  });

  test('finds a next step as it stands on the card', async () => {
    const step = { taskId: 't', title: 'Отправить отчёт', dueOn: null };
    server = await openBoard('en', [...cards, cardAt('Maple', 'honeymoon', 'a0', { nextStep: step })]);
    await openFilter();
    await userEvent.keyboard('ОТЧЕТ');
    await heard('1 of 5 clients');
    expect([namesIn('Immersion'), namesIn('Steady')]).toEqual([['Maple'], []]);
  });

  test('by flags and what is overdue; each chip takes its own away, one button all', async () => {
    server = await openBoard('en', cards);
    await openFilter();
    await tick('with open red flags');
    await expect.poll(() => [namesIn('Steady'), namesIn('Fading')]).toEqual([['Alder'], ['Fern']]);
    await tick(/^overdue/);
    await expect.poll(() => [namesIn('Steady'), namesIn('Fading')]).toEqual([[], []]);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: /^Red flags: take/ }).click();
    await expect.poll(() => namesIn('Steady')).toEqual(['Cedar']);
    const chip = page.getByRole('button', { name: /^Overdue: take/ }).element();
    if (chip instanceof HTMLElement) chip.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('main')).toHaveFocus();
    await expect.poll(() => namesIn('Steady')).toHaveLength(3);
    await sortBy('Tenure');
    await openFilter();
    await userEvent.keyboard('ced{Enter}');
    await expect.element(textFilter).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => namesIn('Steady')).toEqual(['Alder', 'Весёлая ферма', 'Cedar']);
    await expect.element(page.getByRole('button', { name: 'Clear all' })).not.toBeInTheDocument();
  });

  test('by name finds who has ended as well: on the shelf, in the counts, and in the archive that opens', async () => {
    const gone = [cardAt('Birch', 'ended', 'a0'), cardAt('Elder', 'ended', 'a1', { openFlags: 1 })];
    server = await openBoard('en', [...cards, ...gone]);
    await openFilter();
    await userEvent.keyboard('birch');
    await expect.element(page.getByText('0 of 4\u00a0clients, 1 in the archive')).toBeInTheDocument();
    await heard('0 of 4 clients, 1 in the archive');
    const shelf = page.getByRole('button', { name: /^1 of 2\s*Ended/ });
    await userEvent.keyboard('{Enter}');
    await expect.element(shelf).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(useNavigation.getState().route).toEqual({ name: 'archive', text: 'birch' });
  });

  test('by what is to be done leaves the shelf as it is', async () => {
    server = await openBoard('en', [...cards, cardAt('Birch', 'ended', 'a0')]);
    await openFilter();
    await tick('with open red flags');
    await expect.element(page.getByText('2 of 4\u00a0clients')).toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: /^1\s*Ended/ })).toBeInTheDocument();
  });

  test('that hides a moved card says so, and the focus goes on', async () => {
    const card = { ...cardAt('Cedar', 'stable', 'a0'), lastTouchAt: `${addDays(today(), -10)}T09:00:00.000Z` };
    const others = [cardAt('Elm', 'honeymoon', 'a0', { lastTouchAt: `${addDays(today(), -30)}T09:00:00.000Z` })];
    server = await openBoard('en', [{ ...card, stage: 'honeymoon' }, ...others]);
    await openFilter();
    await tick(/^overdue/);
    await userEvent.keyboard('{Escape}');
    await focus('Cedar');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => useToasts.getState().shown?.detail).toBe('The filter hides it now');
    await expect.element(page.getByRole('link', { name: 'Elm' })).toHaveFocus();
  });
});

describe('a sorted board', () => {
  test('shows on top who was not seen for long; whom nobody has met yet was not seen since they came', async () => {
    server = await openBoard('en', cards);
    await sortBy('Not seen for a while');
    await expect.poll(() => namesIn('Steady')).toEqual(['Весёлая ферма', 'Alder', 'Cedar']);
    await focus('Cedar');
    await userEvent.keyboard(' {ArrowUp}');
    const sentence = 'The board is sorted by who was not seen for long. To order cards by hand, show them as is.';
    await heardAtOnce(sentence);
    await userEvent.keyboard('{Escape}');
    expect(namesIn('Steady')).toEqual(['Весёлая ферма', 'Alder', 'Cedar']);
  });

  const sentence = 'The board is sorted by tenure. To order cards by hand, show them as is.';

  test('says why its cards cannot be ordered by hand: in the menu, by keyboard and by mouse', async () => {
    server = await openBoard('en', cards);
    await sortBy('Tenure');
    await expect.poll(() => namesIn('Steady')).toEqual(['Весёлая ферма', 'Cedar', 'Alder']);
    await focus('Cedar');
    await userEvent.keyboard('m');
    const higher = page.getByRole('menuitem', { name: `Higher ${sentence}` });
    await expect.element(higher).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Escape}');
    await focus('Cedar');
    await userEvent.keyboard(' {ArrowUp}');
    await heardAtOnce(sentence);
    await userEvent.keyboard('{Escape}');
    await drag('Cedar', 'Весёлая ферма');
    await expect.poll(() => useToasts.getState().shown?.text).toBe(sentence);
    expect(namesIn('Steady')).toEqual(['Весёлая ферма', 'Cedar', 'Alder']);
    expect(server.sent).toEqual([]);
    await page.getByRole('button', { name: 'Show as is' }).click();
    await expect.poll(() => namesIn('Steady')).toEqual(['Alder', 'Весёлая ферма', 'Cedar']);
  });

  test('takes a card from another stage, where the sorting wants it', async () => {
    server = await openBoard('en', cards);
    await sortBy('Tenure');
    await focus('Fern');
    await userEvent.keyboard(' {ArrowLeft}');
    await heard('Steady, place 2 of 4');
    await userEvent.keyboard(' ');
    await heard('Fern is now in Steady, place 2 of 4');
    await expect.poll(() => namesIn('Steady')).toEqual(['Весёлая ферма', 'Fern', 'Cedar', 'Alder']);
    await expect.poll(() => server.sent).toMatchObject([{ input: { clientId: 'Fern', stage: 'stable', after: null } }]);
    await expect.element(page.getByRole('link', { name: 'Fern' })).toHaveFocus();
    await drag('Fern', 'Alder');
    await expect.poll(() => useToasts.getState().shown?.text).toBe(sentence);
    expect(server.sent).toHaveLength(1);
  });
});

describe('a move that leaves exit lines unmarked', () => {
  test('names them, offers a reason and stops nothing', async () => {
    server = await openBoard('en', [cardAt('Alder', 'acquaintance', 'a0')]);
    server.unmetExits = ['ACQ-8'];
    await focus('Alder');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await heard(
      "Alder is now in Immersion, place 1 of 1. Not marked yet: Two verdicts: the client's and ours; if “not now”, set a revisit date. A reason can be added",
    );
    expect(namesIn('Immersion')).toEqual(['Alder']);
    await page.getByRole('button', { name: 'Add a reason' }).click();
    await page.getByRole('textbox', { name: 'Why is Alder in Immersion?' }).fill('They are in a hurry');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => server.sent.at(-1))
      .toMatchObject({
        name: 'board.explainMove',
        input: { stageChangeId: 'change', reason: 'They are in a hurry' },
      });
  });

  test('is silent about them when all are marked', async () => {
    server = await openBoard('ru', [cardAt('Alder', 'acquaintance', 'a0')]);
    await focus('Alder');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => useToasts.getState().shown?.text).toBe('«Alder» теперь в «Погружении»');
    expect(useToasts.getState().shown?.detail).toBeUndefined();
    await expect.element(page.getByRole('button', { name: 'Добавить причину' })).not.toBeInTheDocument();
  });
});
