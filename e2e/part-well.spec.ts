import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Language } from '../shared/language.ts';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { HandoffPage } from './handoff-page.ts';
import type { Program } from './program.ts';

const spindle = 'Текстиль «Веретено»';

/** One client in Fading, with an agency that has a name. */
async function setTheScene(app: Program, language: Language): Promise<string> {
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Бюро Кварта',
    partners: ['Ника Т.'],
    language,
  });
  const { settings } = await app.call('settings.load', {});
  const { card } = await app.call('board.createClient', {
    commandId: randomUUID(),
    name: spindle,
    stage: 'stagnation',
    partnerId: settings.partners[0]?.id ?? null,
    sinceOn: '2020-10-20',
  });
  return card.id;
}

/** A handoff with something in every part of the document. */
async function startHandoff(app: Program, language: Language): Promise<string> {
  const clientId = await setTheScene(app, language);
  const { handoffId } = await app.call('handoff.end', {
    commandId: randomUUID(),
    clientId,
    choice: 'handoff',
    startOn: new Date().toLocaleDateString('sv-SE'),
    successor: 'contractor',
    extended: [],
    reasons: ['budget'],
    reasonText: 'нужна тишина',
  });
  if (handoffId === null) throw new Error('no handoff');
  const base = { commandId: randomUUID(), handoffId };
  await app.call('handoff.addAsset', {
    ...base,
    name: 'Обмен с 1С',
    whereKept: 'сейф № 7',
    heldBy: 'Ника',
    goesTo: 'successor',
  });
  await app.call('handoff.addCandidate', {
    ...base,
    commandId: randomUUID(),
    name: 'Депо Кода',
    fits: 'вели опт — «похожий», бюджет 100 000 ₽',
    consider: 'ещё не всё',
  });
  await app.call('clients.addDossierLine', {
    commandId: randomUUID(),
    clientId,
    kind: 'watch',
    text: 'Приём платежей: не больше 50 000 ₽',
  });
  return handoffId;
}

async function openHandoff(app: Program, language: Language): Promise<HandoffPage> {
  const { page } = app;
  await page.getByRole('button', { name: language === 'ru' ? /^Передачи/ : /^Handoffs/ }).click();
  await page.getByRole('main').getByRole('button', { name: spindle }).click();
  const handoff = new HandoffPage(page, language);
  await handoff.expectHeading(language === 'ru' ? `Передача дел: ${spindle}` : `Handoff: ${spindle}`);
  return handoff;
}

/** White space of any kind is one space: lines break where the page ends. */
const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

const extract = {
  pdf: (file: string) => plain(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })),
  docx: (file: string) => {
    const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
    return plain(xml.replaceAll('</w:p>', '\n').replace(/<[^>]+>/g, ''));
  },
  markdown: (file: string) => plain(readFileSync(file, 'utf8').replace(/\\(?=[!-/:-@[-`{-~])/g, '')),
};

test('dropping a client on the ended shelf asks how to part, and starts a month', async ({ app }) => {
  await setTheScene(app, 'en');
  const { page } = app;
  const board = new BoardPage(page);
  await board.pickUp(spindle);
  await board.carryToShelf();
  await board.letGo();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText(`Parting with ${spindle}?`);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await board.expectOrder('Fading', [spindle]);

  await board.heading(spindle).focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'End the work…' }).click();
  await dialog.getByRole('radio', { name: /^End without a handoff/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'End', exact: true }).click();
  await expect(dialog.getByText('Choose a reason or write it in a few words')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Start a one-month handoff/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Budget' }).click();
  await dialog.getByRole('textbox').fill('We talked in person');
  await dialog.getByRole('button', { name: 'Start handoff' }).click();
  await expect(board.card(spindle)).toContainText('0 of');
  await page
    .getByRole('group', { name: `${spindle}: the handoff has begun` })
    .getByRole('button', { name: 'Open the handoff' })
    .click();
  await new HandoffPage(page, 'en').expectHeading(`Handoff: ${spindle}`);
});

test('a step is done when something shows it', async ({ app }) => {
  await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  const title = 'Write down why we part';
  await handoff.step(title).press('Space');
  await app.page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(app.page.getByText('Write what shows that this is done')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(handoff.step(title)).not.toBeChecked();
  await handoff.prove(title, 'sentence agreed on Monday');
  await expect(app.page.getByText(/^1 of \d+ done$/)).toBeVisible();
  await app.restart();
  const again = await openHandoff(app, 'en');
  await again.unfold('Collect');
  await expect(again.step(title)).toBeChecked();
});

for (const language of ['ru', 'en'] as const) {
  test(`the document leaves the app in three formats, in ${language}`, async ({ app }) => {
    test.slow();
    await startHandoff(app, language === 'ru' ? 'en' : 'ru');
    // The document's language does not depend on the interface's.
    const handoff = await openHandoff(app, language === 'ru' ? 'en' : 'ru');
    await handoff.chooseLanguage(language === 'ru' ? 'Русский' : 'English');
    const files = {
      pdf: app.answerSaveDialog('Передача.pdf'),
      docx: app.answerSaveDialog('Передача.docx'),
      markdown: app.answerSaveDialog('Передача.md'),
    };
    await handoff.save('PDF', 'Передача.pdf');
    await handoff.save('Word (DOCX)', 'Передача.docx');
    await handoff.save('Markdown', 'Передача.md');
    const suggested = app.desk().flatMap(({ suggestedName }) => suggestedName ?? []);
    const word = language === 'ru' ? 'Передача' : 'Handoff';
    expect(suggested[0]).toMatch(new RegExp(`^${word} Веретено \\d{4}-\\d\\d-\\d\\d\\.pdf$`));

    const expected = {
      ru: [
        'Передача дел',
        spindle,
        'шесть лет и',
        'Обмен с 1С',
        'сейф № 7',
        'вели опт — «похожий», бюджет 100 000 ₽',
        'ещё не всё',
        'Приём платежей: не больше 50 000 ₽',
      ],
      en: [
        'Handoff',
        spindle,
        'We worked together for six years',
        'Обмен с 1С',
        'сейф № 7',
        'вели опт — «похожий», бюджет 100 000 ₽',
        'Приём платежей: не больше 50 000 ₽',
      ],
    }[language];
    for (const format of ['pdf', 'docx', 'markdown'] as const) {
      const text = extract[format](files[format]);
      for (const words of expected) expect(text, format).toContain(words);
      expect(text, format).not.toContain('нужна тишина');
      expect(text, format).not.toContain(language === 'ru' ? 'Бюджет' : 'Budget.');
    }

    expect(extract.pdf(files.pdf)).toMatch(/\b1 \/ \d/);

    const facts = execFileSync('pdfinfo', [files.pdf], { encoding: 'utf8' });
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toMatch(/^Page size: .*\(A4\)$/m);
    expect(facts).toMatch(/^Creator: +Rapport *$/m);
    const structure = execFileSync('pdfinfo', ['-struct', files.pdf], { encoding: 'utf8' });
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'L']) expect(structure).toMatch(new RegExp(`^ *${tag}( |$)`, 'm'));
    const [, , ...fonts] = execFileSync('pdffonts', [files.pdf], { encoding: 'utf8' }).trim().split('\n');
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font.trim().split(/\s+/).at(-5), font).toBe('yes');
    expect(readFileSync(files.pdf).toString('latin1')).not.toMatch(/rapport\.invalid|app:\/\/|\/home\//);
  });
}

test('the same document is printed into the same bytes', async ({ app }) => {
  const handoffId = await startHandoff(app, 'ru');
  const options = {
    language: 'ru',
    audience: 'client',
    includeAssets: true,
    includeDone: true,
    includeReasons: false,
  } as const;
  const print = async (name: string) => {
    const file = app.answerSaveDialog(name);
    await app.call('handoff.export', { commandId: randomUUID(), handoffId, format: 'pdf', options });
    return readFileSync(file);
  };
  const first = await print('one.pdf');
  expect(Buffer.compare(first, await print('two.pdf'))).toBe(0);
});

test('a secret stops the export until it is taken out or cleared with a reason', async ({ app }) => {
  const handoffId = await startHandoff(app, 'en');
  await app.call('handoff.addAsset', {
    commandId: randomUUID(),
    handoffId,
    name: 'Hosting',
    whereKept: 'password: Tr0ub4dor&3x',
    heldBy: '',
    goesTo: 'client',
  });
  const handoff = await openHandoff(app, 'en');
  await handoff.exportButton.click();
  const { page } = app;
  const dialog = page.getByRole('dialog', { name: 'This looks like passwords or keys' });
  await expect(dialog).toBeVisible();
  await expect(dialog).not.toContainText('Tr0ub4dor&3x');
  await dialog.getByRole('button', { name: 'Not a secret…' }).click();
  await dialog.getByRole('textbox', { name: 'Why it is no secret' }).fill('an example from the manual');
  await dialog.getByRole('button', { name: 'Not a secret', exact: true }).click();
  const file = app.answerSaveDialog('cleared.pdf');
  await page.getByRole('button', { name: 'Save the document' }).click();
  await handoff.expectToast('Saved: cleared.pdf');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a closed dialog and a folder that cannot be written leave everything as it was', async ({ app }) => {
  await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  app.dismissDialog();
  await handoff.exportButton.click();
  await expect(handoff.exportButton).toBeEnabled();
  app.answerSaveDialog('no-such-folder/x.pdf');
  await handoff.exportButton.click();
  await handoff.expectToast('The file was not written. Perhaps it is open in another program.');
});

test('closing says what is open, moves the client to ended, and they can come back', async ({ app }) => {
  await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  const dialog = await handoff.finish();
  await expect(dialog.getByRole('region', { name: 'Open items' })).toContainText('Write down why we part');
  await expect(dialog.getByRole('region', { name: 'Accesses that are not handed over' })).toContainText('Обмен с 1С');
  await handoff.closeAnyway();
  await expect(app.page.getByText('Closed', { exact: true })).toBeVisible();
  const { cards } = await app.call('board.load', {});
  expect(cards.map(({ stage }) => stage)).toEqual(['ended']);

  await app.page.getByRole('button', { name: /^Archive/ }).click();
  const row = app.page.getByRole('listitem').filter({ hasText: spindle });
  await expect(row).toContainText('Budget. нужна тишина');
  await app.page.getByRole('searchbox').fill('nothing like it');
  await expect(row).toBeHidden();
  await app.page.getByRole('searchbox').fill('ТИШИНА');
  await row.getByRole('button', { name: `${spindle}: they came back` }).click();
  await app.page.getByRole('button', { name: /^Board/ }).click();
  await new BoardPage(app.page).expectOrder('Acquaintance', [spindle]);
});
