import type { Browser } from '@playwright/test';
import type { Program } from '../program.ts';
import { fillClient } from './fill.ts';
import { Harm } from './harm.ts';
import { type Findings, Look } from './look.ts';

export async function setUpAgency(app: Program): Promise<void> {
  await app.call('settings.finishFirstRun', {
    commandId: crypto.randomUUID(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
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
