import { randomUUID } from 'node:crypto';
import type { Language } from '../shared/language.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { plain, textOf } from './document-text.ts';
import { openHandoff, setTheScene, spindle, startHandoff } from './parting-scene.ts';
import type { Program } from './program.ts';

const words = {
  ru: {
    brief: 'Бриф…',
    paper: 'Бриф для кандидатов',
    other: 'Другой клиент: Мебель «Ольха»',
    openAsset: /^Открыть поле: Доступ/,
    harmless: 'Безобидно…',
    why: 'Почему это безобидно',
    clean: 'Сумм, чужих имён и паролей не нашли.',
    saved: 'Сохранено: Бриф.pdf',
    forCandidates: /Для кандидатов, PDF/,
    questions: 'Шесть вопросов',
    dossier: 'Досье',
    gauge: 'Сможем передать дела за месяц?',
    drill: 'Учебная тревога…',
    missing: 'Чего не хватает',
    noMap: 'Нет карты проекта',
    newLine: /^Новая строка: Карта проекта/,
    command: 'Учебная тревога: смогли бы мы передать дела сегодня?',
    title: 'Учебная тревога: Веретено',
    steps: /^\d+ из \d+\u00a0шаг/,
  },
  en: {
    brief: 'Brief…',
    paper: 'Brief for candidates',
    other: 'Another client: Мебель «Ольха»',
    openAsset: /^Open the field: Access/,
    harmless: 'Harmless…',
    why: 'Why it is harmless',
    clean: 'No amounts, no names of others, no secrets were found.',
    saved: 'Saved: Brief.pdf',
    forCandidates: /For candidates, PDF/,
    questions: 'Six questions',
    dossier: 'Dossier',
    gauge: 'Could we hand over in a month?',
    drill: 'Fire drill…',
    missing: 'What is missing',
    noMap: 'No map of the project',
    newLine: /^New line: Map of the project/,
    command: 'Fire drill: could we hand over today?',
    title: 'Fire drill: Веретено',
    steps: /^\d+ of \d+\u00a0step/,
  },
} as const;

async function addOther(app: Program): Promise<void> {
  await app.call('board.createClient', { commandId: randomUUID(), name: 'Мебель «Ольха»', stage: 'stable' });
}

const revisionOf = async (app: Program) => (await app.call('handoff.list', {})).revision;

for (const language of ['ru', 'en'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ program: { language } });
    const say = words[language];

    test('a brief for candidates leaves when no price and no name of others stands in it', async ({ app }) => {
      const handoffId = await startHandoff(app, language);
      await addOther(app);
      const asset = { name: 'Хостинг, как у Ольхи', whereKept: 'сейф № 9', heldBy: 'Ника', goesTo: 'client' } as const;
      await app.call('handoff.addAsset', { commandId: randomUUID(), handoffId, ...asset });
      await openHandoff(app, language);
      const { page } = app;
      await page.getByRole('button', { name: say.brief }).click();
      const dialog = page.getByRole('dialog', { name: say.paper });
      const paper = dialog.locator('iframe').contentFrame();
      await expect(paper.getByRole('heading', { name: say.questions })).toBeVisible();
      await expect(paper.getByText('сейф № 9')).toBeHidden();
      await expect(dialog.getByText(say.other)).toBeVisible();

      // The name is mended in its field, to which the finding leads.
      await dialog.getByRole('button', { name: say.openAsset }).click();
      await expect(page.getByRole('button', { name: /: Хостинг, как у Ольхи$/ }).first()).toBeFocused();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Хостинг');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: say.brief }).click();
      await expect(dialog.getByText(say.other)).toBeHidden();

      // What the shop takes is no price of ours: that is said once, and why.
      await expect(dialog.getByText('не больше 50 000 ₽')).toBeVisible();
      await dialog.getByRole('button', { name: say.harmless }).click();
      await page.keyboard.type('лимит шлюза');
      await expect(dialog.getByRole('textbox', { name: say.why })).toHaveValue('лимит шлюза');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText(say.clean)).toBeVisible();

      const file = app.answerSaveDialog(language === 'ru' ? 'Бриф.pdf' : 'Brief.pdf');
      await dialog.getByRole('button', { name: /PDF$/ }).click();
      await expect(page.getByText(say.saved).first()).toBeVisible();
      const text = textOf.pdf(file);
      expect(text).toContain(plain(spindle));
      expect(text).toContain(plain(say.questions));
      for (const hidden of ['сейф', 'Ольх', 'ДепоКода', 'тишина']) expect(text).not.toContain(hidden);
      await page.keyboard.press('Escape');
      await expect(page.getByText(say.forCandidates)).toBeVisible();
    });

    test('a drill of a living client says what is missing, leads there, and changes nothing', async ({ app }) => {
      await setTheScene(app, language);
      const before = await revisionOf(app);
      const { page } = app;
      const client = new ClientPage(page);
      await client.open(spindle);
      await page.getByRole('tab', { name: say.dossier }).click();
      await page.getByRole('region', { name: say.gauge }).getByRole('button', { name: say.drill }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('heading', { name: say.title })).toBeVisible();
      await expect(dialog.getByText(say.steps).first()).toBeVisible();
      await dialog.getByRole('region', { name: say.missing }).getByRole('button', { name: say.noMap }).click();
      await expect(page.getByRole('button', { name: say.newLine })).toBeFocused();
      expect(await revisionOf(app)).toBe(before);

      // By the keyboard alone, from anywhere on the page of the client.
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeFocused();
      await page.keyboard.type(say.command);
      await expect(page.getByRole('option', { name: say.command }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('heading', { name: say.title })).toBeVisible();
      const focused = page.locator(':focus');
      await dialog.getByRole('button', { name: say.noMap }).first().focus();
      await page.keyboard.press('Enter');
      await expect(focused).toHaveAccessibleName(say.newLine);
      await page.keyboard.press('Enter');
      await page.keyboard.type('One server');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('region', { name: say.gauge }).getByRole('button', { name: say.drill }).click();
      await expect(dialog.getByRole('heading', { name: say.title })).toBeVisible();
      await expect(dialog.getByRole('button', { name: say.noMap })).toHaveCount(0);
    });
  });
}
