import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkingDay } from '../calendar.ts';
import { calendars, russiaCalendar } from '../content/calendars.ts';
import { endOfHandoff, makePlan, type PlanOptions } from './plan.ts';
import { daysOf, mayWaitFor, shippedItems, type TemplateItem } from './template.ts';
import { accountsToTransfer, transferItems } from './transfer-items.ts';

const month = shippedItems.filter(({ day }) => day <= 30);

/** What partners may make of the one that ships: other days, sides and links, items that are gone. */
const anyTemplate: fc.Arbitrary<readonly TemplateItem[]> = fc
  .array(
    fc.record({
      index: fc.nat(month.length - 1),
      day: fc.integer({ min: 0, max: 30 }),
      first: fc.nat(month.length - 1),
      isGone: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((changes) =>
    changes.reduce((items: readonly TemplateItem[], { index, day, first, isGone }) => {
      const [item, before] = [month[index], month[first]];
      if (item === undefined || before === undefined) return items;
      if (isGone) return items.filter(({ code }) => code !== item.code);
      const waits = mayWaitFor(items, item.code, before.code) ? [before.code] : [];
      return items.map((each) => (each.code === item.code ? { ...each, day, after: [...each.after, ...waits] } : each));
    }, month),
  );

const anyOptions: fc.Arbitrary<PlanOptions> = fc.record({
  startOn: fc.integer({ min: 0, max: 1460 }).map((offset) => addDays('2025-01-01', offset)),
  calendar: fc.constantFrom(...calendars),
  successor: fc.constantFrom('contractor', 'in_house', 'freeze'),
  extended: fc.subarray(month.map(({ code }) => code)),
  template: anyTemplate,
});

describe('a plan from a changed template', () => {
  test('stays inside the month, on working days, in order, with links only to what is in it', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const plan = makePlan(options);
        const due = new Map(plan.map((item) => [item.code, item.dueOn]));
        for (const item of plan) {
          expect(isWorkingDay(options.calendar, item.dueOn)).toBe(true);
          expect(item.dueOn >= options.startOn && item.dueOn <= endOfHandoff(options.startOn)).toBe(true);
          for (const code of item.after) {
            expect(due.has(code), `${item.code} after ${code}`).toBe(true);
            expect((due.get(code) ?? '9999') <= item.dueOn, `${item.code} after ${code}`).toBe(true);
          }
        }
      }),
    );
  });

  test('shrinks section C to its first item, whichever that is, where nobody takes over', () => {
    const template = month.filter(({ code }) => code !== 'C1');
    const plan = makePlan({
      startOn: '2026-11-09',
      calendar: russiaCalendar,
      successor: 'freeze' as const,
      extended: [],
      template,
    });
    expect(plan.filter(({ section }) => section === 'C').map(({ code }) => code)).toEqual(['C2']);
  });
});

test('what waits for a later item moves to its day, also over several links', () => {
  const days = daysOf([
    { code: 'c', day: 1, after: ['b'] },
    { code: 'b', day: 2, after: ['a', 'gone'] },
    { code: 'a', day: 9, after: [] },
  ]);
  expect([...days]).toEqual([
    ['c', 9],
    ['b', 9],
    ['a', 9],
  ]);
});

test('a circle of items that came from two computers ends nothing', () => {
  const days = daysOf([
    { code: 'a', day: 1, after: ['b'] },
    { code: 'b', day: 2, after: ['a'] },
  ]);
  expect([...days.values()]).toEqual([2, 2]);
});

describe('accounts in our name', () => {
  const account = { id: 'x', name: 'Hosting', owner: '', admin: '', payer: '', heldBy: '', goesTo: 'client' };

  test('are those that we own or rule, and do not stay', () => {
    const names = { agency: 'Quarta Bureau', partners: ['Vera L.'] };
    const chosen = (fields: Partial<typeof account>) => accountsToTransfer([{ ...account, ...fields }], names).length;
    expect(chosen({ owner: 'us' })).toBe(1);
    expect(chosen({ owner: 'the client', admin: 'Vera' })).toBe(1);
    expect(chosen({ owner: 'Quarta Bureau' })).toBe(1);
    expect(chosen({ owner: 'the client' })).toBe(0);
    expect(chosen({ heldBy: 'Vera' })).toBe(1);
    expect(chosen({ payer: 'us', heldBy: 'Raisa' })).toBe(1);
    expect(chosen({ owner: 'the client', heldBy: 'Vera', payer: 'us' })).toBe(0);
    expect(chosen({ heldBy: 'Raisa' })).toBe(0);
    expect(chosen({ owner: 'us', goesTo: 'stays' })).toBe(0);
  });

  test('are due with the item that finds them, or on its day where that was taken out', () => {
    const options = { startOn: '2026-11-09', calendar: russiaCalendar, successor: 'contractor', extended: [] } as const;
    const [withIt] = transferItems([account], options);
    expect(withIt).toMatchObject({ assetId: 'x', after: ['B3'], isMandatory: true, side: 'agency' });
    const finding = makePlan(options).find(({ code }) => code === 'B3');
    expect(withIt?.dueOn).toBe(finding?.dueOn);
    const [alone] = transferItems([account], { ...options, template: month.filter(({ code }) => code !== 'B3') });
    expect(alone).toMatchObject({ after: [], dueOn: finding?.dueOn });
  });
});
