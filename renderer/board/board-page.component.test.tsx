import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../shared/language.ts';
import { Announcer } from '../ui/announcer.tsx';
import { addDays } from '../../shared/calendar.ts';
import { today } from '../ui/clock.ts';
import { filterByPartner, useSession } from '../ui/session.ts';
import { show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { Toaster } from '../ui/toaster.tsx';
import { BoardPage } from './board-page.tsx';
import { cardWith, serve, type Server } from './testing.ts';

let leave = () => {};
let server: Server;

const cards = [
  cardWith('Мебельный дом «Ольха»', 'stable', 'a0'),
  cardWith('Spindle', 'stable', 'a1'),
  cardWith('Fern', 'stagnation', 'a0'),
  cardWith('Grove', 'stagnation', 'a1'),
];

async function open(language: Language, shown = cards): Promise<void> {
  server = serve(shown);
  leave = show(
    <div style={{ display: 'flex', height: 860 }}>
      <BoardPage />
      <Toaster />
      <Announcer />
    </div>,
    language,
  );
  await expect.element(page.getByRole('heading', { level: 3 }).first()).toBeInTheDocument();
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});

afterEach(() => {
  leave();
  clearToasts();
  filterByPartner(null);
  useSession.setState({ settings: null });
});

function column(name: string) {
  return page.getByRole('region', { name: new RegExp(`^${name} `) });
}

function namesIn(name: string): readonly (string | null)[] {
  return column(name)
    .getByRole('heading', { level: 3 })
    .elements()
    .map((element) => element.textContent);
}

async function focus(name: string): Promise<void> {
  const heading = page.getByRole('link', { name, exact: true }).element();
  if (heading instanceof HTMLElement) heading.focus();
  await expect.element(page.getByRole('link', { name, exact: true })).toHaveFocus();
}

async function heard(sentence: string): Promise<void> {
  await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
}

function cardOf(name: string): Element {
  return page.getByRole('article', { name, exact: true }).element();
}

function isInSight(name: string): boolean {
  const { top, bottom } = cardOf(name).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** As the browser tells it while a card is carried over the upper half of another one. */
async function drag(name: string, over: string): Promise<void> {
  const source = cardOf(name);
  const target = cardOf(over);
  const dataTransfer = new DataTransfer();
  const tell = (type: string, element: Element) => {
    const { left, top, height } = element.getBoundingClientRect();
    const spot = { clientX: left + 40, clientY: top + height * 0.25 };
    element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...spot }));
  };
  tell('dragstart', source);
  await new Promise(requestAnimationFrame);
  for (const type of ['dragenter', 'dragover']) tell(type, target);
  await expect.poll(() => document.querySelector('[data-carried-by="pointer"]')).not.toBeNull();
  await new Promise(requestAnimationFrame);
  tell('drop', target);
  tell('dragend', source);
}

describe('announcements', () => {
  test('in Russian, with the guillemets a name brings along', async () => {
    await open('ru');
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
    await open('en');
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

describe('a move', () => {
  test('is painted at once, and put back with the reason when it is refused', async () => {
    await open('en');
    server.holdMoves = true;
    server.refuse = 'conflict';
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => namesIn('Fading')).toEqual(['Spindle', 'Fern', 'Grove']);
    await expect.poll(() => server.sent.length).toBe(1);
    server.answerOne();
    await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Grove']);
    expect(namesIn('Steady')).toEqual(['Мебельный дом «Ольха»', 'Spindle']);
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This was changed in the meantime. Look at it again and repeat.');
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
  });

  test('is refused in the board’s own words when a handoff has just begun', async () => {
    await open('en');
    server.refuse = 'handoff_running';
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Not here: a handoff is running.');
    expect(namesIn('Steady')).toEqual(['Мебельный дом «Ольха»', 'Spindle']);
  });

  test('that is taken back elsewhere takes the focus along', async () => {
    await open('en');
    await focus('Spindle');
    server.moveBehind('Spindle', 'honeymoon');
    await expect.poll(() => namesIn('Immersion')).toEqual(['Spindle']);
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
    server.moveBehind('Fern', 'honeymoon');
    await expect.poll(() => namesIn('Immersion')).toHaveLength(2);
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
  });

  test('by key is not left by a shortcut', async () => {
    await open('en');
    await focus('Spindle');
    await userEvent.keyboard(' {ArrowRight}{Control>}z{/Control}');
    expect(server.sent).toEqual([]);
    await userEvent.keyboard(' ');
    await expect.poll(() => namesIn('Fading')).toContain('Spindle');
  });

  test('to Fading keeps the typed reason when it is refused', async () => {
    await open('en');
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await page.getByRole('button', { name: 'Add a reason' }).click();
    const field = page.getByRole('textbox', { name: 'Why is Spindle in Fading?' });
    server.refuse = 'disk_full';
    await field.fill('No plan for the next year');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert').filter({ hasText: 'Your text is still here' })).toBeVisible();
    await expect.element(field).toHaveValue('No plan for the next year');
    server.refuse = null;
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(field).not.toBeInTheDocument();
    await heard('The reason is kept with the move');
  });

  test('waits for the one before it', async () => {
    await open('en');
    server.holdMoves = true;
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => namesIn('Second wind')).toEqual(['Spindle']);
    expect(server.sent.map(({ input }) => input['stage'])).toEqual(['stagnation']);
    server.answerOne();
    await expect.poll(() => server.sent.map(({ input }) => input['stage'])).toEqual(['stagnation', 'reanimation']);
    server.answerOne();
    await expect.poll(() => namesIn('Second wind')).toEqual(['Spindle']);
  });

  test('by mouse lands in the gap nearest to the pointer', async () => {
    await open('en');
    await drag('Spindle', 'Grove');
    await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Spindle', 'Grove']);
    expect(server.sent).toMatchObject([{ name: 'board.moveClient', input: { stage: 'stagnation', after: 'Fern' } }]);
  });

  test('to the place it stands at is none', async () => {
    await open('en');
    await focus('Spindle');
    await userEvent.keyboard(' {ArrowUp}{ArrowDown} ');
    await heard('Spindle is now in Steady, place 2 of 2');
    expect(server.sent).toEqual([]);
  });
});

describe('a card', () => {
  test('says how long, what next, when last and whose', async () => {
    const day = today();
    const step = { taskId: 't', title: 'Call Marta', dueOn: addDays(day, -1) };
    await open('en', [
      cardWith('Kitewell', 'stable', 'a0', {
        sinceOn: addDays(day, -9),
        lastTouchAt: `${addDays(day, -31)}T12:00:00.000Z`,
        nextStep: step,
        openFlags: 3,
        isSample: true,
      }),
      cardWith('Quiet', 'stable', 'a1'),
    ]);
    for (const words of [/9.days/, /sample/, /Overdue .* Call Marta/, /31.days, norm.14/, /3 open flags/])
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
  await open('en', [
    cardWith('Alder', 'stable', 'a0', { partnerId: 'vera' }),
    cardWith('Birch', 'stable', 'a1'),
    cardWith('Cedar', 'stagnation', 'a0'),
  ]);
  useSession.setState({
    partnerFilter: 'vera',
    settings: {
      language: 'en',
      theme: 'light',
      isSetUp: true,
      isSample: false,
      agency: { name: '', monogram: '', contact: '' },
      partners: [vera],
      mePartnerId: null,
      dataFolder: '',
      lastBackupAt: null,
      clientsPerPartner: 8,
      clientsInHoneymoon: 2,
      calendar: '',
      appVersion: '',
    },
  });
  await expect.element(page.getByRole('heading', { name: 'Steady 1 of 2' })).toBeInTheDocument();
  await expect.element(column('Fading').getByText('None of Vera’s clients are here')).toBeInTheDocument();
});

test('a column of 2,000 is walked, carried along and moved in, while few cards are drawn', async () => {
  const place = (index: number) => `a${String(index).padStart(4, '0')}V`;
  const many = Array.from({ length: 2000 }, (_, index) => cardWith(`Client ${index + 1}`, 'stable', place(index)));
  await open('en', many);
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

test('a board that cannot be brought up to date says so once', async () => {
  await open('en');
  server.refuseLoads = 'disk_error';
  server.moveBehind('Fern', 'honeymoon');
  await expect.element(page.getByText(/could not be brought up to date/).first()).toBeVisible();
  clearToasts();
  server.moveBehind('Fern', 'stable');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(useToasts.getState().shown).toBeNull();
  server.refuseLoads = null;
  server.moveBehind('Fern', 'reanimation');
  await expect.poll(() => namesIn('Second wind')).toEqual(['Fern']);
});
