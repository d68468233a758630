import { expect, test } from 'vitest';
import { type Gap, readinessChecks } from '../clients/readiness.ts';
import { weekdaysCalendar } from '../content/calendars.ts';
import { fireDrill } from './fire-drill.ts';
import { makePlan, offeredItems, type PlanOptions } from './plan.ts';
import { wholePlan } from './transfer-items.ts';

const startOn = '2026-11-23';
const usual: PlanOptions = { startOn, calendar: weekdaysCalendar, successor: 'contractor', extended: [] };
const gap = (check: Gap['check']): Gap => ({ check, accounts: [] });

test('every item of the plan is in one week, in the order of the days', () => {
  const account = { id: '0198c000-0000-7000-8000-000000000001', name: 'Domain' };
  const plan = wholePlan(usual, [account]);
  const { weeks, others } = fireDrill(plan, [], startOn);
  const drilled = weeks.flatMap(({ items }) => items.map(({ item }) => item));
  expect(new Set(drilled.map(({ code }) => code))).toEqual(new Set(plan.map(({ code }) => code)));
  expect(drilled).toHaveLength(plan.length);
  expect(drilled.map(({ dueOn }) => dueOn)).toEqual(drilled.map(({ dueOn }) => dueOn).toSorted());
  expect(weeks.map(({ week }) => week)).toEqual([1, 2, 3, 4]);
  expect(weeks[0]?.items.map(({ item }) => item.code)).toContain(account.id);
  expect(others).toEqual([]);
});

test('each gap is felt at one item, or named apart where the plan has no such item', () => {
  const gaps = readinessChecks.map(gap);
  const all = offeredItems().map(({ code }) => code);
  const felt = (extended: readonly string[]) => {
    const { weeks, others } = fireDrill(makePlan({ ...usual, extended }), gaps, startOn);
    const found = weeks.flatMap(({ items }) => items.flatMap((each) => each.gaps.map(({ check }) => check)));
    return { found, others: others.map(({ check }) => check) };
  };
  expect(felt(all).found.toSorted()).toEqual(readinessChecks.toSorted());
  expect(felt(all).others).toEqual([]);
  // The history of decisions is written down only where a partner wants it.
  expect(felt([]).others).toEqual(['decision']);
});
