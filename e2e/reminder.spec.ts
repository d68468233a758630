import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { dayFromNow } from './days.ts';
import { Program } from './program.ts';
import { defaultOptions } from './program-options.ts';

/** Something that was promised long ago. */
async function addLateTask(app: Program, clientId: string): Promise<void> {
  const task = { clientId, title: 'Send the estimate', side: 'agency', person: '', dueOn: dayFromNow(-30) } as const;
  await app.call('clients.addTask', { commandId: randomUUID(), ...task });
}

async function openReminders(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await page.keyboard.press('Control+Comma');
  await page.getByRole('button', { name: 'Reminders' }).click();
}

function timeOf(page: Page, field: string): Locator {
  return page.getByRole('button', { name: new RegExp(`${field}$`) });
}

async function chooseMidnight(page: Page, field: string): Promise<void> {
  await timeOf(page, field).click();
  await page.getByRole('option', { name: '00:00' }).click();
  await expect(timeOf(page, field)).toHaveText('00:00');
}

const onOff = (page: Page) => page.getByRole('switch', { name: 'Remind of what needs attention' });
const notifiedBy = (app: Program) => app.desk().flatMap((entry) => entry.notified ?? []);

/** Settings by which it is due at any time of any day, switched off by the partner. */
async function switchOff(app: Program): Promise<void> {
  const always = { at: '00:00', quietFrom: '00:00', quietTo: '00:00', isAtWeekends: true };
  await app.call('settings.setReminder', { isOn: true, ...always });
  await openReminders(app.page);
  await onOff(app.page).press('Space');
  await expect(timeOf(app.page, 'Hour')).toBeDisabled();
}

/** The same, chosen one by one. */
async function switchOn({ page }: Program): Promise<void> {
  await openReminders(page);
  await onOff(page).press('Space');
  await chooseMidnight(page, 'Hour');
  await expect(page.getByText('This is a quiet hour: it comes at 08:00')).toBeVisible();
  await chooseMidnight(page, 'Quiet from');
  await chooseMidnight(page, 'Quiet until');
  await expect(page.getByText(/^This is a quiet hour/)).toBeHidden();
  await page.getByRole('switch', { name: 'Also on Saturdays and Sundays' }).press('Space');
}

const told = [{ title: 'Attention', body: '1\u00a0client is waiting for you' }];

test('the reminder comes at the hour that was set and not while it is off; both are kept over a restart', async ({
  app: silent,
  folder,
  runtime,
}) => {
  test.skip(runtime === 'electron', 'skipped: the desktop of Electron tells nothing of its notifications');
  const clientId = await addAlder(silent, 'stable');
  await switchOff(silent);
  await addLateTask(silent, clientId);
  await silent.restart();
  await openReminders(silent.page);
  await expect(onOff(silent.page)).not.toBeChecked();
  await expect(timeOf(silent.page, 'Hour')).toHaveText('00:00');

  const folderOfOther = path.join(folder, 'other');
  mkdirSync(folderOfOther);
  const speaking = new Program(folderOfOther, defaultOptions);
  try {
    await speaking.start();
    // Otherwise the day's own might come, at some hours.
    await speaking.call('settings.setReminder', { isOn: false });
    await addLateTask(speaking, await addAlder(speaking, 'stable'));
    await switchOn(speaking);
    await speaking.restart();
    await openReminders(speaking.page);
    await expect(onOff(speaking.page)).toBeChecked();
    await expect(timeOf(speaking.page, 'Quiet until')).toHaveText('00:00');
    await expect.poll(() => notifiedBy(speaking), { timeout: 60_000 }).toEqual(told);
  } finally {
    await speaking.kill();
  }
  // Begun earlier, the other one has looked at its clock by then as well.
  expect(notifiedBy(silent)).toEqual([]);
  await silent.page.getByRole('button', { name: 'Show one now' }).click();
  await expect.poll(() => notifiedBy(silent)).toEqual(told);
});
