import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, expect as expectSoon, type Page } from '@playwright/test';
import { ClientPage } from '../client-page.ts';
import { openAttention } from '../attention-page.ts';
import { endWork } from '../parting-scene.ts';
import { patience } from '../patience.ts';
import type { Program } from '../program.ts';
import { type NaughtyClient, noteBody } from './fill.ts';
import { fillHandoff, timesInOurCopy } from './fill-handoff.ts';
import type { Harm, Harmed } from './harm.ts';
import { asLine } from './naughty-strings.ts';
import { asLaidOut, holdsInOrder, readableSigns } from './shown.ts';

/** Also outside of a test runner it waits as long as one. */
const expect = expectSoon.configure({ timeout: patience.expect.poll.timeout });

// Every screen on which the texts of notes and tasks stand, read as a partner reads it.

export interface Findings {
  /** Texts that were looked for on a screen. */
  compared: number;
  readonly wrong: string[];
  readonly harm: Harmed[];
}

export class Look {
  readonly findings: Findings = { compared: 0, wrong: [], harm: [] };
  readonly #app: Program;
  readonly #harm: Harm;

  constructor(app: Program, harm: Harm) {
    this.#app = app;
    this.#harm = harm;
  }

  get #page(): Page {
    return this.#app.page;
  }

  #expect(where: string, isRight: boolean, text: string): void {
    this.findings.compared += 1;
    if (!isRight) this.findings.wrong.push(`${where}: ${JSON.stringify(text.slice(0, 100))}`);
  }

  /** What the texts have done on the screen that was looked at. */
  async #takeHarm(where: string): Promise<void> {
    this.findings.harm.push(...(await this.#harm.take(where, this.#page)));
  }

  /** Its inspector and its history, unfolded. */
  async client({ name, texts, id }: NaughtyClient): Promise<void> {
    const client = new ClientPage(this.#page);
    await client.open(name);
    await client
      .history()
      .getByRole('article')
      .nth(texts.length - 1)
      .waitFor();
    const all = this.#page.getByRole('button', { name: /^Show all: \d+/ });
    if ((await all.count()) > 0) await all.click();
    const { tasks, people, evidence } = await this.#readInspector();
    for (const text of texts) {
      const line = asLine(text);
      this.#expect(
        'task',
        tasks.some((task) => task.title === line && task.person === line),
        line,
      );
      this.#expect('person', people.includes(line), line);
      this.#expect('evidence', evidence.includes(asLaidOut(text.slice(0, 20_000))), text);
    }
    await this.#history(texts);
    await this.#takeHarm('client');
    expect((await this.#app.call('clients.open', { clientId: id })).page.contacts).toHaveLength(texts.length);
  }

  async #readInspector() {
    // More signals than a few are folded away.
    const signals = this.#page.getByRole('region', { name: 'Signals' });
    await expect(signals.getByRole('button', { name: 'How it adds up' })).toBeVisible();
    const more = signals.getByRole('button', { name: /^And \d+ more$/ });
    if ((await more.count()) > 0) await more.press('Enter');
    const read = await this.#page.evaluate(() => {
      const inspector = document.querySelector('[aria-label="About the client"]');
      const textsOf = (selector: string, place: ParentNode | null = inspector) =>
        [...(place?.querySelectorAll(selector) ?? [])].map((element) => element.textContent);
      return {
        tasks: [...(inspector?.querySelectorAll('[data-task]') ?? [])].map((row) => ({
          title: textsOf('[data-part="title"]', row)[0] ?? '',
          person: textsOf('[data-part="whose"] button', row)[0] ?? '',
        })),
        people: textsOf('section *'),
        evidence: textsOf('section li *'),
      };
    });
    return { ...read, evidence: read.evidence.map(asLaidOut) };
  }

  /** The notes stand in the order of the texts. */
  async #history(texts: readonly string[]): Promise<void> {
    const articles = this.#notes();
    for (const index of texts.keys()) {
      const toggle = articles.nth(index).getByRole('heading', { level: 4 }).first().getByRole('button');
      if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.press('Enter');
    }
    const shown = await articles.evaluateAll((all) => all.map((article) => article.textContent));
    for (const [index, text] of texts.entries()) {
      const signs = readableSigns(noteBody(text).split('\n\n[ ]')[0] ?? '');
      this.#expect('history', holdsInOrder(shown[index] ?? '', signs), text);
      this.#expect('attendee', (shown[index] ?? '').includes(asLine(text)), text);
    }
  }

  /** Of all that the history tells. */
  #notes() {
    const menu = this.#page.getByRole('button', { name: /^More:/ });
    return new ClientPage(this.#page).history().getByRole('article').filter({ has: menu });
  }

  /** A note as it is typed, and its versions: every sign of the Markdown. */
  async note(client: NaughtyClient, place: number): Promise<void> {
    const text = client.texts[place] ?? '';
    const typed = noteBody(text);
    const article = this.#notes().nth(place);
    const toggle = article.getByRole('heading', { level: 4 }).first().getByRole('button');
    await article.getByRole('button', { name: /^More:/ }).press('Enter');
    await this.#page.getByRole('menuitem', { name: 'Versions' }).press('Enter');
    const version = this.#page.getByRole('region', { name: 'Text of the version' });
    await expect(version).not.toBeEmpty();
    this.#expect('version', (await version.textContent()) === typed, text);
    await this.#takeHarm('versions');
    await this.#page.keyboard.press('Escape');
    await toggle.press('e');
    const editor = this.#page.getByRole('textbox', { name: 'Text of the note' });
    await expect(editor).toBeFocused();
    const lines = await editor.locator('.cm-line').evaluateAll((all) => all.map((line) => line.textContent));
    // The mark of a task is drawn as a box.
    this.#expect(
      'editor',
      lines.join('\n').replaceAll('\u200b', '').includes(text.replaceAll('\u200b', '')) || hasTask(text),
      text,
    );
    await this.#takeHarm('editor');
    await this.#page.keyboard.press('Escape');
    await expect(editor).toBeHidden();
    // The focus comes back a moment later, and would close the next menu.
    await expect(toggle).toBeFocused();
    const { note } = await this.#app.call('notes.open', { noteId: client.noteIds[place] ?? '' });
    this.#expect('kept', note.body === typed, text);
  }

  async attention({ id }: NaughtyClient): Promise<void> {
    const { page } = await this.#app.call('clients.open', { clientId: id });
    const next = page.card.nextStep?.title ?? '';
    await openAttention(this.#page);
    const main = this.#page.getByRole('main');
    // It may be the list of a moment ago that stands there first.
    const isShown = async () => next !== '' && ((await main.textContent()) ?? '').includes(next);
    await expect
      .poll(isShown)
      .toBe(true)
      .catch(() => undefined);
    this.#expect('attention', await isShown(), next);
    await this.#takeHarm('attention');
  }

  /** The page of the search and the palette: what is asked stands in the field, and hits are text. */
  async search(texts: readonly string[]): Promise<void> {
    await this.#page.keyboard.press('Control+Shift+f');
    const field = this.#page.getByRole('combobox', { name: 'Search' });
    for (const text of texts) await this.#ask('search', field, asLine(text));
    await this.#takeHarm('search');
    await this.#page.keyboard.press('Escape');
    await this.#page.keyboard.press('Control+k');
    const palette = this.#page.getByRole('dialog').getByRole('combobox');
    for (const text of texts) await this.#ask('palette', palette, asLine(text));
    await this.#takeHarm('palette');
    await palette.fill('');
    await this.#page.keyboard.press('Escape');
  }

  async #ask(where: string, field: ReturnType<Page['getByRole']>, line: string): Promise<void> {
    await field.fill(line);
    this.#expect(where, (await field.inputValue()) === line, line);
    await this.#page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  /** A text that is typed into a quick note, into its day and into the search for people, and then saved. */
  async quickNote(client: NaughtyClient, texts: readonly string[]): Promise<void> {
    const { noteIds } = client;
    await new ClientPage(this.#page).open(client.name);
    await this.#page.keyboard.press('Escape');
    await this.#page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
    await this.#page.keyboard.press('n');
    const sheet = this.#page.getByRole('dialog', { name: 'Quick note' });
    const text = sheet.getByRole('textbox', { name: 'Text of the note' });
    await expect(text).toBeFocused();
    const typed = texts.join('\n');
    await this.#page.keyboard.insertText(typed);
    for (const [chip, field] of [
      [/^When it happened/, 'When it happened'],
      [/^Who was there/, 'Find a person'],
    ] as const) {
      await sheet.getByRole('button', { name: chip }).click();
      const input = this.#page.getByRole('textbox', { name: field });
      for (const each of texts) await this.#ask(field, input, asLine(each));
      await this.#takeHarm(field);
      await this.#page.keyboard.press('Escape');
    }
    await text.click();
    await this.#page.keyboard.press('Control+Enter');
    await expect(sheet).toBeHidden();
    const { entries } = await this.#app.call('clients.timeline', {
      clientId: client.id,
      filter: 'notes',
      before: null,
      limit: 200,
    });
    const written = entries.find(({ id }) => !noteIds.includes(id));
    const { note } = await this.#app.call('notes.open', { noteId: written?.id ?? '' });
    this.#expect('quick note', note.body === typed, typed);
    await this.#takeHarm('quick note');
  }

  /** The documents of a handoff, opened as their readers open them: in a browser without any policy but its own. */
  async document(client: NaughtyClient, browser: Browser): Promise<void> {
    const handoffId = await endWork(this.#app, client.id, '<b>budget</b>');
    await fillHandoff(this.#app, { handoffId, clientId: client.id }, client.texts);
    const { findings } = await this.#app.call('handoff.findSecrets', { handoffId });
    for (const { fingerprint } of findings)
      await this.#app.call('handoff.clearSecret', {
        commandId: randomUUID(),
        handoffId,
        fingerprint,
        reason: 'only looks like one',
      });
    // The letter stands in the client's copy, all the rest in ours.
    for (const audience of ['client', 'agency'] as const) {
      const file = this.#app.answerSaveDialog(`${client.name} ${audience}.html`);
      await this.#app.call('handoff.export', {
        commandId: randomUUID(),
        handoffId,
        format: 'html',
        options: { language: 'en', audience, includeAssets: true, includeDone: true, includeReasons: true },
      });
      const times = audience === 'agency' ? timesInOurCopy : 2;
      await this.#openDocument(browser, { file, texts: client.texts, times });
    }
  }

  async #openDocument(
    browser: Browser,
    { file, texts, times }: { readonly file: string; readonly texts: readonly string[]; readonly times: number },
  ): Promise<void> {
    const page = await browser.newPage();
    this.#harm.watch(page);
    await page.goto(pathToFileURL(file).href);
    const shown = asLaidOut((await page.locator('body').textContent()) ?? '');
    for (const text of texts) {
      const count = shown.split(asLaidOut(asLine(text))).length - 1;
      this.#expect(`document, ${count} times`, count >= times, text);
    }
    this.findings.harm.push(...(await this.#harm.take('document', page)));
    if (/<script|\son\w+=["']/i.test(readFileSync(file, 'utf8').replaceAll(/&[#\w]+;/g, '')))
      this.findings.harm.push({ where: 'document', detector: 'element', what: 'a script stands in it' });
    await page.close();
  }
}

function hasTask(text: string): boolean {
  return /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?\[[ xXхХ]?\]\s/m.test(text);
}
