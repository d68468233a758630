import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { today } from '../ui/clock.ts';
import { clientPageWith } from '../ui/test-data.ts';
import { show } from '../ui/testing.tsx';
import { StageFact } from './stage-fact.tsx';

let leave = () => {};
afterEach(() => leave());

const bare = (words: string) => words.replaceAll('\u00a0', ' ');

function changes(
  ...steps: readonly (readonly [to: string, daysAgo: number, reason?: string])[]
): ClientPage['stageChanges'] {
  return steps.map(([to, daysAgo, reason = ''], index) => ({
    id: String(index),
    to,
    happenedAt: `${addDays(today(), -daysAgo)}T12:00:00.000Z`,
    reason,
    by: 'Vera L.',
  }));
}

test('says how long, and shows the whole way: stage, time, who and why', async () => {
  const stageChanges = changes(['stable', 400], ['stagnation', 60, 'no plan'], ['stable', 9, 'a new budget']);
  leave = show(<StageFact page={clientPageWith({ stageChanges })} />);
  await page.getByRole('button', { name: 'in Steady for 9 days' }).click();
  const visits = page.getByRole('dialog', { name: 'The client’s path' }).getByRole('listitem');
  expect(visits.elements()).toHaveLength(3);
  await expect.poll(() => bare(visits.nth(0).element().textContent)).toMatch(/^Steady 11 mo/);
  await expect.poll(() => bare(visits.nth(1).element().textContent)).toMatch(/^Fading 7 weeks.*, Vera L\.no plan$/);
  await expect
    .poll(() => bare(visits.nth(2).element().textContent))
    .toMatch(/^Steady 9 dayssince .*back here, 11 mo in alla new budget$/);
  await expect.element(visits.nth(2)).toHaveAttribute('aria-current', 'step');
});

test('in Russian', async () => {
  leave = show(<StageFact page={clientPageWith({ stageChanges: changes(['stable', 9]) })} />, 'ru');
  await expect.element(page.getByRole('button', { name: 'в «Стабильности» 9 дней' })).toBeVisible();
});

test('is silent when the history does not lead to where the client stands', async () => {
  leave = show(<StageFact page={clientPageWith({ stageChanges: changes(['honeymoon', 9]) })} />);
  expect(page.getByRole('button').elements()).toEqual([]);
});
