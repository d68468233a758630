import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { clientOptions as options } from '../electron/backend/documents/document-in-test.ts';
import type { HandoffPage as Handoff } from '../shared/contract/handoff.ts';
import type { Language } from '../shared/language.ts';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { pdfFacts, pdfFonts, pdfLines, pdfStructure, plain, textOf } from './document-text.ts';
import { HandoffPage } from './handoff-page.ts';
import { openHandoff, setTheScene, spindle, startHandoff } from './parting-scene.ts';
import { layoutOf } from './pdf/layout.ts';
import { Printer } from './pdf/printer.ts';
import { openBrowser } from './quiet-browser.ts';
import type { Program } from './program.ts';
import { wordFaults } from './word/faults.ts';

/** Something in every part of the document, with the signs that get lost first. */
async function fillHandoff(app: Program, { handoffId, clientId }: { handoffId: string; clientId: string }) {
  const id = () => ({ commandId: randomUUID() });
  for (const [name, whereKept, heldBy] of [
    ['Обмен с 1С', 'сейф № 7, «верхняя» полка — слева', 'Ника'],
    ['Hosting & domain', 'provider’s page, <main> account', 'Глеб Щёголев'],
    ['Платёжный шлюз', 'договор № 12-ё, лимит 50 000 ₽', ''],
  ] as const) {
    await app.call('handoff.addAsset', { ...id(), handoffId, name, whereKept, heldBy, goesTo: 'successor' });
  }
  for (const name of ['Депо Кода', 'Студия «Ёлка»', 'Отказались']) {
    const fits = `${name}: вели опт — «похожий», бюджет 100 000 ₽`;
    const { page } = await app.call('handoff.addCandidate', {
      ...id(),
      handoffId,
      name,
      fits,
      consider: `№ 1 у ${name}`,
    });
    const candidateId = page.candidates.find((each) => each.name === name)?.id ?? '';
    if (name === 'Отказались') {
      await app.call('handoff.editCandidate', { ...id(), candidateId, state: 'declined' });
    }
  }
  for (const kind of ['how_it_works', 'watch', 'open_question'] as const) {
    for (const text of [`Приём платежей (${kind}): не больше 50 000 ₽`, `Ещё «журнал» № 3 — ${kind} & <b>`]) {
      await app.call('clients.addDossierLine', { ...id(), clientId, kind, text });
    }
  }
  const { page: begun } = await app.call('handoff.open', { handoffId });
  await app.call('handoff.addItem', {
    ...id(),
    handoffId,
    title: 'Вернуть ключи от «склада» № 4 — под расписку, залог 3 000 ₽',
    side: 'client',
    person: 'Пётр Ёжиков',
    // A day on which people work, whenever this runs.
    dueOn: begun.items[0]?.dueOn ?? begun.startOn,
  });
}

/** The steps that a client may read. */
function stepsOf(page: Handoff): Handoff['items'] {
  return page.items.filter((item) => item.state !== 'not_applicable' && item.code !== 'K4');
}

/** Every text of a handoff that its client may read, in the words of one language. */
function readable(page: Handoff): readonly string[] {
  const items = stepsOf(page);
  const candidates = page.candidates.filter((candidate) => candidate.state !== 'declined');
  return [
    page.client.name,
    ...items.flatMap(({ title, person }) => [title, person]),
    ...page.assets.flatMap(({ name, whereKept, heldBy }) => [name, whereKept, heldBy]),
    ...candidates.flatMap(({ name, fits, consider }) => [name, fits, consider]),
    ...page.dossier.map(({ text }) => text),
  ].filter((text) => text !== '');
}

const sideWords = {
  ru: { agency: 'Бюро Кварта', client: 'Веретено', successor: 'Преемник' },
  en: { agency: 'Бюро Кварта', client: 'Веретено', successor: 'Successor' },
} as const;

/** Behind each title stand, before the next one, who does it and by when. */
function stepsWithoutSideOrDay(text: string, page: Handoff, language: Language): readonly string[] {
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return stepsOf(page).flatMap(({ title, person, side, dueOn }) => {
    const row = text.slice(text.indexOf(plain(title)) + plain(title).length).slice(0, 60);
    const [, word = side] = Object.entries(sideWords[language]).find(([known]) => known === side) ?? [];
    const who = row.indexOf(plain(person || word));
    const isWhole = who >= 0 && row.indexOf(plain(day.format(new Date(dueOn)))) > who;
    return isWhole ? [] : [`${title}: ${row}`];
  });
}

test('what a partner ended, ticked and wrote down is whole in every format and language', async ({ app }) => {
  test.slow();
  const clientId = await setTheScene(app, 'en');
  const { page: window } = app;
  const board = new BoardPage(window);
  await board.heading(spindle).focus();
  await window.keyboard.press('m');
  await window.getByRole('menuitem', { name: 'End the work…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Budget' }).click();
  await dialog.getByRole('textbox').fill('нужна тишина');
  await dialog.getByRole('button', { name: 'Start handoff' }).click();
  await window.getByRole('button', { name: 'Open the handoff' }).click();
  const handoff = new HandoffPage(window, 'en');
  await handoff.prove('Write down why we part', 'sentence agreed on Monday');
  const { handoffs } = await app.call('handoff.list', {});
  const handoffId = handoffs[0]?.id ?? '';
  await fillHandoff(app, { handoffId, clientId });

  for (const language of ['ru', 'en'] as const) {
    await handoff.chooseLanguage(language === 'ru' ? 'Русский' : 'English');
    const files = {
      pdf: app.answerSaveDialog(`${language}.pdf`),
      docx: app.answerSaveDialog(`${language}.docx`),
      markdown: app.answerSaveDialog(`${language}.md`),
    };
    await handoff.save('PDF', `${language}.pdf`);
    await handoff.save('Word (DOCX)', `${language}.docx`);
    await handoff.save('Markdown', `${language}.md`);
    await handoff.expectPages(Number(/^Pages: +(\d+)$/m.exec(pdfFacts(files.pdf))?.[1]));
    expect(wordFaults(readFileSync(files.docx))).toEqual([]);
    expectSoundPdf(files.pdf);

    // The template's words come in the interface language: both are asked for, whatever the window speaks.
    await app.call('settings.setLanguage', { language });
    const { page } = await app.call('handoff.open', { handoffId });
    await app.call('settings.setLanguage', { language: 'en' });
    expect(page.items.filter(({ state }) => state === 'done')).toHaveLength(1);
    const expected = readable(page).map(plain);
    expect(expected.length).toBeGreaterThan(50);
    for (const format of ['pdf', 'docx', 'markdown'] as const) {
      const text = textOf[format](files[format]);
      expect(
        expected.filter((words) => !text.includes(words)),
        `missing in ${format}, ${language}`,
      ).toEqual([]);
      expect(stepsWithoutSideOrDay(text, page, language), `${format}, ${language}`).toEqual([]);
      for (const hidden of ['нужна тишина', 'sentence agreed on Monday', 'Отказались', 'Бюджет.', 'Budget.']) {
        expect(text, format).not.toContain(plain(hidden));
      }
    }
  }
  const word = { ru: 'Передача', en: 'Handoff' };
  const suggested = app.desk().flatMap(({ suggestedName }) => suggestedName ?? []);
  expect(suggested[0]).toMatch(new RegExp(`^${word.ru} Веретено \\d{4}-\\d\\d-\\d\\d\\.pdf$`));
  expect(suggested[5]).toMatch(new RegExp(`^${word.en} Веретено \\d{4}-\\d\\d-\\d\\d\\.md$`));
  const [first, ...later] = app.desk().flatMap(({ folder }) => folder ?? []);
  expect(first).not.toBe(app.exportFolder);
  expect(new Set(later)).toEqual(new Set([app.exportFolder]));
});

function expectSoundPdf(file: string): void {
  expect(textOf.pdf(file)).toMatch(/1\/\d/);
  const facts = pdfFacts(file);
  expect(facts).toMatch(/^Tagged: +yes$/m);
  expect(facts).toMatch(/^Page size: .*\(A4\)$/m);
  expect(facts).toMatch(/^Creator: +Rapport *$/m);
  for (const tag of ['H1', 'H2', 'Table', 'TH', 'L']) {
    expect(pdfStructure(file)).toMatch(new RegExp(`^ *${tag}( |$)`, 'm'));
  }
  const fonts = pdfFonts(file);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font.trim().split(/\s+/).at(-5), font).toBe('yes');
  expect(readFileSync(file).toString('latin1')).not.toMatch(/rapport\.invalid|app:\/\/|\/home\//);
}

test('a document that could not be written goes to the same place when it is tried again', async ({ app }) => {
  await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  const stick = path.join(app.exportFolder, 'stick');
  const file = app.answerSaveDialog('stick/Handoff.docx');
  await handoff.ask('Word (DOCX)');
  await handoff.expectToast('This folder is not there any more');
  mkdirSync(stick);
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await handoff.expectToast('Saved: Handoff.docx');
  expect(wordFaults(readFileSync(file))).toEqual([]);
  expect(readdirSync(stick)).toEqual(['Handoff.docx']);
  expect(app.desk().filter(({ asked }) => asked === 'save')).toHaveLength(1);
});

test('as a web page the document looks the same where the program is not, on a phone too, and asks nobody for anything', async ({
  app,
}) => {
  await startHandoff(app, 'ru');
  const handoff = await openHandoff(app, 'ru');
  const file = app.answerSaveDialog('page.html');
  await handoff.save('HTML', 'page.html');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).protocol));
    await page.goto(pathToFileURL(file).href);
    await expect(page).toHaveTitle(/^Передача дел: Текстиль «Веретено», версия от /);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Передача дел');
    await expect(page.getByRole('row', { name: /^Обмен с 1С/ })).toContainText('сейф № 7');
    await expect(page.getByRole('row', { name: /^Депо Кода.*бюджет 100 000 ₽/ })).toBeVisible();
    await expect(page.getByText('нужна тишина')).toHaveCount(0);
    const fonts = () =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));
    await expect.poll(fonts).toEqual(expect.arrayContaining(['Golos Text Variable', 'Source Serif 4 Variable']));
    expect([...asked].filter((protocol) => protocol !== 'file:' && protocol !== 'data:')).toEqual([]);
    for (const width of [1000, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  } finally {
    await browser.close();
  }
});

test('the panel counts the pages of a long document as the printer does, and the preview shows them', async ({
  app,
}) => {
  const handoffId = await startHandoff(app, 'en');
  const { page } = await app.call('handoff.open', { handoffId });
  for (let line = 1; line <= 40; line += 1) {
    const text = `Ещё одна мелочь № ${line}: «журнал» растёт, ${'следим за местом на диске и платим вовремя; '.repeat(6)}`;
    await app.call('clients.addDossierLine', {
      commandId: randomUUID(),
      clientId: page.client.id,
      kind: 'open_question',
      text,
    });
  }
  const handoff = await openHandoff(app, 'en');
  const file = app.answerSaveDialog('long.pdf');
  await handoff.save('PDF', 'long.pdf');
  const count = Number(/^Pages: +(\d+)$/m.exec(pdfFacts(file))?.[1]);
  expect(count).toBeGreaterThan(6);
  await handoff.expectPages(count);
  const feet = app.page.locator('iframe').contentFrame().locator('.foot > :last-child');
  await expect(feet).toHaveText(Array.from({ length: count }, (_, index) => `${index + 1} / ${count}`));
});

test('a long name of the client leaves the rest of the foot on its line', async ({ app }) => {
  const handoffId = await startHandoff(app, 'ru');
  const { page } = await app.call('handoff.open', { handoffId });
  await app.call('clients.edit', {
    commandId: randomUUID(),
    clientId: page.client.id,
    name: 'ООО «Региональная торговая компания «Северное сияние»»',
  });
  const file = app.answerSaveDialog('foot.pdf');
  await app.call('handoff.export', { commandId: randomUUID(), handoffId, format: 'pdf', options });
  expect(pdfLines(file)).toContainEqual(expect.stringMatching(/^ *Бюро Кварта +Передача дел: ООО .* 1 ?\/ ?\d$/));
});

/** The printer's dialog of the system is not opened; what it would print is noted. */
async function notePrinting(app: Program): Promise<() => Promise<readonly string[]>> {
  await app.page.evaluate(() => {
    const printed: string[] = [];
    Reflect.set(globalThis, 'printed', printed);
    const note = ({ target }: Event) => {
      const page = target instanceof HTMLIFrameElement ? target.contentDocument : null;
      const shown = target instanceof HTMLIFrameElement ? target.contentWindow : null;
      if (page && shown)
        shown.print = () => {
          printed.push(`${page.title}, ${page.querySelectorAll('.foot').length} pages`);
          shown.dispatchEvent(new Event('afterprint'));
        };
    };
    document.addEventListener('load', note, true);
  });
  return () => app.page.evaluate((): string[] => Reflect.get(globalThis, 'printed'));
}

test('the document goes to the printer with the choices of the preview, and no further while a secret stands in it', async ({
  app,
}) => {
  const handoffId = await startHandoff(app, 'en');
  await openHandoff(app, 'en');
  const { page } = app;
  const printed = await notePrinting(app);
  const print = async () => {
    await page.getByRole('button', { name: 'Other formats' }).last().click();
    await page.getByRole('menuitem', { name: 'Print…' }).click();
  };
  await page.getByRole('button', { name: 'Open the preview' }).click();
  const dialog = page.getByRole('dialog', { name: 'Preview of the handoff document' });
  await dialog.getByRole('radio', { name: 'Русский' }).click();
  await print();
  const shown = dialog.locator('iframe').contentFrame().locator('.foot');
  const pages = await shown.count();
  expect(pages).toBeGreaterThan(2);
  await expect.poll(printed).toEqual([expect.stringMatching(new RegExp(`^Передача дел: .*, ${pages} pages$`))]);
  await expect(page.locator('iframe[sandbox~="allow-modals"]')).toHaveCount(0);
  const asset = { name: 'Shop', whereKept: 'password: hunter2secret', heldBy: '', goesTo: 'stays' } as const;
  await app.call('handoff.addAsset', { commandId: randomUUID(), handoffId, ...asset });
  await print();
  const findings = page.getByRole('dialog', { name: 'This looks like passwords or keys' });
  await expect(findings.getByRole('button', { name: 'Print the document' })).toBeDisabled();
  await findings.getByRole('button', { name: 'Not a secret…' }).click();
  await findings.getByRole('textbox').fill('It is an example');
  await findings.getByRole('button', { name: 'Not a secret', exact: true }).click();
  await page.getByRole('button', { name: 'Print the document' }).click();
  await expect.poll(async () => (await printed()).length).toBe(2);
});

test('the preview fits its place, or is as large as the paper', async ({ app }) => {
  await startHandoff(app, 'en');
  await openHandoff(app, 'en');
  await app.page.setViewportSize({ width: 960, height: 640 });
  await app.page.getByRole('button', { name: 'Open the preview' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Preview of the handoff document' });
  const zoom = () =>
    dialog.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.contentDocument?.documentElement.style.zoom);
  await expect.poll(async () => Number(await zoom())).toBeLessThan(1);
  await dialog.getByRole('radio', { name: '100\u00a0%' }).click();
  await expect.poll(zoom).toBe('1');
  await dialog.getByRole('radio', { name: 'Fit width' }).click();
  await expect.poll(async () => Number(await zoom())).toBeLessThan(1);
});

test('the same document is printed into the same bytes', async ({ app }) => {
  const handoffId = await startHandoff(app, 'ru');
  const print = async (name: string) => {
    const file = app.answerSaveDialog(name);
    await app.call('handoff.export', { commandId: randomUUID(), handoffId, format: 'pdf', options });
    return readFileSync(file);
  };
  const first = await print('one.pdf');
  expect(Buffer.compare(first, await print('two.pdf'))).toBe(0);
});

test('the saved web page prints the same pages as the PDF', async ({ app }) => {
  const handoffId = await startHandoff(app, 'ru');
  const save = async (format: 'pdf' | 'html') => {
    const file = app.answerSaveDialog(`same.${format}`);
    await app.call('handoff.export', { commandId: randomUUID(), handoffId, format, options });
    return file;
  };
  const pdf = await save('pdf');
  const printer = await Printer.open(app.exportFolder);
  try {
    const printed = path.join(app.exportFolder, 'printed.pdf');
    writeFileSync(printed, await printer.printPage(await save('html')));
    expect(layoutOf(printed)).toEqual(layoutOf(pdf));
  } finally {
    await printer.close();
  }
});

test('the page says when each document went out and what changed since', async ({ app }) => {
  const handoffId = await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  app.answerSaveDialog('Kept.md');
  await handoff.save('Markdown', 'Kept.md');
  const kept = app.page.getByRole('list', { name: 'Saved documents' }).getByRole('listitem');
  await expect(kept).toContainText(/Kept\.md.*For the client, Markdown, .*version 1.*nothing changed since/);
  await app.call('handoff.edit', { commandId: randomUUID(), handoffId, letter: 'Thank you for these years.' });
  await expect(kept).toContainText('changed since: cover and letter');
});
