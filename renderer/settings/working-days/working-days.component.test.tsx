import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CalendarFile } from '../../../shared/contract/work-calendars.ts';
import { calendarViews, type CalendarState } from '../../../shared/work-calendars.ts';
import type { Language } from '../../../shared/language.ts';
import { navigate } from '../../ui/navigation.ts';
import { applySettings, useSession } from '../../ui/session.ts';
import { settingsWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import type { Moves } from './change-calendar.ts';
import { WorkingDaysSection } from './working-days-section.tsx';

const asked = vi.fn();
let state: CalendarState = { chosen: 'ru', own: [] };
let moves: Moves = [];
let file: CalendarFile | null = null;
let refusal: string | null = null;
let isUnreadable = false;
let leave = () => {};

const someMoves: Moves = [
  {
    handoffId: '1',
    clientName: 'Spindle',
    items: [{ itemId: '2', title: 'Tell the client', from: '2026-11-10', to: '2026-11-11' }],
  },
];

function answer(name: string, input: unknown): unknown {
  if (name === 'settings.calendars') {
    if (isUnreadable) return { ok: false, code: 'disk_error', message: '' };
    return { ok: true, value: { chosen: state.chosen, calendars: calendarViews(state) } };
  }
  asked(name, input);
  if (name === 'settings.previewCalendar') return { ok: true, value: { moves } };
  if (name === 'settings.readCalendarFile') return { ok: true, value: { file } };
  if (refusal !== null) return { ok: false, code: refusal, message: '' };
  return { ok: true, value: { revision: 1 } };
}

async function open(language: Language = 'en'): Promise<void> {
  navigate({ name: 'settings', section: 'working-days' });
  leave = show(<WorkingDaysSection />, language);
  await expect.element(page.getByRole('grid').first()).toBeVisible();
}

async function goToYear(year: number): Promise<void> {
  const shown = page.getByRole('heading', { level: 3 }).first();
  while (Number(shown.element().textContent) < year) await page.getByRole('button', { name: 'The year after' }).click();
  while (Number(shown.element().textContent) > year)
    await page.getByRole('button', { name: 'The year before' }).click();
}

const day = (name: RegExp) => page.getByRole('button', { name });
const changes = () => asked.mock.calls.filter(([name]) => name === 'settings.changeCalendar').map(([, input]) => input);

beforeEach(() => {
  asked.mockClear();
  state = { chosen: 'ru', own: [] };
  moves = [];
  file = null;
  refusal = null;
  isUnreadable = false;
  clearToasts();
  answerBy(answer);
  applySettings(settingsWith({}));
});
afterEach(() => {
  leave();
  useSession.setState({ status: 'starting', settings: null });
});

// The first in this file: what was read once stays on the page.
test('calendars that could not be read are read again', async () => {
  isUnreadable = true;
  leave = show(<WorkingDaysSection />);
  const again = page.getByRole('button', { name: 'Read the calendars again' });
  await expect.element(again).toBeVisible();
  isUnreadable = false;
  await again.click();
  await expect.element(page.getByRole('grid').first()).toBeVisible();
});

describe('a day of the year', () => {
  test('says its state and name, and a press turns it over', async () => {
    await open();
    await goToYear(2026);
    await expect.element(day(/^Friday, June 12.*: day off, Russia Day$/)).toBeVisible();
    await expect.element(day(/^Saturday, June 13.*: weekend$/)).toBeVisible();
    await day(/^Thursday, June 11.*: working day$/).click();
    await expect.poll(changes).toEqual([
      {
        commandId: expect.any(String),
        change: { kind: 'days', code: 'ru', days: [{ day: '2026-06-11', isWorked: false }] },
        movesItems: false,
      },
    ]);
    expect(useToasts.getState().shown).toBeNull();
  });

  test('takes the Tab key alone, so that a year is one stop', async () => {
    await open();
    const buttons = page
      .getByRole('grid')
      .elements()
      .flatMap((grid) => [...grid.querySelectorAll('button')]);
    expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
  });

  test('that is refused says why', async () => {
    refusal = 'calendar_without_work';
    await open();
    await page.getByRole('group', { name: 'The working week' }).getByRole('button', { name: 'Fri' }).click();
    await expect.poll(() => useToasts.getState().shown?.text).toContain('Leave at least one working day');
  });

  test('has its week begin on Monday in Russian, on Sunday in English', async () => {
    const firstOf = () => page.getByRole('columnheader').first().element().textContent;
    await open('ru');
    expect(firstOf()).toBe('пн');
    leave();
    await open('en');
    expect(firstOf()).toBe('Su');
  });
});

describe('plans that would follow', () => {
  beforeEach(async () => {
    moves = someMoves;
    await open();
    await goToYear(2026);
    await day(/^Tuesday, November 10.*: working day$/).click();
    await expect.element(page.getByRole('heading', { name: '1 item of a plan moves' })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Tell the client/ })).toBeVisible();
    expect(changes()).toEqual([]);
  });

  test('move', async () => {
    await page.getByRole('button', { name: 'Move 1 item' }).click();
    await expect.poll(changes).toMatchObject([{ movesItems: true }]);
    await expect.poll(() => useToasts.getState().shown?.text).toBe('The calendar is changed, 1\u00a0item moved');
    const commandId: unknown = Reflect.get(Object(changes()[0]), 'commandId');
    useToasts.getState().shown?.actions?.[0]?.run();
    await expect.poll(() => asked.mock.calls.at(-1)).toMatchObject(['safety.undo', { targetId: commandId }]);
  });

  test('stay', async () => {
    await page.getByRole('button', { name: 'Leave the plans as they are' }).click();
    await expect.poll(changes).toMatchObject([{ movesItems: false }]);
  });

  test('or nothing is changed at all, and the next change is asked about again', async () => {
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(changes()).toEqual([]);
    await day(/^Tuesday, November 10.*: working day$/).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(changes()).toEqual([]);
  });
});

describe('the special days', () => {
  test('are named where they stand', async () => {
    await open();
    await goToYear(2026);
    await page.getByRole('button', { name: /^Name of the day: Friday, June 12/ }).click();
    await userEvent.keyboard('Birch day{Enter}');
    await expect
      .poll(changes)
      .toMatchObject([{ change: { days: [{ day: '2026-06-12', isWorked: false, title: 'Birch day' }] } }]);
  });

  test('that were changed go back one by one', async () => {
    state = {
      chosen: 'ru',
      own: [
        {
          code: 'ru',
          base: 'ru',
          name: '',
          week: new Map(),
          days: new Map([['2026-06-12', { isWorked: true, title: null }]]),
        },
      ],
    };
    await open();
    await goToYear(2026);
    await page.getByRole('button', { name: /^As it was: Friday, June 12/ }).click();
    await expect.poll(changes).toMatchObject([{ change: { days: [{ day: '2026-06-12', isWorked: null }] } }]);
    await page.getByRole('button', { name: 'More about the calendar' }).click();
    await page.getByRole('menuitem', { name: 'Bring back the original' }).click();
    await expect.poll(changes).toHaveLength(2);
    expect(changes()[1]).toMatchObject({ change: { kind: 'reset', code: 'ru' } });
  });

  test('of a year without any are missed in words; what is known to be missing is said', async () => {
    await open();
    await goToYear(2026);
    await expect.element(page.getByText('These are the holidays by the Labour Code.')).not.toBeInTheDocument();
    await goToYear(2027);
    await expect.element(page.getByText(/^These are the holidays by the Labour Code\./)).toBeVisible();
    await goToYear(2030);
    await expect.element(page.getByText(/^None: every week is like the other/)).toBeVisible();
  });
});

describe('a calendar file', () => {
  const choose = () => page.getByRole('button', { name: 'Import a file…' }).click();

  test('shows what is new in it and what is left out, and is taken over', async () => {
    file = {
      name: 'holidays.ics',
      days: [
        { day: '2026-06-12', kind: 'holiday', title: 'Russia Day' },
        { day: '2027-12-31', kind: 'holiday', title: 'Moved' },
        { day: '2027-02-20', kind: 'working', title: '' },
      ],
      unread: [{ title: '', reason: 'has_time' }],
    };
    await open();
    await choose();
    await expect.element(page.getByText('1 day is in the calendar already')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /without a name/ })).toBeVisible();
    await page.getByRole('button', { name: 'Take over 2 days' }).click();
    await expect.poll(changes).toMatchObject([
      {
        change: {
          kind: 'days',
          days: [
            { day: '2027-12-31', isWorked: false, title: 'Moved' },
            { day: '2027-02-20', isWorked: true, title: '' },
          ],
        },
      },
    ]);
    await expect.poll(() => useToasts.getState().shown?.text).toBe('2\u00a0days are taken from the file');
  });

  test('without anything new cannot be taken', async () => {
    file = { name: 'empty.ics', days: [], unread: [] };
    await open();
    await choose();
    await expect.element(page.getByText(/^There are no days in this file/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Take over' })).toBeDisabled();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});
