import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import { today } from '../ui/clock.ts';
import { applySettings } from '../ui/session.ts';
import { ownStageWith, settingsWith } from '../ui/test-data.ts';
import { cardOf, column, focus, heard, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { cardAt } from './testing.ts';

// The board in the words of the partners.

const dive = ownStageWith({
  stage: 'honeymoon',
  label: { en: 'First dive', ru: 'Первый заплыв' },
  hint: { en: 'deep water', ru: 'глубокая вода' },
});
afterEach(leaveBoard);

test.each([
  ['en', 'First dive', 'deep water', 'Spindle is now in First dive, place 1 of 1'],
  ['ru', 'Первый заплыв', 'глубокая вода', '«Spindle» теперь на этапе «Первый заплыв», место 1 из 1'],
] as const)('a move is announced with them, in %s', async (language, label, hint, sentence) => {
  applySettings(settingsWith({ language, stages: [dive] }));
  await openBoard(language);
  await expect.element(column(label).getByText(hint)).toBeVisible();
  await focus('Spindle');
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
  await heard(sentence);
  expect(namesIn(label)).toEqual(['Spindle']);
});

test('a new name shows at once: on the head of the column and in the menu of a card', async () => {
  applySettings(settingsWith({}));
  await openBoard('en');
  await expect.element(column('Immersion')).toBeVisible();
  applySettings(settingsWith({ stages: [dive] }));
  await expect.element(column('First dive')).toBeVisible();
  await page.getByRole('article', { name: 'Spindle' }).hover();
  await page.getByRole('button', { name: 'Move Spindle' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'First dive' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
});

test('a name that looks like markup reads as it was typed while a card is carried', async () => {
  const label = '<b>First</b> {0}';
  applySettings(settingsWith({ stages: [{ ...dive, label: { en: label, ru: label } }] }));
  await openBoard('en');
  await focus('Spindle');
  await userEvent.keyboard(' {ArrowLeft}');
  await expect.element(page.getByText('move to <b>First</b> {0}, place 1 of 1')).toBeVisible();
  await userEvent.keyboard('{Escape}');
});

test('a new norm shows at once on the cards of the stage', async () => {
  const lastTouchAt = `${addDays(today(), -20)}T09:00:00.000Z`;
  applySettings(settingsWith({}));
  await openBoard('en', [cardAt('Fern', 'honeymoon', 'a0', { lastTouchAt })]);
  await expect.poll(() => cardOf('Fern').textContent).toContain('norm\u00a07');
  applySettings(settingsWith({ stages: [{ ...dive, contactNormDays: 30 }] }));
  await expect.poll(() => cardOf('Fern').textContent).not.toContain('norm');
});
