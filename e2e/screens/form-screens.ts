import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../shared/language.ts';
import type { Program } from '../program.ts';
import type { Screen } from './screen.ts';

/** Each thing by its name in both languages. */
const alder = /(Alder Furniture|Мебельный дом «Ольха»)/;
const flax = /(Flax & Clay Ceramics|Керамика «Лён и Глина»)/;
const bare = /(Copper Kettle|Медный чайник)$/;

type Tab = 'notes' | 'playbook' | 'work' | 'dossier';

const tabs: Readonly<Record<Tab, RegExp>> = {
  notes: /^(Notes|Заметки)$/,
  playbook: /^(Playbook|Сценарий)$/,
  work: /^(Work|Работа)$/,
  dossier: /^(Dossier|Досье)$/,
};

async function openTab(page: Page, client: RegExp, tab: Tab): Promise<Locator> {
  await page.getByRole('article', { name: client }).getByRole('link', { name: client }).click();
  await page.getByRole('heading', { level: 1, name: client }).waitFor();
  await page.getByRole('tab', { name: tabs[tab] }).click();
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('heading').first().waitFor();
  return panel;
}

async function unfold(panel: Locator, title: RegExp): Promise<void> {
  const head = panel.getByRole('button', { name: title }).first();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  await head.scrollIntoViewIfNeeded();
}

/** The small form that a button opens. */
function form(name: string, tab: Tab, button: RegExp, section?: RegExp): Screen {
  return {
    name,
    file: 'sample',
    show: async (page) => {
      const panel = await openTab(page, alder, tab);
      if (section !== undefined) await unfold(panel, section);
      await page.getByRole('main').getByRole('button', { name: button }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  };
}

async function goTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The small forms of a client's page, and what is folded there. */
export const formScreens: readonly Screen[] = [
  form('client-tenure', 'notes', /^(with us|с нами)/),
  form('client-norm', 'notes', /^(contact|контакт)/),
  form('client-task', 'notes', /^(Add a task|Добавить задачу)$/),
  form('client-task-whose', 'notes', /^(Whose task it is|Чья задача) \(/),
  form('client-contact', 'notes', /^(Add a person|Добавить человека)$/),
  {
    name: 'client-person',
    file: 'sample',
    show: async (page) => {
      await openTab(page, alder, 'notes');
      await page.getByRole('button', { name: /^(Marina|Марина)/ }).click();
      await page.getByRole('group', { name: /^(Marina|Марина)/ }).waitFor();
    },
    leave: (page) => page.getByRole('button', { name: /^(Marina|Марина)/, expanded: true }).click(),
  },
  form('client-figure', 'work', /^(Add a figure|Добавить показатель)$/),
  form('client-value', 'work', /^(Write down a value|Записать значение)/),
  form('client-report', 'work', /^(Add a report|Добавить отчёт)$/),
  form('client-request', 'playbook', /^(Add a request|Добавить просьбу)$/, /^(Requests outside|Просьбы вне)/),
  form('client-insight', 'playbook', /^(Add an insight|Добавить инсайт)$/, /^(Insights|Инсайты)/),
  form('client-intent', 'playbook', /^(Write down an answer|Записать ответ)/, /^(Intent checks|Сверка намерений)/),
  form('client-renewal', 'dossier', /^(Renewal|Продление) \(/),
  {
    name: 'client-signal-words',
    file: 'sample',
    show: async (page) => {
      await openTab(page, alder, 'notes');
      await page.getByRole('button', { name: /^(Mark a signal|Отметить признак)$/ }).click();
      await page.getByRole('dialog').getByRole('button').nth(3).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'client-agreement',
    file: 'sample',
    show: async (page) => {
      await openTab(page, alder, 'notes');
      await page.getByRole('button', { name: /^(Add an agreement|Добавить договорённость)$/ }).click();
      await page.getByRole('textbox', { name: /^(New agreement|Новая договорённость)$/ }).waitFor();
    },
  },
  {
    name: 'client-values',
    file: 'sample',
    show: async (page) => {
      const panel = await openTab(page, alder, 'work');
      await panel
        .getByRole('button', { name: /^(All values|Все значения)/ })
        .first()
        .click();
      await panel.getByRole('table').first().waitFor();
      // Where the tab stood before, a button may lie half under the tabs.
      await page.evaluate(() => document.querySelector('main > :first-child')?.scrollTo(0, 0));
    },
  },
  {
    name: 'client-entry',
    file: 'sample',
    show: async (page) => {
      const panel = await openTab(page, alder, 'notes');
      await panel
        .getByRole('button', { name: /(Call with Paul|Созвон с Павлом)/ })
        .first()
        .click();
    },
  },
  {
    name: 'playbook-audit',
    file: 'sample',
    show: async (page) => {
      await unfold(await openTab(page, alder, 'playbook'), /^(Mini-audit|Мини-аудит)/);
    },
  },
  {
    name: 'playbook-brief',
    file: 'sample',
    show: async (page) => {
      await unfold(await openTab(page, flax, 'playbook'), /^(Brief|Бриф)/);
    },
  },
  {
    name: 'playbook-stages',
    file: 'sample',
    show: async (page) => {
      await unfold(await openTab(page, alder, 'playbook'), /^(Other stages|Другие этапы)/);
    },
  },
];

/** One client about whom nothing is written down, and whatever else has nothing to show. */
export const bareScreens: readonly Screen[] = [
  { name: 'bare-board', file: 'bare', show: async () => {} },
  ...(['notes', 'playbook', 'work', 'dossier'] as const).map((tab): Screen => ({
    name: `bare-${tab}`,
    file: 'bare',
    show: async (page) => {
      await openTab(page, bare, tab);
    },
  })),
  { name: 'bare-attention', file: 'bare', show: (page) => goTo(page, /^(Attention|Внимание)/) },
  { name: 'bare-handoffs', file: 'bare', show: (page) => goTo(page, /^(Handoffs|Передачи)/) },
  { name: 'bare-archive', file: 'bare', show: (page) => goTo(page, /^(Archive|Архив)/) },
  { name: 'bare-trash', file: 'bare', show: (page) => goTo(page, /^(Trash|Корзина)/) },
  {
    name: 'bare-data',
    file: 'bare',
    show: async (page) => {
      await goTo(page, /^(Settings|Настройки)/);
      await page
        .getByRole('main')
        .getByText(/^(Data and backups|Данные и копии)$/)
        .first()
        .click();
    },
  },
];

/** A client with a figure that was never measured, and a client and a figure in the trash. */
export async function fillBareFile(app: Program, language: Language): Promise<void> {
  const id = () => ({ commandId: crypto.randomUUID() });
  const [kept, gone, measured, dropped] =
    language === 'ru'
      ? ['Медный чайник', 'Бывший клиент', 'Заявки с сайта', 'Охват']
      : ['Copper Kettle', 'A former client', 'Requests from the site', 'Reach'];
  const { card } = await app.call('board.createClient', { ...id(), name: kept, stage: 'acquaintance' });
  const other = await app.call('board.createClient', { ...id(), name: gone, stage: 'stable' });
  await app.call('clients.delete', { ...id(), clientId: other.card.id });
  for (const name of [measured, dropped]) await app.call('clients.addKpi', { ...id(), clientId: card.id, name });
  const { work } = await app.call('clients.work', { clientId: card.id });
  const kpi = work.kpis.find(({ name }) => name === dropped);
  if (kpi !== undefined) await app.call('clients.deleteKpi', { ...id(), kpiId: kpi.id });
}
