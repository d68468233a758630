import { randomUUID } from 'node:crypto';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { openAttention, wayToAttention } from './attention-page.ts';
import { BoardPage } from './board-page.ts';
import { ClientPage } from './client-page.ts';
import { dayFromNow } from './days.ts';
import type { Program } from './program.ts';
import { writeNote } from './write-note.ts';

const command = () => ({ commandId: randomUUID() });

/** Alder, in touch with us and with a step ahead, of whom we have asked what its plans are. */
async function wellKept(app: Program): Promise<string> {
  const clientId = await addAlder(app, 'acquaintance');
  await touched(app, clientId, 3);
  const step = { clientId, title: 'Show the prototype', side: 'agency', person: '', dueOn: dayFromNow(4) } as const;
  await app.call('clients.addTask', { ...command(), ...step });
  const asked = { clientId, checkedOn: dayFromNow(-5), hasPlan: 'yes', saidBy: 'Marina', words: '' } as const;
  await app.call('clients.addIntentCheck', { ...command(), ...asked });
  return clientId;
}

async function touched(app: Program, clientId: string, daysAgo: number): Promise<void> {
  await writeNote(app, { clientId, happenedAt: `${dayFromNow(-daysAgo)}T10:00:00.000Z`, body: 'A call' });
}

test('a flag puts a reason on the card; it says why, is put off, woken up and taken back', async ({ app }) => {
  const clientId = await wellKept(app);
  const { page } = app;
  const [board, client] = [new BoardPage(page), new ClientPage(page)];
  const signals = client.section('Signals');
  await client.open('Alder');
  await expect(signals.getByText('In good order', { exact: true })).toBeVisible();
  const seen = { clientId, code: 'C-TRUST', side: 'both', markedOn: dayFromNow(0), evidence: 'They shouted' } as const;
  await app.call('clients.markSignal', { ...command(), ...seen });
  await expect(signals.getByText('At risk', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(board.card('Alder')).toContainText('At risk: They shouted');
  await expect(board.heading('Alder')).toHaveAccessibleDescription(/^At risk: They shouted/);

  await client.open('Alder');
  await signals.getByRole('button', { name: 'Why? Open conflict or broken trust' }).click();
  await expect(signals.getByText('While this flag is open, the verdict stays at risk.')).toBeVisible();
  await signals.getByRole('button', { name: 'Put off…' }).click();
  await page.getByRole('textbox', { name: 'Why it can wait' }).fill('Their boss is away');
  await page.keyboard.press('Enter');
  await expect(signals.getByText(/^Put off until .+: Their boss is away$/)).toBeVisible();
  await expect(client.history()).toContainText('Open conflict or broken trust');
  await expect(signals.getByText('At risk', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(board.card('Alder')).not.toContainText('They shouted');

  await client.open('Alder');
  await signals.getByRole('button', { name: 'Wake up: Open conflict or broken trust' }).click();
  await expect(signals.getByRole('button', { name: 'Why? Open conflict or broken trust' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(signals.getByText(/Their boss is away$/)).toBeVisible();
  for (const _undone of ['the snooze', 'the flag']) await page.keyboard.press('Control+z');
  await expect(signals.getByText('In good order', { exact: true })).toBeVisible();
});

test('a client in doubt is kept an eye on in Attention, which leads to the sign, until that is put off', async ({
  app,
}) => {
  const clientId = await wellKept(app);
  const { page } = app;
  const client = new ClientPage(page);
  await expect(wayToAttention(page)).toHaveText('Attention');
  const seen = { clientId, code: 'C-TRUST', side: 'both', markedOn: dayFromNow(0), evidence: 'They shouted' } as const;
  await app.call('clients.markSignal', { ...command(), ...seen });
  await expect(wayToAttention(page)).toHaveText(/1$/);
  await openAttention(page);
  const row = page.getByRole('region', { name: 'Keep an eye' }).getByRole('listitem');
  await expect(row).toContainText('At risk: They shouted');
  await row.getByRole('button', { name: 'Open the client: Alder' }).click();
  await expect(client.section('Signals').getByRole('heading', { name: 'Open conflict or broken trust' })).toBeVisible();
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: 'Snooze: Alder' }).click();
  await page.keyboard.type('We meet on Friday');
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await expect(wayToAttention(page)).toHaveText('Attention');
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('They shouted');
});

test('a meeting that is planned ahead is the next step, and leads to its draft', async ({ app }) => {
  const clientId = await addAlder(app, 'acquaintance');
  await touched(app, clientId, 3);
  const asked = { clientId, checkedOn: dayFromNow(-5), hasPlan: 'unknown', saidBy: 'Marina', words: '' } as const;
  await app.call('clients.addIntentCheck', { ...command(), ...asked });
  const { page } = app;
  const [board, client] = [new BoardPage(page), new ClientPage(page)];
  await expect(board.card('Alder')).toContainText('No next step is set');
  const meeting = { noteId: null, clientId, kind: 'meeting', initiatedBy: null, body: 'Ask about the shop' } as const;
  const happenedAt = `${dayFromNow(6)}T10:00:00.000Z`;
  await app.call('notes.write', { ...command(), ...meeting, happenedAt, attendees: [], finished: false });
  await expect(board.card('Alder')).not.toContainText('No next step is set');
  await client.open('Alder');
  const signals = client.section('Signals');
  await signals.getByRole('button', { name: /^Why\? The next step is on/ }).click();
  await signals.getByRole('button', { name: 'Show the record' }).click();
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toContainText('Ask about the shop');
});

test('other days for one client move the verdict, and are taken back', async ({ app }) => {
  const clientId = await addAlder(app, 'acquaintance');
  await touched(app, clientId, 20);
  const { page } = app;
  const [board, client] = [new BoardPage(page), new ClientPage(page)];
  await expect(board.card('Alder')).not.toContainText('No contact');
  const asked = { clientId, checkedOn: dayFromNow(-5), hasPlan: 'yes', saidBy: 'Marina', words: '' } as const;
  await app.call('clients.addIntentCheck', { ...command(), ...asked });
  await expect(board.card('Alder')).toContainText(/No contact for 20\sdays, the norm is 7/);

  await client.open('Alder');
  const signals = client.section('Signals');
  await signals.getByRole('button', { name: /^Why\? No contact/ }).click();
  const days = signals.getByRole('textbox', { name: 'Days for this client' });
  await days.fill('30');
  await days.press('Enter');
  await expect(client.toast('For this client it is now 30\u00a0days')).toBeVisible();
  await expect(signals.getByRole('button', { name: /^Why\? Contact 20\sdays ago, the norm is 30$/ })).toBeVisible();
  await signals.getByRole('button', { name: /^Why\? They have a development plan/ }).click();
  await signals.getByRole('button', { name: 'Show the record' }).last().click();
  await expect(page.getByRole('tab', { name: 'Playbook' })).toHaveAttribute('aria-selected', 'true');
  await signals.getByRole('button', { name: 'Show the record' }).first().click();
  await expect(client.head('A call')).toBeFocused();
  await page.getByRole('banner').getByRole('button', { name: 'Board' }).click();
  await expect(board.card('Alder')).not.toContainText('No contact');
  await page.keyboard.press('Control+z');
  await expect(board.card('Alder')).toContainText(/No contact for 20\sdays/);
});

test('the filter shows who is in doubtful health', async ({ app }) => {
  const clientId = await wellKept(app);
  await app.call('board.createClient', { ...command(), name: 'Birch', stage: 'acquaintance' });
  const { page } = app;
  const board = new BoardPage(page);
  const seen = { clientId, code: 'C-TRUST', side: 'both', markedOn: dayFromNow(0), evidence: '' } as const;
  await app.call('clients.markSignal', { ...command(), ...seen });
  await expect(board.card('Alder')).toContainText('At risk: Open conflict or broken trust');
  await page.keyboard.press('f');
  await page.getByRole('checkbox', { name: /^in doubtful health/ }).press(' ');
  await board.expectOrder('Acquaintance', ['Alder']);
  await board.expectHeard('1 of 2\u00a0clients');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Doubtful health: take/ }).click();
  await board.expectOrder('Acquaintance', ['Birch', 'Alder']);
});
