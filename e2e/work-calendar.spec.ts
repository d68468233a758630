import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';

import type { Language } from '../shared/language.ts';
import { expect, test } from './app.ts';
import { dayFromNow } from './days.ts';
import { endWork, setTheScene } from './parting-scene.ts';
import type { Program } from './program.ts';

const words = {
  en: {
    section: 'Working days',
    works: 'working day',
    off: 'day off',
    next: 'The year after',
    question: /items?\sof (?:a plan|plans) moves?$/,
    move: /^Move\s\d+\sitems?$/,
    leave: 'Leave the plans as they are',
    moved: /^The calendar is changed, \d+\sitems? moved$/,
  },
  ru: {
    section: 'Рабочие дни',
    works: 'рабочий день',
    off: 'выходной',
    next: 'Следующий год',
    question: /^Сдвин/,
    move: /^Сдвинуть \d+/,
    leave: 'Оставить планы как есть',
    moved: /^Календарь изменён, сдвинут/,
  },
} as const;

async function openWorkingDays({ page }: Program, language: Language): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Comma');
  await page.getByRole('button', { name: words[language].section, exact: true }).click();
  await expect(page.getByRole('grid').first()).toBeVisible();
}

/** A day of the year that is shown, in its state. */
async function dayCell({ page }: Program, language: Language, day: string, state: string): Promise<Locator> {
  const months = page.getByRole('grid');
  const [year, month, date] = day.split('-').map(Number);
  const isShown = await page.getByRole('heading', { level: 3, name: String(year), exact: true }).isVisible();
  if (!isShown) await page.getByRole('button', { name: words[language].next }).click();
  const name = new RegExp(`(?:\\D|^)${date}(?:\\D.*)?: ${state}$`);
  return months.nth((month ?? 1) - 1).getByRole('button', { name });
}

/** A day on which the plan has something, and the items of that day. */
async function busyDay(app: Program, handoffId: string) {
  const { page } = await app.call('handoff.open', { handoffId });
  const day = page.items.map(({ dueOn }) => dueOn).find((dueOn) => dueOn > page.startOn) ?? '';
  return { day, titles: page.items.filter(({ dueOn }) => dueOn === day).map(({ title }) => title) };
}

async function titlesOn(app: Program, handoffId: string, day: string): Promise<readonly string[]> {
  const { page } = await app.call('handoff.open', { handoffId });
  return page.items.filter(({ dueOn }) => dueOn === day).map(({ title }) => title);
}

for (const language of ['en', 'ru'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ program: { language } });

    test('a day that is taken off shows what it moves, and the plan follows or stays', async ({ app }) => {
      const { page } = app;
      const { works, off, question, move, leave, moved } = words[language];
      const clientId = await setTheScene(app, language);
      const handoffId = await endWork(app, clientId, 'quiet');
      const { day, titles } = await busyDay(app, handoffId);
      await openWorkingDays(app, language);

      await (await dayCell(app, language, day, works)).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(question);
      for (const title of titles) await expect(dialog.getByRole('cell', { name: title })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(await dayCell(app, language, day, works)).toBeFocused();
      expect(await titlesOn(app, handoffId, day)).toEqual(titles);

      await page.keyboard.press('Space');
      await dialog.getByRole('button', { name: move }).press('Enter');
      await expect(page.getByRole('group', { name: moved })).toBeVisible();
      await expect(await dayCell(app, language, day, off)).toBeVisible();
      expect(await titlesOn(app, handoffId, day)).toEqual([]);

      await page.keyboard.press('Control+z');
      await expect(await dayCell(app, language, day, works)).toBeVisible();
      expect(await titlesOn(app, handoffId, day)).toEqual(titles);

      await (await dayCell(app, language, day, works)).click();
      await dialog.getByRole('button', { name: leave }).click();
      await expect(await dayCell(app, language, day, off)).toBeVisible();
      expect(await titlesOn(app, handoffId, day)).toEqual(titles);
      await app.restart();
      await openWorkingDays(app, language);
      await expect(await dayCell(app, language, day, off)).toBeVisible();
    });
  });
}

test('a calendar file is seen before it is taken, and taken back as one', async ({ app }) => {
  const { page } = app;
  await setTheScene(app, 'en');
  const first = `${Number(dayFromNow(0).slice(0, 4)) + 1}-06-01`;
  const bare = (day: string) => day.replaceAll('-', '');
  const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
  const file = path.join(app.exportFolder, 'holidays.ics');
  const text = [
    'BEGIN:VCALENDAR',
    ...event(`DTSTART;VALUE=DATE:${bare(first)}`, 'DURATION:P7D', 'SUMMARY:Summer week'),
    ...event(`DTSTART:${bare(first)}T090000Z`, 'SUMMARY:Stand-up'),
    'END:VCALENDAR',
  ];
  writeFileSync(file, text.join('\r\n'));
  await openWorkingDays(app, 'en');
  app.answerOpenDialog(file);
  await page.getByRole('button', { name: 'Import a file…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('holidays.ics');
  await expect(dialog.getByText('2 days are in the calendar already')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Stand-up/ })).toContainText('has a time of day');
  await dialog.getByRole('button', { name: 'Take over 5 days' }).click();
  await expect(page.getByRole('group', { name: '5 days are taken from the file' })).toBeVisible();
  await page.getByRole('button', { name: 'The year after' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Summer week' })).toHaveCount(5);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('listitem').filter({ hasText: 'Summer week' })).toHaveCount(0);
});

test('a copy of a calendar is one’s own: named, changed, removed', async ({ app }) => {
  const { page } = app;
  await setTheScene(app, 'ru');
  await app.call('settings.setLanguage', { language: 'en' });
  await openWorkingDays(app, 'en');
  await page.getByRole('button', { name: 'More about the calendar' }).click();
  await page.getByRole('menuitem', { name: 'Make a copy' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Quarta');
  await name.press('Enter');
  await expect(page.getByRole('button', { name: /Quarta/ }).first()).toBeVisible();
  const week = page.getByRole('group', { name: 'The working week' });
  await week.getByRole('button', { name: 'Fri' }).click();
  await expect(week.getByRole('button', { name: 'Fri', pressed: false })).toBeVisible();
  await page.getByRole('button', { name: 'More about the calendar' }).click();
  await page.getByRole('menuitem', { name: 'Remove the calendar' }).click();
  await expect(page.getByRole('button', { name: /^Russia/ }).first()).toBeVisible();
  await expect(week.getByRole('button', { name: 'Fri', pressed: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(week.getByRole('button', { name: 'Fri', pressed: false })).toBeVisible();
});

test('the days of a year are walked with the arrow keys', async ({ app }) => {
  await setTheScene(app, 'en');
  await openWorkingDays(app, 'en');
  const { page } = app;
  await page.getByRole('button', { name: 'The year after' }).click();
  const january = page.getByRole('grid', { name: 'January' });
  await january.getByRole('button', { name: /January 1,/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(january.getByRole('button', { name: /January 8,/ })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'February' }).getByRole('button', { name: /February 1,/ })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await expect(january.getByRole('button', { name: /January 4,/ })).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
  await expect(january.getByRole('button', { name: /January 1,/ })).toBeFocused();
});
