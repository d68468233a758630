import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import { today } from '../ui/clock.ts';
import { cardWith, clientPageWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { ClientFacts } from './client-facts.tsx';

let leave = () => {};
afterEach(() => leave());

/** A day five years before the one that lies so many days ahead. */
function fiveYearsBefore(days: number): string {
  const on = addDays(today(), days);
  return `${Number(on.slice(0, 4)) - 5}${on.slice(4)}`;
}

function open(sinceOn: string, language: 'en' | 'ru', stage = 'stable') {
  answerBy(() => ({ ok: true, value: {} }));
  leave = show(<ClientFacts page={clientPageWith({ card: cardWith({ sinceOn, stage }) })} />, language);
}

test.each([
  ['en', 0, /^5.years together today$/],
  ['ru', 0, /^Сегодня 5.лет вместе$/],
  ['en', 14, /^5.years on /],
  ['ru', 3, /^5.лет \d/],
] as const)('an anniversary near by is told, in %s, %i days ahead', async (language, days, words) => {
  open(fiveYearsBefore(days), language);
  await expect.element(page.getByText(words)).toBeVisible();
});

test.each([
  ['stable', 15],
  ['ended', 3],
])('of a client in %s, one %i days ahead is not', async (stage, days) => {
  open(fiveYearsBefore(days), 'en', stage);
  await expect.element(page.getByRole('button', { name: /with us/ })).toBeVisible();
  expect(document.body.textContent).not.toMatch(/5.years on/);
});

test('the first work cannot begin after it ended', async () => {
  const first = { id: cardWith({}).id, kind: 'project', title: '', startOn: '2020-01-15', endReason: '' };
  const asked: string[] = [];
  answerBy((name) => {
    asked.push(name);
    return { ok: true, value: {} };
  });
  const card = cardWith({ sinceOn: '2020-03-15' });
  leave = show(<ClientFacts page={clientPageWith({ card, engagements: [{ ...first, endOn: '2020-02-01' }] })} />);
  await page.getByRole('button', { name: /with us/ }).click();
  await expect.element(page.getByText('It ended before that day.')).toBeVisible();
  await page.getByRole('spinbutton', { name: /^month/ }).click();
  await userEvent.keyboard('04{Enter}');
  await expect.element(page.getByText('It ended before that day.')).toBeVisible();
  expect(asked).toEqual([]);
});
