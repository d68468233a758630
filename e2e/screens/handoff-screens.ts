import type { Page } from '@playwright/test';
import type { Names } from './names.ts';
import { goTo, onSample, type Screen } from './screen.ts';

export async function openHandoff(page: Page, { handoffs, spindle }: Names): Promise<void> {
  await goTo(page, handoffs);
  await page
    .getByRole('link', { name: spindle })
    .or(page.getByRole('button', { name: spindle }))
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: spindle }).waitFor();
}

/** Parting. */
export const handoffScreens: readonly Screen[] = [
  onSample('handoffs', (page, { handoffs }) => goTo(page, handoffs)),
  onSample('handoff', openHandoff),
  onSample('handoff-words', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('group', { name: /^(Why we part|Почему расходимся)$/ }).scrollIntoViewIfNeeded();
  }),
  onSample('handoff-preview', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.preview, exact: true }).click();
    await page.getByRole('dialog').locator('iframe').contentFrame().getByRole('heading').first().waitFor();
  }),
  onSample('handoff-evidence', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('checkbox', { name: words.hosting }).press('Space');
  }),
  {
    name: 'handoff-unsent',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('checkbox', { name: words.hosting }).press('Space');
      await page.keyboard.type(words.hosting);
      await page.keyboard.press('Escape');
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  onSample('handoff-waits', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('radio', { name: words.waits }).click();
  }),
  {
    name: 'handoff-carry',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('button', { name: words.editHosting }).focus();
      for (const key of ['Space', 'ArrowRight']) await page.keyboard.press(key);
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  onSample('handoff-step', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.editHosting }).click();
  }),
  onSample('handoff-switch', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.moreOfHandoff }).click();
    await page.getByRole('menuitem', { name: words.takesOver }).click();
    await page.getByRole('dialog').getByText(words.ownTeam).click();
    await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
  }),
  onSample('handoff-candidate', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.addCandidate }).click();
  }),
  onSample('handoff-compare', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.compare }).click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('handoff-brief', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.brief }).click();
    await page.getByRole('dialog').locator('iframe').contentFrame().getByRole('heading').first().waitFor();
  }),
  onSample('handoff-closed', async (page, { archive, handoffOf }) => {
    await goTo(page, archive);
    await page.getByRole('button', { name: handoffOf, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }),
  onSample('handoff-cancel', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.moreOfHandoff }).click();
    await page.getByRole('menuitem', { name: words.cancelHandoff }).click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('handoff-choices', async (page, { harbour, endWork, planChoices }) => {
    await page.getByRole('article', { name: harbour }).getByRole('link', { name: harbour }).focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: endWork }).click();
    await page.getByRole('dialog').getByRole('button', { name: planChoices }).click();
  }),
  onSample('handoff-close', async (page, words) => {
    await openHandoff(page, words);
    await page.getByRole('button', { name: words.finish }).click();
    await page.getByRole('dialog').waitFor();
  }),
];
