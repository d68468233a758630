import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../../shared/calendar.ts';
import { type ClientWork, mostReadings } from '../../../shared/contract/client-work.ts';
import { today } from '../../ui/clock.ts';
import type { Bridge } from '../../api.ts';
import { cardWith, clientPageWith, clientWorkWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { Inspector } from '../inspector.tsx';
import { WorkTab } from './work-tab.tsx';

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const asked = vi.fn();
let leave = () => {};

function kpiWith(number: number, name: string, values: readonly string[] = []) {
  const readings = values.map((value, index) => ({
    id: id(index + 1),
    measuredOn: `2026-0${index + 1}-28`,
    value,
    remark: '',
  }));
  return { id: id(number), name, unit: '%', target: '29', direction: 'up', businessGoal: '', readings };
}

function open(work: Partial<ClientWork>, stage = 'stable', language: 'en' | 'ru' = 'en') {
  answerBy((name, input) => {
    if (name !== 'clients.work') asked(name, input);
    return { ok: true, value: { revision: 1, work: clientWorkWith(work) } };
  });
  leave = show(<WorkTab page={clientPageWith({ card: cardWith({ stage }) })} />, language);
}

beforeEach(() => asked.mockClear());
afterEach(() => {
  leave();
  clearToasts();
});

describe('goals', () => {
  test('that do not match are said at the top', async () => {
    open({ goalsMatch: 'no', ourHorizon: 'years', theirHorizon: 'half_year' }, 'stable', 'ru');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Цели расходятся. Мы смотрим на годы вперёд, они на полгода.');
  });

  test('that do not match are a hint among the signals beside the notes', async () => {
    const work = clientWorkWith({ goalsMatch: 'no' });
    answerBy(() => ({ ok: true, value: { revision: 1, work, marks: [], dismissed: [] } }));
    leave = show(<Inspector page={clientPageWith({ card: cardWith({ stage: 'stable' }) })} />);
    await expect
      .element(page.getByRole('region', { name: 'Signals' }))
      .toMatchTextContent('The goals do not match. Talk about it before it becomes a reason to part.');
  });

  test('that match are not spoken of; a choice is one command', async () => {
    open({ goalsMatch: 'yes', ourHorizon: 'years', theirHorizon: 'years' });
    await page
      .getByRole('radiogroup', { name: 'Do the goals match' })
      .getByRole('radio', { name: 'do not match' })
      .click();
    expect(document.querySelector('[role="status"]')).toBeNull();
    await expect.poll(() => asked.mock.calls).toMatchObject([['clients.editGoals', { goalsMatch: 'no' }]]);
  });
});

describe('figures', () => {
  test('say whether the goal is reached, and are moved by their menu', async () => {
    open({ kpis: [kpiWith(1, 'Orders', ['27', '28.5', '31']), kpiWith(2, 'Speed', ['10'])] });
    const orders = page.getByRole('listitem', { name: 'Orders' });
    await expect.element(orders).toMatchTextContent(/The goal is reached.*31.*\+4/);
    await expect.element(page.getByRole('listitem', { name: 'Speed' })).toMatchTextContent('Behind the goal');
    await page.getByRole('button', { name: 'More: Orders' }).click();
    await expect.element(page.getByRole('menuitem', { name: /^Up/ })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('menuitem', { name: 'Down' }).click();
    await expect.poll(() => asked.mock.calls).toMatchObject([['clients.moveKpi', { kpiId: id(1), after: id(2) }]]);
  });

  test('take a value with a comma, and none that is no number', async () => {
    open({ kpis: [kpiWith(1, 'Orders')] });
    await page.getByRole('button', { name: 'Write down a value: Orders' }).click();
    await page.getByRole('textbox', { name: 'Value, %' }).fill('many');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('A number, such as 29 or 4.5')).toBeVisible();
    await page.getByRole('textbox', { name: 'Value, %' }).fill('1 030,50 %');
    await userEvent.keyboard('{Enter}');
    const readings = [{ measuredOn: today(), value: '1030.50', remark: '' }];
    await expect.poll(() => asked.mock.calls).toMatchObject([['clients.addReadings', { kpiId: id(1), readings }]]);
  });

  test('say how a number was understood that can be read two ways', async () => {
    open({ kpis: [kpiWith(1, 'Orders')] });
    await page.getByRole('button', { name: 'Write down a value: Orders' }).click();
    const value = page.getByRole('textbox', { name: 'Value, %' });
    await value.fill('12,500');
    await expect.element(page.getByText(/^Understood as 12\.5\. For thousands write 12\s500\.$/)).toBeVisible();
    await value.fill('12 500');
    await expect.element(page.getByText(/^Understood as/)).not.toBeInTheDocument();
  });

  test('are mended cell by cell, each one command; what is no number stays to be mended', async () => {
    open({ kpis: [kpiWith(1, 'Orders', ['27', '28.5'])] });
    await page.getByRole('button', { name: 'All values' }).click();
    const cell = (name: RegExp) => page.getByRole('table', { name: 'Values: Orders' }).getByRole('button', { name });
    await cell(/^Value of Feb.28/).click();
    await userEvent.keyboard('many{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('A number, such as 29 or 4.5');
    await expect.element(page.getByRole('textbox', { name: /^Value of Feb/ })).toHaveValue('many');
    expect(asked).not.toHaveBeenCalled();
    await page.getByRole('textbox', { name: /^Value of Feb/ }).fill('29,500');
    await expect.element(page.getByText(/^Understood as 29\.5\./)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(cell(/^Value of Feb.28/)).toHaveFocus();
    await cell(/^Remark of Jan.28/).click();
    await userEvent.keyboard('Half of the month{Enter}');
    await cell(/^Day .*Feb.28/).click();
    await page.getByRole('spinbutton', { name: /^month/ }).click();
    await userEvent.keyboard('01{Enter}');
    await expect.element(page.getByText('There is a value of that day already.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await cell(/^Delete the value of Jan.28/).click();
    await expect.poll(() => asked.mock.calls.length).toBe(3);
    expect(asked.mock.calls).toMatchObject([
      ['clients.editReading', { readingId: id(2), value: '29.500' }],
      ['clients.editReading', { readingId: id(1), remark: 'Half of the month' }],
      ['clients.deleteReading', { readingId: id(1) }],
    ]);
  });

  test('show what was understood of a table before it is kept', async () => {
    open({ kpis: [kpiWith(1, 'Orders', ['27'])] }, 'stable', 'ru');
    await page.getByRole('button', { name: 'Ещё: Orders' }).click();
    await page.getByRole('menuitem', { name: 'Вставить из таблицы…' }).click();
    await expect.element(page.getByRole('button', { name: 'Добавить значения' })).toBeDisabled();
    await page.getByRole('textbox', { name: 'Строки таблицы' }).fill('28.01.2026;28,5\nфевр. 2026;29\nкогда-нибудь;30');
    await expect.element(page.getByText('строка 3, нет дня с годом: «когда-нибудь;30»')).toBeVisible();
    await expect.element(page.getByText('Заменит 1 записанное значение')).toBeVisible();
    await page.getByRole('button', { name: 'Добавить 2 значения' }).click();
    await expect.poll(() => asked.mock.calls.length).toBe(1);
    expect(asked.mock.calls[0]).toMatchObject([
      'clients.addReadings',
      {
        readings: [
          { measuredOn: '2026-01-28', value: '28.5' },
          { measuredOn: '2026-02-28', value: '29' },
        ],
      },
    ]);
    await expect.poll(() => useToasts.getState().shown?.text).toBe('Добавлено 2\u00a0значения');
  });

  test('are at most so many out of a table as can be kept at once', async () => {
    open({ kpis: [kpiWith(1, 'Orders')] });
    await page.getByRole('button', { name: 'More: Orders' }).click();
    await page.getByRole('menuitem', { name: /^Paste from a table/ }).click();
    const lines = Array.from({ length: mostReadings + 1 }, (_, day) => `${addDays('2019-01-01', day)};${day}`);
    const table = page.getByRole('textbox', { name: 'Rows of the table' });
    // Typing so many lines takes a browser minutes.
    const paste = (text: string) => {
      const area = table.element();
      Reflect.set(HTMLTextAreaElement.prototype, 'value', text, area);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    };
    await expect.element(table).toBeVisible();
    paste(lines.join('\n'));
    const problem = page.getByText(/^At most 2000 values are added at once, and here are 2001\./);
    await expect.element(problem).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Add 2.001 values/ })).toBeDisabled();
    paste(lines.slice(1).join('\n'));
    await expect.element(problem).not.toBeInTheDocument();
    await page.getByRole('button', { name: /^Add 2.000 values/ }).click();
    await expect.poll(() => asked.mock.calls).toMatchObject([['clients.addReadings', { kpiId: id(1) }]]);
  });
});

describe('engagements', () => {
  const running = { id: id(7), kind: 'retainer', title: 'Upkeep', startOn: '2022-01-10', endOn: null, endReason: '' };

  test('end with a reason', async () => {
    open({ engagements: [running] });
    await page.getByRole('button', { name: 'End: Upkeep' }).click();
    await page.getByRole('textbox', { name: 'Why it ends' }).fill('They hired a team');
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await expect
      .poll(() => asked.mock.calls)
      .toMatchObject([
        ['clients.editEngagement', { engagementId: id(7), endOn: today(), endReason: 'They hired a team' }],
      ]);
  });

  test('say why their days cannot be, and keep what is typed', async () => {
    open({ engagements: [running] });
    await page.getByRole('button', { name: 'End (Upkeep): now' }).click();
    await page.getByRole('spinbutton', { name: /^month/ }).click();
    await userEvent.keyboard('01092022{Enter}');
    await expect.element(page.getByText('Work cannot end before it starts.')).toBeVisible();
    await expect.element(page.getByRole('spinbutton', { name: /^year/ })).toHaveTextContent('2022');
    expect(asked).not.toHaveBeenCalled();
  });

  test('change each of their days where it stands; without an end they go on', async () => {
    open({ engagements: [{ ...running, endOn: '2022-06-10', endReason: 'Done' }] });
    await page.getByRole('button', { name: 'Start (Upkeep): Jan 10, 2022' }).click();
    await page.getByRole('spinbutton', { name: /^month/ }).click();
    await userEvent.keyboard('02{Enter}');
    await expect.element(page.getByRole('button', { name: /^Start \(Upkeep\)/ })).toHaveFocus();
    await page.getByRole('button', { name: 'End (Upkeep): Jun 10, 2022' }).click();
    await page.getByRole('button', { name: 'Without a date' }).click();
    await expect.poll(() => asked.mock.calls.length).toBe(2);
    expect(asked.mock.calls).toMatchObject([
      ['clients.editEngagement', { engagementId: id(7), startOn: '2022-02-10' }],
      ['clients.editEngagement', { engagementId: id(7), endOn: null }],
    ]);
  });

  test('tell the next anniversary', async () => {
    open({ engagements: [running] }, 'stable', 'ru');
    await expect
      .element(page.getByRole('region', { name: 'Работы' }))
      .toMatchTextContent(/С нами .+, \d+.(год|года|лет) 15.января/);
  });
});

describe('the keyboard goes on at the section when', () => {
  const engagement = {
    id: id(7),
    kind: 'retainer',
    title: 'Upkeep',
    startOn: '2022-01-10',
    endOn: null,
    endReason: '',
  };
  const report = { id: id(5), kind: 'month', period: '2026-01', sentOn: null, summary: '' };

  /** The row is there until the tab reads itself again, some time after the command was answered. */
  function openAndForget(work: Partial<ClientWork>) {
    let isGone = false;
    let tell: Parameters<Bridge['onChanged']>[0] = () => {};
    const forget = () => {
      isGone = true;
      tell({ revision: 2, areas: ['records'] });
    };
    const value = {
      call: async (name: string) => {
        if (name !== 'clients.work') setTimeout(forget, 50);
        return { ok: true, value: { revision: 1, work: clientWorkWith(isGone ? {} : work) } };
      },
      onChanged: (listener: typeof tell) => {
        tell = listener;
        return () => {};
      },
      onCommand: () => () => {},
      zoom: () => {},
      platform: 'linux',
    };
    Object.defineProperty(window, 'rapport', { configurable: true, value });
    leave = show(<WorkTab page={clientPageWith({ card: cardWith({ stage: 'stable' }) })} />);
  }

  async function press(name: string | RegExp) {
    const button = page.getByRole('button', { name }).first();
    await expect.element(button).toBeVisible();
    button.element().focus();
    await userEvent.keyboard('{Enter}');
  }

  test.each([
    ['an engagement', { engagements: [engagement] }, 'Delete the engagement: Upkeep', 'Add an engagement'],
    ['a report', { reports: [report] }, 'Delete the report: January 2026', 'Add a report'],
  ])('%s is deleted', async (_what, work, remove, add) => {
    openAndForget(work);
    await press(remove);
    await expect.element(page.getByRole('button', { name: add })).toHaveFocus();
  });

  test('a figure is deleted', async () => {
    openAndForget({ kpis: [kpiWith(1, 'Orders')] });
    await press('More: Orders');
    await page.getByRole('menuitem', { name: 'Delete the figure' }).click();
    await expect.element(page.getByRole('button', { name: 'Add a figure' })).toHaveFocus();
  });

  test('a report is marked as sent', async () => {
    openAndForget({ reportDay: 1 });
    await press(/^Mark as sent/);
    await expect.element(page.getByRole('button', { name: 'Add a report' })).toHaveFocus();
  });
});
