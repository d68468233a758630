import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Program } from './program.ts';

/** A client in the stage, open at its playbook; gives its id. */
export async function openPlaybook(app: Program, stage: 'acquaintance' | 'honeymoon' | 'stable'): Promise<string> {
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  const { card } = await app.call('board.createClient', { commandId: randomUUID(), name: 'Alder', stage });
  await openPlaybookTab(app.page);
  return card.id;
}

export async function openPlaybookTab(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Alder', exact: true }).click();
  await page.getByRole('tab', { name: 'Playbook' }).click();
}

/** Into a field that is edited where it stands; waits until it is saved. */
export async function typeInto(page: Page, field: string | RegExp, words: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: words })).toBeVisible();
}
