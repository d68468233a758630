import type { Page } from '@playwright/test';
import type { Language } from '../shared/language.ts';
import { closeNotice, settle } from './calm-page.ts';
import type { Program } from './program.ts';
import { bareScreens, fillBareFile, formScreens } from './screens-client.ts';

/** Names as a partner reads them; the screens are reached by these alone. */
const names = {
  en: {
    alder: 'Alder Furniture',
    flax: 'Flax & Clay Ceramics',
    playbook: 'Playbook',
    known: ['Insights', 'Intent checks', 'Mini-audit', 'Brief: what we ask'],
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
    dossier: 'Dossier',
    domain: 'Domain and DNS',
    markSignal: 'Mark a signal',
    markIt: 'Mark it',
    stable: 'Steady',
    harbour: 'Harbour & Pine',
    flagged: 'with open red flags',
    tenure: 'Tenure',
    sorted: 'The board is sorted by tenure.',
    clearAll: 'Clear all',
    shelf: 'open the archive',
    work: 'Work',
    figure: 'Repeat orders',
    paste: 'Paste from a table…',
    rows: 'Month\tShare\nSep 2026\t29.4\n31.10.2026\t30,2\nwill follow\t31',
    addEngagement: 'Add an engagement',
    snooze: /^Snooze:/,
    snoozed: /^Snoozed \(/,
    reschedule: 'Reschedule',
    sections: ['Reminders', 'Data and backups', 'Agency', 'Partners', 'About'],
  },
  ru: {
    alder: 'Мебельный дом «Ольха»',
    flax: 'Керамика «Лён и Глина»',
    playbook: 'Сценарий',
    known: ['Инсайты', 'Сверка намерений', 'Мини-аудит', 'Бриф: что спрашиваем мы'],
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
    dossier: 'Досье',
    domain: 'Домен и DNS',
    markSignal: 'Отметить признак',
    markIt: 'Отметить',
    stable: 'Стабильность',
    harbour: 'Harbour & Pine',
    flagged: 'есть открытые красные флаги',
    tenure: 'Стаж',
    sorted: 'Доска отсортирована по стажу.',
    clearAll: 'Сбросить всё',
    shelf: 'открыть архив',
    work: 'Работа',
    figure: 'Повторные заказы',
    paste: 'Вставить из таблицы…',
    rows: 'Месяц\tДоля\nсент. 2026\t29,4\n31.10.2026\t30,2\nпришлют позже\t31',
    addEngagement: 'Добавить работу',
    snooze: /^Отложить:/,
    snoozed: /^Отложено \(/,
    reschedule: 'Перенести',
    sections: ['Напоминания', 'Данные и копии', 'Агентство', 'Партнёры', 'О программе'],
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string | RegExp | readonly string[]>>>>;

type Names = (typeof names)[Language];

export const files = ['sample', 'empty', 'bare', 'new'] as const;

export interface Screen {
  readonly name: string;
  /** The file it is seen on: made-up clients, one's own empty file, one with a bare client, or one that was never set up. */
  readonly file: (typeof files)[number];
  readonly show: (page: Page, names: Names) => Promise<void>;
  /** Takes away what the next pictures must not show. */
  readonly leave?: (page: Page) => Promise<void>;
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

/** The tab, with these sections unfolded. */
async function openPlaybook(page: Page, name: string, tab: string, unfolded: readonly string[] = []): Promise<void> {
  await openClient(page, name);
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  for (const title of unfolded) {
    const head = page.getByRole('tabpanel').getByRole('button', { name: title });
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  }
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

async function openWork(page: Page, client: string, { work }: Names): Promise<void> {
  await openClient(page, client);
  await page.getByRole('tab', { name: work }).click();
  await page.getByRole('region', { name: /^(Goals|Цели)$/ }).waitFor();
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
    name: 'board-past',
    file: 'sample',
    show: async (page) => {
      await page.keyboard.press('h');
      const slider = page.getByRole('slider');
      await slider.waitFor();
      for (let months = 0; months < 6; months += 1) await slider.press('PageDown');
      await page.getByText((await slider.getAttribute('aria-valuetext')) ?? '').waitFor();
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
    leave: async (page) => {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
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
    // Back and forth, so that the pictures after this one show the same board.
    name: 'board-exit-lines',
    file: 'sample',
    show: async (page, { harbour }) => {
      await page.getByRole('link', { name: harbour, exact: true }).focus();
      await page.keyboard.press('Alt+Shift+ArrowLeft');
      await page.getByRole('group', { name: harbour }).waitFor();
      await page.keyboard.press('Alt+Shift+ArrowRight');
      await page.getByRole('group', { name: /Not marked yet: Two|Ещё не отмечено: Два/ }).waitFor();
    },
  },
  {
    name: 'board-filter',
    file: 'sample',
    show: async (page) => {
      await page.keyboard.press('f');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'board-filtered',
    file: 'sample',
    show: async (page, { flagged }) => {
      await page.keyboard.press('f');
      await page.keyboard.type('k');
      await page.getByRole('checkbox', { name: flagged }).press('Space');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'board-sorted',
    file: 'sample',
    show: async (page, { tenure }) => {
      await page.keyboard.press('f');
      await page.getByRole('radio', { name: tenure }).press('Space');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'board-shelf',
    file: 'sample',
    show: async (page, { shelf }) => {
      await page.keyboard.press('0');
      await page
        .getByRole('button', { name: shelf })
        .getByText(/Open the archive|Открыть архив/)
        .waitFor();
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
    name: 'client-path',
    file: 'sample',
    show: async (page, { alder, stable }) => {
      await openClient(page, alder);
      await page.getByRole('button', { name: new RegExp(`(in|в) «?${stable.slice(0, 8)}.*\\d`) }).click();
      await page.getByRole('dialog').waitFor();
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
  { name: 'client-work', file: 'sample', show: (page, words) => openWork(page, words.alder, words) },
  {
    name: 'client-work-below',
    file: 'sample',
    show: async (page, words) => {
      await openWork(page, words.alder, words);
      await page.getByRole('button', { name: words.addEngagement }).scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 2000);
    },
  },
  { name: 'client-work-differs', file: 'sample', show: (page, words) => openWork(page, words.kitewell, words) },
  {
    name: 'client-readings',
    file: 'sample',
    show: async (page, words) => {
      await openWork(page, words.alder, words);
      await page.getByRole('button', { name: new RegExp(`^(More|Ещё): ${words.figure}`) }).click();
      await page.getByRole('menuitem', { name: words.paste }).click();
      await page.getByRole('textbox').last().fill(words.rows);
      await page.getByRole('table').last().waitFor();
    },
  },
  {
    name: 'client-engagement',
    file: 'sample',
    show: async (page, words) => {
      await openWork(page, words.alder, words);
      await page.getByRole('button', { name: words.addEngagement }).click();
      await page.getByRole('dialog').waitFor();
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
  {
    name: 'playbook',
    file: 'sample',
    show: (page, { alder, playbook }) => openPlaybook(page, alder, playbook),
  },
  {
    name: 'playbook-trial',
    file: 'sample',
    show: async (page, { flax, playbook }) => {
      await openPlaybook(page, flax, playbook);
      await page.getByRole('tabpanel').getByRole('figure').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'playbook-known',
    file: 'sample',
    show: async (page, { alder, playbook, known }) => {
      await openPlaybook(page, alder, playbook, known);
      await page.getByRole('tabpanel').getByRole('button', { name: known[0] }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'attention', file: 'sample', show: (page, { attention }) => goTo(page, attention) },
  {
    name: 'attention-snooze',
    file: 'sample',
    show: async (page, { attention, snooze }) => {
      await goTo(page, attention);
      await page.getByRole('button', { name: snooze }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'attention-reschedule',
    file: 'sample',
    show: async (page, { attention, reschedule }) => {
      await goTo(page, attention);
      await page.getByRole('button', { name: reschedule }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'attention-snoozed',
    file: 'sample',
    show: async (page, { attention, snoozed }) => {
      await goTo(page, attention);
      await page.getByRole('button', { name: snoozed }).click();
      await page.getByRole('listitem').last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'handoffs', file: 'sample', show: (page, { handoffs }) => goTo(page, handoffs) },
  { name: 'handoff', file: 'sample', show: openHandoff },
  {
    name: 'handoff-preview',
    file: 'sample',
    show: async (page, words) => {
      await openHandoff(page, words);
      await page.getByRole('button', { name: words.preview, exact: true }).click();
      await page.getByRole('dialog').locator('iframe').contentFrame().getByRole('heading').first().waitFor();
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
  ...formScreens,
  ...bareScreens,
  { name: 'archive', file: 'sample', show: (page, { archive }) => goTo(page, archive) },
  { name: 'trash', file: 'sample', show: (page, { trash }) => goTo(page, trash) },
  { name: 'settings', file: 'sample', show: (page, { settings }) => goTo(page, settings) },
  ...[0, 1, 2, 3, 4].map((index): Screen => ({
    name: `settings-${['reminders', 'data', 'agency', 'partners', 'about'][index] ?? ''}`,
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
  if (file === 'empty' || file === 'bare') {
    await app.call('settings.finishFirstRun', {
      commandId: crypto.randomUUID(),
      agencyName: language === 'ru' ? 'Бюро Кварта' : 'Quarta Bureau',
      partners: language === 'ru' ? ['Вера Л.'] : ['Vera L.'],
      language,
    });
  }
  if (file === 'bare') await fillBareFile(app, language);
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await app.page.evaluate(() => document.fonts.ready);
}

/** A filter or an order that another picture needed would stay: the program keeps them. */
async function showWholeBoard(page: Page, { clearAll, sorted }: Names): Promise<void> {
  for (const name of [clearAll, sorted]) {
    const chip = page.getByRole('banner').getByRole('button', { name });
    if ((await chip.count()) > 0) await chip.click();
  }
}

/** Shows one screen, from wherever the last one was. */
export async function show(app: Program, screen: Screen, language: Language): Promise<void> {
  const { page } = app;
  const words = names[language];
  if (screen.file !== 'new') {
    await closeNotice(page);
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
    await goTo(page, words.board);
    await page.mouse.move(0, 0);
    await showWholeBoard(page, words);
  }
  await screen.show(page, words);
  await settle(page);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
