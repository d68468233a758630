import type { Page } from '@playwright/test';
import type { Language } from '../shared/language.ts';
import type { Program } from './program.ts';

/** Names as a partner reads them; the screens are reached by these alone. */
const names = {
  en: {
    alder: 'Alder Furniture',
    kitewell: 'Kitewell Toys',
    spindle: 'Spindle Textiles',
    board: 'Board',
    attention: 'Attention',
    handoffs: 'Handoffs',
    archive: 'Archive',
    trash: 'Trash',
    settings: 'Settings',
    search: 'storefront',
    note: '# Quarterly report\nRepeat orders are up to 31 %.\n[ ] Prototype of the storefront @Vera by Nov 27',
    preview: 'Preview',
    kestrel: 'Kestrel Optics',
    hosting: 'Hosting access',
    finish: 'Finish the handoff',
    addCandidate: 'Add a candidate',
    addPerson: 'Add a person',
    flax: 'Flax & Clay Ceramics',
    dossier: 'Dossier',
    domain: 'Domain and DNS',
    markSignal: 'Mark a signal',
    markIt: 'Mark it',
    stable: 'Steady',
    sections: ['Data and backups', 'Agency', 'Partners', 'About'],
  },
  ru: {
    alder: 'Мебельный дом «Ольха»',
    kitewell: 'Kitewell Toys',
    spindle: 'Текстиль «Веретено»',
    board: 'Доска',
    attention: 'Внимание',
    handoffs: 'Передачи',
    archive: 'Архив',
    trash: 'Корзина',
    settings: 'Настройки',
    search: 'витрин',
    note: '# Квартальный отчёт\nПовторные заказы выросли до 31 %.\n[ ] Прототип витрины @Вера до 27 ноября',
    preview: 'Предпросмотр',
    kestrel: 'Kestrel Optics',
    hosting: 'Доступы к хостингу',
    finish: 'Завершить передачу',
    addCandidate: 'Добавить кандидата',
    addPerson: 'Добавить человека',
    flax: 'Керамика «Лён и Глина»',
    dossier: 'Досье',
    domain: 'Домен и DNS',
    markSignal: 'Отметить признак',
    markIt: 'Отметить',
    stable: 'Стабильность',
    sections: ['Данные и копии', 'Агентство', 'Партнёры', 'О программе'],
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string | readonly string[]>>>>;

type Names = (typeof names)[Language];

export interface Screen {
  readonly name: string;
  /** The file it is seen on: made-up clients, one's own empty file, or one that was never set up. */
  readonly file: 'sample' | 'empty' | 'new';
  readonly show: (page: Page, names: Names) => Promise<void>;
}

/**
 * Side bar items show their number beside the name, so the name is only where theirs begins. The side bar comes before
 * the page, which may name the same place as its way back.
 */
async function goTo(page: Page, destination: string): Promise<void> {
  const item = page.getByRole('button', { name: new RegExp(`^${destination}( ?\\d+)?$`) });
  await item.first().click();
  await page.getByRole('heading', { level: 1, name: destination }).waitFor();
}

async function openClient(page: Page, name: string): Promise<void> {
  await page.getByRole('article', { name }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function openDossier(page: Page, { alder, dossier, domain }: Names): Promise<void> {
  await openClient(page, alder);
  await page.getByRole('tab', { name: dossier }).click();
  await page.getByRole('button', { name: domain }).first().waitFor();
}

async function openHandoff(page: Page, { handoffs, spindle }: Names): Promise<void> {
  await goTo(page, handoffs);
  await page
    .getByRole('link', { name: spindle })
    .or(page.getByRole('button', { name: spindle }))
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: spindle }).waitFor();
}

/** Every screen that a partner can come to. */
export const screens: readonly Screen[] = [
  { name: 'first-run', file: 'new', show: async () => {} },
  { name: 'empty-board', file: 'empty', show: async () => {} },
  { name: 'new-client', file: 'empty', show: (page) => page.keyboard.press('c') },
  { name: 'board', file: 'sample', show: async () => {} },
  {
    name: 'board-carrying',
    file: 'sample',
    show: async (page, { kitewell }) => {
      await page.getByRole('article', { name: kitewell }).getByRole('link', { name: kitewell }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'board-menu',
    file: 'sample',
    show: async (page, { alder }) => {
      await page.getByRole('article', { name: alder }).getByRole('link', { name: alder }).focus();
      await page.keyboard.press('m');
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'end-client',
    file: 'sample',
    show: async (page, { kitewell }) => {
      await page.getByRole('article', { name: kitewell }).getByRole('link', { name: kitewell }).focus();
      await page.keyboard.press('m');
      await page
        .getByRole('menuitem')
        .filter({ hasText: /End|Заверш/ })
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'client', file: 'sample', show: (page, { alder }) => openClient(page, alder) },
  {
    name: 'client-note',
    file: 'sample',
    show: async (page, { alder, note }) => {
      await openClient(page, alder);
      await page.keyboard.press('n');
      await page.keyboard.type(note);
    },
  },
  {
    name: 'quick-note',
    file: 'sample',
    show: async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'search',
    file: 'sample',
    show: async (page, { search }) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(search);
      await page.getByRole('option').locator('mark').first().waitFor();
    },
  },
  {
    name: 'board-toast',
    file: 'sample',
    show: async (page, { kestrel }) => {
      await page.getByRole('link', { name: kestrel, exact: true }).focus();
      await page.keyboard.press('Alt+Shift+ArrowRight');
      await page.getByRole('group', { name: kestrel }).waitFor();
      // Back again, so that the pictures after this one show the same board.
      await page.keyboard.press('Alt+Shift+ArrowLeft');
    },
  },
  {
    name: 'move-client',
    file: 'sample',
    show: async (page, { alder, stable }) => {
      await openClient(page, alder);
      await page.getByRole('button', { name: stable }).first().click();
      await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor();
    },
  },
  {
    name: 'client-person',
    file: 'sample',
    show: async (page, { alder, addPerson }) => {
      await openClient(page, alder);
      await page.getByRole('button', { name: addPerson }).click();
      await page.getByRole('textbox').last().waitFor();
    },
  },
  {
    name: 'client-suggestion',
    file: 'sample',
    show: async (page, { flax, markIt }) => {
      await openClient(page, flax);
      await page.getByRole('button', { name: markIt, exact: true }).waitFor();
    },
  },
  {
    name: 'client-signal',
    file: 'sample',
    show: async (page, { alder, markSignal }) => {
      await openClient(page, alder);
      await page.getByRole('button', { name: markSignal }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'client-dossier', file: 'sample', show: openDossier },
  {
    name: 'client-accounts',
    file: 'sample',
    show: async (page, names) => {
      await openDossier(page, names);
      await page.getByRole('button', { name: names.domain }).last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'attention', file: 'sample', show: (page, { attention }) => goTo(page, attention) },
  { name: 'handoffs', file: 'sample', show: (page, { handoffs }) => goTo(page, handoffs) },
  { name: 'handoff', file: 'sample', show: openHandoff },
  {
    name: 'handoff-preview',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('button', { name: words.preview, exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'handoff-evidence',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('checkbox', { name: words.hosting }).press('Space');
    },
  },
  {
    name: 'handoff-candidate',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('button', { name: words.addCandidate }).click();
    },
  },
  {
    name: 'handoff-close',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('button', { name: words.finish }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'archive', file: 'sample', show: (page, { archive }) => goTo(page, archive) },
  { name: 'trash', file: 'sample', show: (page, { trash }) => goTo(page, trash) },
  { name: 'settings', file: 'sample', show: (page, { settings }) => goTo(page, settings) },
  ...[0, 1, 2, 3].map((index): Screen => ({
    name: `settings-${['data', 'agency', 'partners', 'about'][index] ?? ''}`,
    file: 'sample',
    show: async (page, { settings, sections }) => {
      await goTo(page, settings);
      const section = page.getByRole('main').getByText(sections[index] ?? '', { exact: true });
      await section.first().click();
    },
  })),
  {
    name: 'key-sheet',
    file: 'sample',
    show: async (page) => {
      await page.keyboard.press('Shift+?');
      await page.getByRole('dialog').waitFor();
    },
  },
];

export function argumentsFor(file: Screen['file']): readonly string[] {
  return file === 'sample' ? ['--sample'] : [];
}

/** Answers the first-run screen where a file needs it; once, before its first screen is shown. */
export async function setUp(app: Program, file: Screen['file'], language: Language): Promise<void> {
  if (file === 'empty') {
    await app.call('settings.finishFirstRun', {
      commandId: crypto.randomUUID(),
      agencyName: language === 'ru' ? 'Бюро Кварта' : 'Quarta Bureau',
      partners: language === 'ru' ? ['Вера Л.'] : ['Vera L.'],
      language,
    });
  }
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await app.page.evaluate(() => document.fonts.ready);
}

/** Shows one screen, from wherever the last one was. */
export async function show(app: Program, screen: Screen, language: Language): Promise<void> {
  const { page } = app;
  const words = names[language];
  if (screen.file !== 'new') {
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
    await goTo(page, words.board);
  }
  await screen.show(page, words);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
