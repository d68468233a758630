import { randomUUID } from 'node:crypto';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { openAttention } from './attention-page.ts';
import { ClientPage } from './client-page.ts';

/** Local days from today, `YYYY-MM-DD`. */
function dayFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function lastTuesday(): string {
  const back = ((new Date().getDay() + 7 - 2 + 6) % 7) + 1;
  return dayFromNow(-back);
}

test('kind by Alt, a day in one’s own words in both languages, people by a few letters, and who started it', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable');
  for (const name of ['Marina Belova', 'Pavel Somov'])
    await app.call('clients.addContact', { commandId: randomUUID(), clientId, name });
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await client.beginNote();
  await client.type('A letter came');
  for (const [key, kind] of ['Meeting', 'Call', 'Email', 'Chat', 'Observation'].entries()) {
    await page.keyboard.press(`Alt+Digit${key + 1}`);
    await expect(page.getByRole('radio', { name: kind })).toBeChecked();
  }
  await page.keyboard.press('Alt+Digit3');

  const written = async () => {
    await client.untilSaved();
    const { page: opened } = await app.call('clients.open', { clientId });
    return (await app.call('notes.open', { noteId: opened.draftNoteId ?? '' })).note;
  };
  const moment = async () => {
    const at = new Date((await written()).happenedAt);
    const pad = (part: number) => String(part).padStart(2, '0');
    const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
    return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
  };
  for (const [words, day, time] of [
    ['вчера 15:00', dayFromNow(-1), '15:00'],
    ['позавчера вечером', dayFromNow(-2), '19:00'],
    ['last Tuesday 3pm', lastTuesday(), '15:00'],
    ['в прошлый вторник 10:30', lastTuesday(), '10:30'],
    ['yesterday 9:15', dayFromNow(-1), '09:15'],
  ] as const) {
    await page.getByRole('button', { name: /^When it happened:/ }).click();
    await page.getByRole('textbox', { name: 'When it happened' }).fill(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'When it happened' })).toBeHidden();
    await expect.poll(moment, words).toBe(`${day} ${time}`);
  }

  await page.getByRole('button', { name: /^Who was there/ }).click();
  await page.keyboard.type('pav');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Client' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Who was there: Pavel/ })).toBeVisible();
  await expect.poll(async () => (await written()).initiatedBy).toBe('client');
  expect((await written()).attendees).toHaveLength(2);
  expect((await written()).kind).toBe('letter');
});

test('a task of a note is the same one in the text, in the history, beside it and in Attention', async ({ app }) => {
  await addAlder(app, 'stable');
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await client.beginNote();
  const later = dayFromNow(5);
  await client.type('Agreed', `[ ] Export @Vera by ${later}`, 'Prototype by today', '', 'The end');
  await client.untilSaved();
  // The earliest open task of ours that has a day is the next step.
  await expect(client.section('Next step')).toContainText('Prototype');
  await client.finish();

  await client.head('Agreed').press('Enter');
  const inHistory = client.note('Agreed').getByRole('checkbox', { name: 'Done: Export' });
  await inHistory.click();
  await expect(client.note('Agreed')).toContainText('1 of 2 tasks');
  await expect(client.section('Tasks').getByRole('checkbox', { name: 'Done: Export' })).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(client.note('Agreed')).toContainText('0 of 2 tasks');

  await openAttention(page);
  await page.getByRole('checkbox', { name: 'Done: Prototype' }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'Done: Prototype' })).toBeHidden();
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name: /^Board/ })
    .click();
  await client.open('Alder');
  await expect(client.note('Agreed')).toContainText('1 of 2 tasks');
  await expect(client.section('Next step')).toContainText('Export');

  await client.head('Agreed').press('e');
  const boxes = page.getByRole('checkbox', { name: 'Done', exact: true });
  await expect(boxes.last()).toBeChecked();
  await boxes.first().click();
  await client.untilSaved();
  await client.finish();
  await expect(client.note('Agreed')).toContainText('2 of 2 tasks');
});
