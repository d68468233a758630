import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { ClientPage } from '../client-page.ts';
import { closeNotice } from '../calm-page.ts';
import type { TimelineSpot } from '../../shared/contract/clients.ts';
import type { Program } from '../program.ts';
import { goTo } from '../screens/screen.ts';
import type { Harm, Harmed } from './harm.ts';
import { asLine, controls } from './naughty-strings.ts';
import { type Cell, compareShown, tagged } from './tagged.ts';
import { textsOf } from './walk.ts';

export interface Imported {
  imports: number;
  readonly differences: string[];
  readonly harm: Harmed[];
}

const client = 'Copper Kettle';
/** As many as one page of a preview and of a history holds. */
const samples = 12;

/** Everything that comes in from elsewhere: hostile files and pastes, on the screens that read them, and then as they are kept. */
export class Imports {
  readonly found: Imported = { imports: 0, differences: [], harm: [] };
  readonly #app: Program;
  readonly #harm: Harm;
  readonly #strings: readonly string[];
  readonly #cells = new Map<number, Cell>();

  constructor(app: Program, { harm, strings }: { harm: Harm; strings: readonly string[] }) {
    this.#app = app;
    this.#harm = harm;
    this.#strings = strings;
  }

  get #page(): Page {
    return this.#app.page;
  }

  /** The next text with its marks; `longest` counts both. */
  #next(column: string, longest = 5000): string {
    const number = this.#cells.size + 1;
    const fits = (text: string) => text !== '' && text.length <= longest - 20;
    const from = number % this.#strings.length;
    const turned = [...this.#strings.slice(from), ...this.#strings.slice(0, from)];
    const text = (longest < 5000 ? turned.map(asLine) : turned).map((each) => each.trim()).find(fits) ?? '<b>';
    this.#cells.set(number, { column, text });
    return tagged(number, text);
  }

  async #look(where: string): Promise<void> {
    const { differences } = compareShown(await textsOf(this.#page), this.#cells, where);
    this.found.differences.push(...differences.map((each) => `${where}: ${each}`));
    this.found.harm.push(...(await this.#harm.take(where, this.#page)));
  }

  #expectKept(where: string, kept: readonly string[], brought: readonly string[]): void {
    for (const text of brought)
      if (!kept.some((each) => each.includes(text)))
        this.found.differences.push(`${where}: lost ${JSON.stringify(text.slice(0, 120))}`);
    this.found.imports += 1;
  }

  /** A folder of another program, with front matter; each text is the whole of a note, of a title and of a client's name. */
  async folder(): Promise<void> {
    const folder = path.join(this.#app.folder, 'from elsewhere');
    mkdirSync(folder, { recursive: true });
    const brought: string[] = [];
    const clients: string[] = [];
    for (let place = 0; place < this.#strings.length; place += 1) {
      const [body, title] = [this.#next('note.body'), this.#next('note.title', 190)];
      const name = place < samples ? this.#next('client.name', 190) : client;
      if (place < samples) clients.push(name);
      brought.push(body, title);
      const facts = [`client: ${JSON.stringify(name)}`, `title: ${JSON.stringify(title)}`, 'date: 2024-05-01'];
      writeFileSync(path.join(folder, `${place}.md`), `---\n${facts.join('\n')}\n---\n\n${body}\n`);
    }
    this.#app.answerFolderDialog(folder);
    await this.#bringIn('folder', /^A folder of/);
    await this.#expectNotes('folder', brought);
    const { clients: names } = await this.#app.call('clients.names', {});
    this.#expectKept(
      'names of clients',
      names.map(({ name }) => name),
      clients,
    );
  }

  async table(): Promise<void> {
    const rows = this.#strings.map(() => [
      client,
      '2024-06-01',
      'Call',
      this.#next('note.title', 190),
      this.#next('note.body'),
    ]);
    const file = path.join(this.#app.folder, 'table.csv');
    writeFileSync(file, Papa.unparse([['Company', 'Date', 'Kind', 'Title', 'Text'], ...rows]));
    this.#app.answerOpenDialog(file);
    await this.#bringIn('table', /^A table in/);
    await this.#expectNotes(
      'table',
      rows.flatMap((row) => row.slice(3)),
    );
  }

  async #bringIn(where: string, source: RegExp): Promise<void> {
    const dialog = await this.#openImport();
    await dialog.getByRole('button', { name: source }).click();
    await dialog.getByRole('table').first().waitFor();
    await this.#look(`${where}, before it comes in`);
    await dialog.getByRole('button', { name: /^Import \d/ }).click();
    await dialog.getByRole('button', { name: 'Undo the import' }).waitFor();
    await this.#look(`${where}, when it is in`);
    await this.#page.keyboard.press('Escape');
    await closeNotice(this.#page);
  }

  async #openSettings(section: string): Promise<void> {
    await goTo(this.#page, 'Settings');
    await this.#page.getByRole('main').getByText(section, { exact: true }).first().click();
  }

  async #openImport(): Promise<Locator> {
    await this.#openSettings('Data and backups');
    await this.#page.getByRole('button', { name: 'Import notes…' }).click();
    return this.#page.getByRole('dialog');
  }

  async #noteIds(clientId: string, before: TimelineSpot | null = null): Promise<readonly string[]> {
    const asked = { clientId, filter: 'notes', before, limit: 200 } as const;
    const { entries, more } = await this.#app.call('clients.timeline', asked);
    const ids = entries.map(({ id }) => id);
    const last = entries.at(-1);
    return more && last
      ? [...ids, ...(await this.#noteIds(clientId, { happenedAt: last.happenedAt, id: last.id }))]
      : ids;
  }

  /** As the notes are kept, and as the first of them are shown. */
  async #expectNotes(where: string, brought: readonly string[]): Promise<void> {
    const { clients } = await this.#app.call('clients.names', {});
    const bodies: string[] = [];
    for (const { id: clientId } of clients)
      for (const id of await this.#noteIds(clientId))
        bodies.push((await this.#app.call('notes.open', { noteId: id })).note.body);
    this.#expectKept(where, bodies, brought);
    await goTo(this.#page, 'Board');
    await new ClientPage(this.#page).open(client);
    await this.#page.getByRole('article').first().waitFor();
    await this.#look(`${where}, on the page of the client`);
  }

  /** Days of a calendar whose names are hostile. */
  async calendar(): Promise<void> {
    const titles = this.#strings.slice(0, 300).map(() => this.#next('work_calendar_day.title', 190));
    const days = titles.map((title, place) => {
      const day = new Date(Date.UTC(new Date().getFullYear(), 0, 2 + place)).toISOString().slice(0, 10);
      const escaped = title.replaceAll(/[\\;,]/g, String.raw`\$&`);
      return `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\nSUMMARY:${escaped}\r\nEND:VEVENT\r\n`;
    });
    const file = path.join(this.#app.folder, 'holidays.ics');
    writeFileSync(file, `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${days.join('')}END:VCALENDAR\r\n`);
    await this.#openSettings('Working days');
    this.#app.answerOpenDialog(file);
    await this.#page.getByRole('button', { name: 'Import a file…' }).click();
    await this.#page.getByRole('dialog').getByRole('table').first().waitFor();
    await this.#look('calendar');
    await this.#page.keyboard.press('Escape');
    this.#app.answerOpenDialog(file);
    const read = await this.#app.call('settings.readCalendarFile', {});
    this.#expectKept('calendar', read.file?.days.map(({ title }) => title) ?? [], titles);
  }

  /** Into a note: markup as it stands on a page of the web, and the same texts as that page would show them. */
  async webPage(): Promise<void> {
    await goTo(this.#page, 'Board');
    await new ClientPage(this.#page).open(client);
    await this.#page.keyboard.press('n');
    const editor = this.#page.getByRole('textbox', { name: 'Text of the note' });
    await editor.waitFor();
    for (const [where, html] of [
      ['pasted markup', this.#strings.join('\n')],
      ['pasted texts', this.#strings.map(() => `<p>${escaped(this.#next('note.body', 900))}</p>`).join('\n')],
    ] as const) {
      await editor.evaluate((field, markup) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', markup);
        clipboardData.setData('text/plain', 'plain');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, html);
      await this.#page
        .getByRole('status')
        .filter({ hasText: /^Saved at/ })
        .waitFor();
      this.found.harm.push(...(await this.#harm.take(where, this.#page)));
      this.found.imports += 1;
    }
    await this.#page.keyboard.press('Escape');
    await this.#look('what was pasted, when it is read');
  }

  /** Values of a figure out of a spreadsheet, of which one row in three has no date and one no value. */
  async readings(): Promise<void> {
    const { clients } = await this.#app.call('clients.names', {});
    const clientId = clients.find(({ name }) => name === client)?.id ?? '';
    await this.#app.call('clients.addKpi', { commandId: randomUUID(), clientId, name: 'Repeat orders' });
    await goTo(this.#page, 'Board');
    await new ClientPage(this.#page).open(client);
    await this.#page.getByRole('tab', { name: 'Work' }).click();
    await this.#page.getByRole('button', { name: /^More: Repeat orders/ }).click();
    await this.#page.getByRole('menuitem', { name: 'Paste from a table…' }).click();
    const words = this.#strings.map(() => this.#next('kpi_reading.remark', 300).replaceAll('\t', ' '));
    const rows = words.map((word, place) => {
      if (place % 3 === 1) return `${word}\t30`;
      return place % 3 === 2 ? `31.10.2025\t${word}` : `31.${1 + (place % 12)}.${1990 + (place % 30)}\t30,2\t${word}`;
    });
    await this.#page
      .getByRole('textbox')
      .last()
      .fill(['Month\tShare\tRemark', ...rows].join('\n'));
    await this.#page.getByRole('table').last().waitFor();
    await this.#look('table of values');
    await this.#page.keyboard.press('Escape');
    await this.#page.keyboard.press('Escape');
    this.found.imports += 1;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replaceAll(controls, '').replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
