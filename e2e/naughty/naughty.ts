import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../electron/chromium-runtime/chromium.ts';
import type { Program } from '../program.ts';
import { fillClient } from './fill.ts';
import { Harm, strangeElements } from './harm.ts';
import { type Findings, Look } from './look.ts';
import { naughtyStrings } from './naughty-strings.ts';

export async function setUpAgency(app: Program): Promise<void> {
  await app.call('settings.finishFirstRun', {
    commandId: crypto.randomUUID(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? '', chromiumSandbox: process.getuid?.() !== 0 });
}

/** Puts one batch of texts into the fields and looks at all screens. */
export async function lookAtBatch(
  app: Program,
  browser: Browser,
  { number, texts, notes }: { readonly number: number; readonly texts: readonly string[]; readonly notes: number },
): Promise<Findings> {
  const harm = new Harm(app);
  const look = new Look(app, harm);
  const client = await fillClient(app, number, texts);
  await look.client(client);
  for (let place = 0; place < Math.min(notes, texts.length); place += 1) await look.note(client, place);
  await look.attention(client);
  await look.search(texts);
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: /^Board/ }).click();
  await look.quickNote(client, texts);
  await look.document(client, browser);
  await app.page.getByRole('button', { name: /^Board/ }).click();
  return look.findings;
}

/** The same texts put into the same page as markup: the watch must see what they do there. */
export async function harmOfUnescaped(app: Program): Promise<readonly string[]> {
  const harm = new Harm(app);
  harm.take();
  await app.page.evaluate(
    (texts) => {
      const place = document.createElement('div');
      document.body.append(place);
      for (const text of texts) place.insertAdjacentHTML('beforeend', text);
    },
    naughtyStrings().slice(0, 14),
  );
  await app.page.waitForTimeout(500);
  const seen = [...(await strangeElements(app.page)), ...harm.take()];
  app.forgetProblems();
  return seen;
}

/** And in a page without a policy, as a document that is not escaped would be. */
export async function dialogsOfUnescaped(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.setContent(naughtyStrings().slice(0, 9).join('\n'));
  await page.waitForTimeout(500);
  await page.close();
  return dialogs;
}
